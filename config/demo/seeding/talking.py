"""Points, replies, reactions; what was reported, and what a moderator has hidden."""

from datetime import timedelta

from django.utils import timezone

from config.demo.consultations.acts import DISCUSS
from config.demo.people import PEOPLE
from config.demo.points import POINTS
from config.demo.reports import REPORTS
from config.demo.seeding.city import BATCH, City, citizens
from config.demo.seeding.consulting import takes_today
from discussions.models import Decision, EarlierWords, Point, Reaction, Report
from discussions.statements import statement_of
from intake.search import searchable

OFFICIALS = {person.key for person in PEOPLE if person.kind == "civil-servant"}


def say_points(city: City) -> None:
    texts = sorted(POINTS, key=lambda text: text.day)
    rows = Point.objects.bulk_create(point_of(city, text) for text in texts)
    pairs = list(zip(texts, rows, strict=True))
    replies = Point.objects.bulk_create(
        reply_to(city, text, row, reply) for text, row in pairs for reply in text.replies
    )
    city.points = [*rows, *replies]
    react(city)
    for text, row in pairs:
        if text.hidden:
            hide(city, text.hidden, row)
        if text.earlier:
            reword(row, text.earlier)
    report(city, {(text.proposal, text.author): row for text, row in pairs})


def point_of(city: City, text) -> Point:
    return Point(
        proposal=city.proposals[text.proposal],
        kind=text.kind,
        author=city.people[text.author],
        body=text.body,
        posted=city.sometime(text.day, 11, 16),
        replies_count=len(text.replies),
        search_text=searchable(text.body),
    )


def reply_to(city: City, text, point: Point, reply) -> Point:
    return Point(
        proposal=point.proposal,
        parent=point,
        kind=text.kind,
        author=city.people[reply.author],
        body=reply.body,
        official=reply.author in OFFICIALS,
        posted=city.sometime(reply.day, 17, 22),
        search_text=searchable(reply.body),
    )


def reword(point: Point, earlier: str) -> None:
    """It said something else for its first minutes, and somebody had reacted already."""
    point.edited = point.posted + timedelta(minutes=6)
    point.save(update_fields=["edited"])
    EarlierWords.objects.create(point=point, body=earlier, until=point.edited)


def react(city: City) -> None:
    """Each point has a warmth of its own: from nearly everybody agrees to split down the middle."""
    reactions: list[Reaction] = []
    for point in city.points:
        given = reactions_to(city, point)
        values = [reaction.value for reaction in given]
        point.agree = values.count(Reaction.Value.AGREE)
        point.disagree = values.count(Reaction.Value.DISAGREE)
        point.passed = values.count(Reaction.Value.PASS)
        reactions += given
    reactions.sort(key=lambda reaction: reaction.given)
    Reaction.objects.bulk_create(reactions, batch_size=BATCH)
    Point.objects.bulk_update(city.points, ["agree", "disagree", "passed"], batch_size=100)


def reactions_to(city: City, point: Point) -> list[Reaction]:
    key = point.proposal.consultation.slug
    others = [
        name
        for name in citizens(without_sign_ins=takes_today(key, DISCUSS))
        if city.people[name].pk != point.author_id
    ]
    interest = city.chance.betavariate(1.4, 5) * (0.3 if point.parent_id else 1)
    warmth = city.chance.uniform(0.35, 0.92)
    shrug = city.chance.uniform(0.03, 0.15)
    weights = [warmth, 1 - warmth, shrug]
    readers = city.chance.sample(others, int(len(others) * interest))
    return [
        Reaction(
            point=point,
            person=city.people[name],
            value=city.chance.choices(Reaction.Value.values, weights)[0],
            given=point.posted + timedelta(minutes=city.chance.randint(1, 600)),
        )
        for name in readers
    ]


def hide(city: City, hiding, point: Point) -> None:
    at = city.sometime(hiding.day, 9, 17)
    clause = city.clauses[hiding.clause]
    decision = Decision.objects.create(
        point=point,
        kind=Decision.Kind.HIDE,
        clause=clause,
        facts=hiding.facts,
        by=city.people[hiding.moderator],
        at=at,
    )
    statement = statement_of(
        clause=clause, facts=hiding.facts, at=at, reported=bool(hiding.reported)
    )
    statement.decision = decision
    statement.why = hiding.why
    statement.save()
    if hiding.reported:
        made = at - timedelta(hours=3)
        make_report(city, point, hiding.reason, hiding.reported, made, decision)
    point.hidden = at
    point.save(update_fields=["hidden"])


def report(city: City, points: dict) -> None:
    now = timezone.now()
    for text in sorted(REPORTS, key=lambda text: -text.hours_ago):
        point = points[text.proposal, text.author]
        made = now - timedelta(hours=text.hours_ago)
        make_report(city, point, text.reason, text.facts, made)


def make_report(city: City, point: Point, reason, facts, made, decision=None) -> None:
    Report.objects.create(
        point=point,
        consultation=point.proposal.consultation,
        reason=reason,
        facts=facts,
        receipt=f"DEMO-{point.pk:06}",
        made=made,
        decision=decision,
    )
