"""Polls for tests."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import a_consultation
from voting.models import Option, Poll, PollHead


def a_poll(kind="yes-no", *, opens=-1, closes=10, options=3, consultation=None, **fields) -> Poll:
    """A poll whose span is given in days from now; approval polls get options p1, p2 …"""
    now = timezone.now()
    poll = Poll.objects.create(
        consultation=consultation or a_consultation(),
        kind=kind,
        question="Should the square have trees?",
        opens=now + timedelta(days=opens),
        closes=now + timedelta(days=closes),
        **fields,
    )
    PollHead.objects.create(poll=poll)
    if kind == "approval":
        Option.objects.bulk_create(
            Option(poll=poll, key=f"p{number}", title=f"Project {number}", order=number)
            for number in range(1, options + 1)
        )
    return poll


def close(poll: Poll) -> Poll:
    """Let the poll have closed a minute ago."""
    poll.closes = timezone.now() - timedelta(minutes=1)
    poll.save(update_fields=["closes"])
    return Poll.objects.get(pk=poll.pk)
