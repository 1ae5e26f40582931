"""A closed poll is counted once; the clock asks for it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from live.announcing import announce
from people.verdicts import Stale
from voting.events import PollCounted
from voting.models import OpenBallot, Poll, PollHead, Result
from voting.queries.counting import counted_facts

GRACE = timedelta(seconds=3)
"""Ballots received before closing may still be on their way to the database for this long."""


def count_poll(poll_id: int, now=None) -> Result:
    """Count a closed poll exactly, once; asking again returns the same result.

    Counting comes first, because it may take seconds and nothing changes any more; only the
    result is written under the lock, so that nobody else's act waits for it.
    Raises `Stale` before `closes` + GRACE.
    """
    now = now or timezone.now()
    if standing := Result.objects.filter(poll_id=poll_id).first():
        return standing
    poll = over(Poll.objects.get(pk=poll_id), now)
    return keep_result(poll, counted_facts(poll), now)


@transaction.atomic
def keep_result(poll: Poll, facts: dict, now) -> Result:
    """The result of a poll that is over, and its news; the first of two counts stands."""
    PollHead.objects.select_for_update().get(poll=poll)
    if standing := Result.objects.filter(poll=poll).first():
        return standing
    over(Poll.objects.get(pk=poll.pk), now)
    result = Result.objects.create(poll=poll, facts=facts, counted=now)
    OpenBallot.objects.filter(poll=poll).exclude(mark="").update(mark="")
    announce(PollCounted(poll.pk, poll.consultation_id))
    return result


def over(poll: Poll, now) -> Poll:
    if now < poll.closes + GRACE:
        raise Stale("The poll is still open.", "open")
    return poll
