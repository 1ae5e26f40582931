"""What may be followed: a poll's turnout and state."""

from django.utils import timezone

from live.topics import TopicKind, register
from voting.models import Poll


def poll_snapshots(ids) -> dict[int, dict]:
    """Turnout and state of polls, in one query. Tallies are never here."""
    now = timezone.now()
    polls = Poll.objects.published().filter(pk__in=ids).select_related("head", "result")
    return {poll.pk: {"turnout": poll.head.turnout, "state": poll.state(now)} for poll in polls}


def register_topics() -> None:
    register(TopicKind(name="poll", snapshot=poll_snapshots))
