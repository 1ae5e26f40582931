"""What people follow, and what they were told: of new versions, replies, answers, proposals, phases."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from config.demo.following import FOLLOWS
from config.demo.seeding.city import BATCH, City
from consultations.models import Phase
from consultations.telling import fields_of, topics_above
from people.models import Follow, Notice
from proposals.models import Answer, Proposal, Version
from voting.models import Support

UNREAD = timedelta(days=40)
"""Whatever is older has been read."""
NO_LETTER = "demonstration"
"""Nobody is mailed what happened before the city was founded."""

ADDRESSED = {"point.replied"}


def follow_things(city: City) -> None:
    """The people one can sign in as follow a few things each."""
    kinds = {
        "consultation": city.consultations,
        "proposal": city.proposals,
        "place": city.places,
        "theme": city.themes,
    }
    Follow.objects.bulk_create(
        Follow(person=city.people[key], topic=kinds[kind][name].topic)
        for key, things in FOLLOWS.items()
        for kind, name in things
    )


def tell_people(city: City) -> None:
    notices = [
        *of_versions(),
        *of_replies(city),
        *of_answers(),
        *of_proposals(city),
        *of_phases(city),
    ]
    notices.sort(key=lambda notice: notice.made)
    now = timezone.now()
    for notice in notices:
        notice.letter_key = NO_LETTER
        notice.addressed = notice.addressed or notice.event in ADDRESSED
        if notice.made < now - UNREAD:
            notice.read = notice.made + timedelta(days=1)
    made = [notice.made for notice in notices]
    Notice.objects.bulk_create(notices, batch_size=BATCH)
    for notice, moment in zip(notices, made, strict=True):
        notice.made = moment  # a new row is dated by the database's own clock
    Notice.objects.bulk_update(notices, ["made"], batch_size=300)


def of_versions() -> Iterator[Notice]:
    for version in Version.objects.filter(number__gt=1).select_related("proposal"):
        for support in Support.objects.select_related("person").filter(
            proposal=version.proposal, given__lt=version.published
        ):
            yield Notice(
                person=support.person,
                topic=version.proposal.topic,
                event="proposal.version-published",
                ref=str(version.number),
                facts={"title": version.title, "number": version.number},
                url=f"/proposals/{version.proposal_id}/versions/{version.number}/",
                made=version.published,
            )


def of_replies(city: City) -> Iterator[Notice]:
    for reply in city.points:
        if reply.parent and reply.parent.author_id != reply.author_id:
            yield Notice(
                person_id=reply.parent.author_id,
                topic=reply.proposal.topic,
                event="point.replied",
                ref=str(reply.pk),
                facts={"title": reply.proposal.title},
                url=reply.get_absolute_url(),
                made=reply.posted,
            )


def of_answers() -> Iterator[Notice]:
    for answer in Answer.objects.select_related("proposal"):
        proposal = answer.proposal
        told = set(Support.objects.filter(proposal=proposal).values_list("person_id", flat=True))
        if proposal.author_id:
            told.add(proposal.author_id)
        for person_id in sorted(told):
            yield Notice(
                person_id=person_id,
                topic=proposal.topic,
                event="answer.published",
                facts={"title": proposal.title},
                url=f"/proposals/{proposal.pk}/#answer",
                addressed=person_id == proposal.author_id,
                made=answer.published,
            )


def followers_in(city: City, topics: set[str]) -> list[int]:
    """Who follows any of these by `FOLLOWS`, each once."""
    people = Follow.objects.filter(topic__in=topics, person__in=[city.people[k] for k in FOLLOWS])
    return list(people.order_by("person_id").values_list("person_id", flat=True).distinct())


def of_proposals(city: City) -> Iterator[Notice]:
    """Proposals since people began to follow, in what they follow."""
    since = timezone.now() - UNREAD
    for proposal in Proposal.objects.standing().filter(posted__gt=since).order_by("pk"):
        consultation = proposal.consultation
        topics = {consultation.topic, *fields_of(consultation), *topics_above(proposal.place)}
        for person_id in followers_in(city, topics):
            if person_id != proposal.author_id:
                yield Notice(
                    person_id=person_id,
                    topic=consultation.topic,
                    event="proposal.submitted",
                    ref=str(proposal.pk),
                    facts={"title": consultation.title},
                    url=f"/proposals/{proposal.pk}/",
                    made=proposal.posted,
                )


def of_phases(city: City) -> Iterator[Notice]:
    """Phases that have begun, told to whoever follows their consultation."""
    begun = Phase.objects.filter(
        consultation__published__isnull=False, opens__lte=timezone.now()
    ).select_related("consultation")
    for phase in begun.order_by("pk"):
        consultation = phase.consultation
        for person_id in followers_in(city, {consultation.topic}):
            yield Notice(
                person_id=person_id,
                topic=consultation.topic,
                event="phase.opened",
                ref=str(phase.pk),
                facts={
                    "phase": phase.name,
                    "title": consultation.title,
                    "closes": phase.closes.isoformat(),
                },
                url=consultation.get_absolute_url(),
                made=phase.opens,
            )
