"""Supports and polls as pages and the API read them. Tallies leave here only after closing."""

from collections.abc import Iterable

from django.db.models import Prefetch, prefetch_related_objects

from live.topics import version_column
from people.models import Person
from people.verdicts import is_signed_in
from proposals.models import Proposal
from voting.models import OpenBallot, Option, Poll, Result, Support

YES_NO = Poll.Kind.YES_NO


def proposal_to_support(proposal_id: int) -> Proposal | None:
    """A public proposal with what the rule of support asks about, or None."""
    return (
        Proposal.objects.public()
        .select_related("consultation", "withdrawal", "counters")
        .filter(pk=proposal_id)
        .first()
    )


def supports_of(person: Person):
    """A person's supports, newest first, with their proposals."""
    return (
        Support.objects.filter(person=person)
        .select_related("proposal__consultation", "proposal__counters", "proposal__withdrawal")
        .order_by("-id")
    )


OPTIONS = Prefetch("options", Option.objects.select_related("proposal"))


def polls():
    """Published polls with what every page of them shows."""
    return Poll.objects.published().select_related("consultation__place", "head", "result")


def poll_by_id(poll_id: int) -> Poll | None:
    """One published poll with its options, or None.

    `live_v` is its topic's version in the same statement as the turnout, so no news is missed.
    """
    found = polls().annotate(live_v=version_column("poll")).prefetch_related("options")
    return found.filter(pk=poll_id).first()


def polls_of_consultation(consultation_id: int) -> list[Poll]:
    """Polls of a consultation, in the order they close."""
    return list(polls().filter(consultation_id=consultation_id).order_by("closes", "id"))


def polls_of_proposal(proposal_id: int) -> list[Poll]:
    """Polls about a proposal in the order they close, each with `live_v`, its topic's version."""
    found = polls().filter(proposal_id=proposal_id).annotate(live_v=version_column("poll"))
    ordered = list(found.order_by("closes", "id"))
    # Only a ballot to tick has options; most polls about a proposal are yes or no.
    prefetch_related_objects([poll for poll in ordered if poll.kind != YES_NO], "options")
    return ordered


def ballot_of(person: Person | None, poll: Poll) -> dict | None:
    """The ballot this person cast in an open poll, for her eyes alone."""
    if not is_signed_in(person):
        return None
    return (
        OpenBallot.objects.filter(poll=poll, person=person).values_list("ballot", flat=True).first()
    )


def own_ballots(person: Person | None, polls: Iterable[Poll]) -> dict[int, dict]:
    """The ballots this person cast in some polls, by poll, for her eyes alone: one query."""
    if not is_signed_in(person):
        return {}
    cast = OpenBallot.objects.filter(person=person, poll__in=list(polls))
    return dict(cast.values_list("poll_id", "ballot"))


def ballots_of(person: Person):
    """A person's own ballots in open polls, newest first."""
    return (
        OpenBallot.objects.filter(person=person)
        .select_related("poll__consultation", "poll__result", "poll__head")
        .prefetch_related("poll__options")
        .order_by("-id")
    )


def result_of(poll: Poll) -> dict | None:
    """The counted facts of a closed poll, None before. The only way to a tally."""
    if not poll.has_closed():
        return None
    result: Result | None = getattr(poll, "result", None)
    return result.facts if result else None
