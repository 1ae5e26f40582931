"""Every write of this app, one verb phrase each."""

from voting.actions.casting import cast_ballot, withdraw_ballot
from voting.actions.closing import GRACE, count_poll
from voting.actions.polling import make_poll, remove_poll
from voting.actions.supporting import give_support, take_support_back

__all__ = [
    "GRACE",
    "cast_ballot",
    "count_poll",
    "give_support",
    "make_poll",
    "remove_poll",
    "take_support_back",
    "withdraw_ballot",
]
