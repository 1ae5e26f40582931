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


@transaction.atomic
def count_poll(poll_id: int, now=None) -> Result:
    """Count a closed poll exactly, once; asking again returns the same result.

    Raises `Stale` before `closes` + GRACE.
    """
    now = now or timezone.now()
    PollHead.objects.select_for_update().get(poll_id=poll_id)
    if standing := Result.objects.filter(poll_id=poll_id).first():
        return standing
    poll = Poll.objects.get(pk=poll_id)
    if now < poll.closes + GRACE:
        raise Stale("The poll is still open.", "open")
    result = Result.objects.create(poll=poll, facts=counted_facts(poll), counted=now)
    OpenBallot.objects.filter(poll=poll).exclude(mark="").update(mark="")
    announce(PollCounted(poll.pk, poll.consultation_id))
    return result
