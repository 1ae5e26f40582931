"""`announce()`: the only door for news, and it always waits for the commit."""

import logging
from functools import partial

from django.db import connection, transaction

from live.events import Event
from live.hub import hub
from live.topics import check_topic

log = logging.getLogger(__name__)


def announce(event: Event) -> dict[str, int]:
    """Raise the version of each topic of the event, and tell its followers once committed.

    Call it inside the transaction of the act: rolled back, it was never news. Returns
    `{topic: new version}`. Nothing that goes wrong after the commit reaches the caller.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{event.name} announced outside a transaction: news waits for commit.")
    versions = raise_versions(event.topics())
    transaction.on_commit(partial(tell_the_hub, versions))
    return versions


def raise_versions(topics) -> dict[str, int]:
    """Add one to `v` of each topic, in one statement that reads the same on both databases.

    Keys are sorted, so that two acts which touch the same topics queue instead of dead-locking.
    """
    keys = sorted({check_topic(topic) for topic in topics})
    if not keys:
        return {}
    places = ", ".join(["(%s, 1)"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO live_topicversion (topic, v) VALUES {places} "  # noqa: S608 - only placeholders
            "ON CONFLICT (topic) DO UPDATE SET v = live_topicversion.v + 1 RETURNING topic, v",
            keys,
        )
        return dict(cursor.fetchall())


def tell_the_hub(versions: dict[str, int]) -> None:
    """Mark topics as changed. Never raises, never blocks: a vote does not fail with its news."""
    try:
        hub.mark(versions)
    except Exception:
        log.exception("live updates: could not mark %s", ", ".join(versions))
