"""What people say about a proposal: the section of its page, and of the pages that follow it."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.phases import Act, closing_of, last_day
from consultations.queries import phases_of
from consultations.wording import deadline
from discussions.models import Point
from discussions.queries.points import SHOWN, first_replies, newest_points, reactions_of
from discussions.rules import may_post, shows_totals
from frontend.pages.points.cards import point_cards
from frontend.paging import number_in
from frontend.signing_in import sign_in_url
from people.formats import number as written
from proposals.models import Proposal

SIDES = [Point.Kind.FOR, Point.Kind.AGAINST]
QUESTIONS = [Point.Kind.QUESTION]
COUNTED = {
    Point.Kind.FOR: "points_for",
    Point.Kind.AGAINST: "points_against",
    Point.Kind.QUESTION: "questions",
}
WORDS = {Point.Kind.FOR: "for", Point.Kind.AGAINST: "against", Point.Kind.QUESTION: "question"}


def points_section(request, proposal: Proposal, now) -> dict[str, Any]:
    """Values of `pages/points/section.html` in at most three queries: points, replies, reactions.

    The proposal comes with its counters, its consultation's phases and, for live updates, `live_v`.
    """
    questions = request.GET.get("points") == "questions"
    kinds = QUESTIONS if questions else SIDES
    before = {kind: number for kind in kinds if (number := asked_number(request, kind))}
    shown, more = shown_and_more(newest_points(proposal.pk, kinds, before=before), kinds)
    verdict = may_post(request.user, proposal, now)
    phases = phases_of(proposal.consultation)
    withdrawn = getattr(proposal, "withdrawal", None) is not None
    closes = None if withdrawn else closing_of(phases, Act.DISCUSS, now)
    return {
        "proposal": proposal,
        "questions": questions,
        "tabs": tabs(proposal, questions),
        "items": items(request, proposal, kinds, shown, verdict, closes, now, first=not before),
        "newer": newer_values(proposal),
        "changes": {"topic": f"points.{proposal.pk}", "v": getattr(proposal, "changes_v", 0)},
        "more_url": more_url(proposal, questions, more),
        "write": write_values(proposal, verdict, closes, now),
        "is_first_page": not before,
        "totals_for_all": shows_totals(proposal, now),
    }


def asked_number(request, kind) -> int:
    """`?before_for=120`: where this kind's next page begins; anything else is the beginning."""
    return number_in(request, f"before_{WORDS[kind]}")


def shown_and_more(points: list[Point], kinds) -> tuple[dict[str, list[Point]], dict[str, int]]:
    """A page of each kind, and for a kind that goes on the id its next page begins below."""
    shown, more = {}, {}
    for kind in kinds:
        of_kind = [point for point in points if point.kind == kind]
        shown[kind] = of_kind[:SHOWN]
        if len(of_kind) > SHOWN:
            more[kind] = shown[kind][-1].pk
    if more:  # a side that has ended stays ended on the next page
        more = {kind: more.get(kind, 1) for kind in kinds}
    return shown, more


def items(request, proposal, kinds, shown, verdict, closes, now, *, first) -> list[dict]:
    """Points in the order of the page: the sides alternate, and who stands first alternates by
    reader, so that on a narrow screen neither side always leads."""
    points = alternating([shown[kind] for kind in in_readers_order(request.user, proposal, kinds)])
    cards = point_cards(
        request.user,
        points,
        first_replies(points),
        reactions_of(request.user, [point.pk for point in points]),
        now,
        totals_for_all=shows_totals(proposal, now),
        may_react=bool(verdict),
    )
    if first:
        cards += [empty_values(kind, closes, now) for kind in kinds if not shown[kind]]
    return cards


def in_readers_order(reader, proposal, kinds):
    return kinds if (reader.pk or proposal.pk) % 2 else kinds[::-1]


def alternating(columns: list[list[Point]]) -> list[Point]:
    length = max((len(column) for column in columns), default=0)
    return [column[at] for at in range(length) for column in columns if at < len(column)]


def empty_values(kind, closes, now) -> dict[str, str]:
    """An empty side invites the missing voice, with the date."""
    missing = {
        Point.Kind.FOR: _("Nobody has argued for it yet."),
        Point.Kind.AGAINST: _("Nobody has argued against it yet."),
        Point.Kind.QUESTION: _("Nobody has asked the city anything yet."),
    }[kind]
    if closes:
        missing += " " + _("You can until %(day)s.") % {"day": last_day(closes, now)}
    return {"empty": missing, "kind": WORDS[kind]}


def tabs(proposal: Proposal, questions: bool) -> list[dict[str, Any]]:
    page, counters = proposal.get_absolute_url(), proposal.counters
    both = counters.points_for + counters.points_against
    return [
        {
            "text": _("For and against"),
            "count": written(both),
            "key": "point_counts.for point_counts.against",
            "url": f"{page}#say",
            "current": not questions,
        },
        {
            "text": _("Questions to the city"),
            "count": written(counters.questions),
            "key": "point_counts.question",
            "url": f"{page}?points=questions#say",
            "current": questions,
        },
    ]


def newer_values(proposal: Proposal) -> dict[str, Any]:
    counters = proposal.counters
    return {
        "topic": proposal.topic,
        "version": getattr(proposal, "live_v", 0),
        "after": counters.last_point_id,
        "count": counters.points_for + counters.points_against + counters.questions,
        "url": reverse("proposal-points", args=[proposal.pk]),
    }


def more_url(proposal: Proposal, questions: bool, more: dict[str, int]) -> str:
    if not more:
        return ""
    asked = {"points": "questions"} if questions else {}
    asked |= {f"before_{WORDS[kind]}": number for kind, number in more.items()}
    return f"{reverse('proposal-points', args=[proposal.pk])}?{urlencode(asked)}"


def write_values(proposal: Proposal, verdict, closes, now) -> dict[str, Any]:
    """Where writing begins: by choosing a side. Three equal ways, or one sentence why not."""
    new = reverse("point-new", args=[proposal.pk])
    return {
        "refusal": "" if verdict or verdict.code == "sign-in" else str(verdict),
        "sign_in_url": sign_in_url(new) if verdict.code == "sign-in" else "",
        "until": deadline(closes, now) if closes else "",
        "choices": [
            {"text": text, "url": f"{new}?kind={kind}", "sign": sign}
            for kind, text, sign in (
                ("for", _("For"), "for"),
                ("against", _("Against"), "against"),
                ("question", _("A question"), ""),
            )
        ]
        if verdict
        else [],
    }
