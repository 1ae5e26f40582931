"""Showing a person's sockets out: at logout, ban, change of role or password."""

import logging
from functools import partial

from django.db import transaction

from live.hub import hub
from live.models import Revocation

log = logging.getLogger(__name__)


@transaction.atomic
def close_sockets(person_id: int, *, reason: str) -> None:
    """Close every socket of this person once the transaction has committed.

    Here at once, in other processes within five seconds: they read the row. The page connects
    again by itself and is asked anew who it is.
    """
    row = Revocation.objects.create(person_id=person_id, reason=reason[:60])
    transaction.on_commit(partial(tell_the_hub, row))


def tell_the_hub(row: Revocation) -> None:
    try:
        hub.show_out(row.pk, row.person_id, row.reason)
    except Exception:
        log.exception("live updates: could not show sockets out")
