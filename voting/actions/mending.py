"""Putting a poll's stored turnout right after a recount (`manage.py verify_tallies`)."""

from django.db import transaction

from live.announcing import announce
from voting.events import TurnoutChanged
from voting.models import PollHead


@transaction.atomic
def mend_turnout(poll_id: int, turnout: int) -> None:
    """Write the number of ballots counted over the stored one, and tell who watches."""
    PollHead.objects.filter(pk=poll_id).update(turnout=turnout)
    announce(TurnoutChanged(poll_id))
