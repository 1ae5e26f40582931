"""Casting, changing and withdrawing a ballot in an open poll."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from live.announcing import announce
from people.verdicts import Stale, require
from voting.ballots import canonical
from voting.events import TurnoutChanged
from voting.models import OpenBallot, Poll, PollHead, Result
from voting.rules import may_vote


@transaction.atomic
def cast_ballot(*, person, poll: Poll, ballot, received: datetime | None = None) -> OpenBallot:
    """Cast a person's ballot, or replace the one she cast; the last one received counts.

    `ballot` is raw input in a shape of `voting.ballots`; `received` is when the request came in:
    what came in before closing counts. Raises `Refused`, `BadInput`, or `Stale` once counted.
    """
    received = received or timezone.now()
    require(may_vote(person, poll, received))
    clean = canonical(
        ballot,
        kind=poll.kind,
        keys={option.key for option in poll.options.all()},
        max_choices=poll.max_choices,
    )
    _lock(poll)
    row, new = _put(person, poll, clean, received)
    if new:
        _raise_turnout(poll, +1)
    return row


@transaction.atomic
def withdraw_ballot(*, person, poll: Poll, received: datetime | None = None) -> None:
    """Take a ballot back while the poll is open; nothing happens where there was none."""
    require(may_vote(person, poll, received or timezone.now()))
    _lock(poll)
    gone, _by_model = OpenBallot.objects.filter(poll=poll, person=person).delete()
    if gone:
        _raise_turnout(poll, -1)


def _lock(poll: Poll) -> None:
    """Casts of one poll go one after the other, and none slips in behind the count."""
    PollHead.objects.select_for_update().get(poll=poll)
    if Result.objects.filter(poll=poll).exists():
        raise Stale(_("This poll has been counted. Your ballot was not."), "counted")


def _put(person, poll: Poll, ballot: dict, at: datetime) -> tuple[OpenBallot, bool]:
    """Whether it is her first is certain: the poll is locked, also for her other tab."""
    changed = OpenBallot.objects.filter(poll=poll, person=person).update(ballot=ballot, cast=at)
    if changed:
        return OpenBallot(poll=poll, person=person, ballot=ballot, cast=at), False
    return OpenBallot.objects.create(poll=poll, person=person, ballot=ballot, cast=at), True


def _raise_turnout(poll: Poll, by: int) -> None:
    PollHead.objects.filter(poll=poll).update(turnout=F("turnout") + by)
    announce(TurnoutChanged(poll.pk))
