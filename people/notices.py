"""Telling people what concerns them: a row per person, made into a sentence when it is read.

phrase("proposal.answered", _("The city has answered “%(title)s”."))   # once, in ready()
tell(supporters, topic="proposal.34", event="proposal.answered",       # in the act's transaction
     facts={"title": "Shade"}, url="/proposals/34-shade/")
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from live.announcing import announce
from people.events import NoticesChanged
from people.models import Notice

BATCH = 1_000
UNKNOWN = _("Something you follow has changed.")

phrases: dict[str, Any] = {}


def phrase(event: str, sentence: Any) -> None:
    """Say how `event` reads; `sentence` is lazy and holds `%(name)s` for each fact it names."""
    phrases[event] = sentence


@transaction.atomic
def tell(
    person_ids: Iterable[int | None],
    *,
    topic: str,
    event: str,
    facts: dict[str, Any] | None = None,
    url: str,
    ref: str = "",
) -> None:
    """Tell each of these persons once per (topic, event, ref), in the transaction of the act.

    Telling again changes nothing. Ids that are None (authors who left) are passed over.
    """
    if event not in phrases:
        raise LookupError(f"Register a sentence with people.notices.phrase({event!r}, …) first.")
    # In the order in which `announce` takes topics, so that two long lists told at once queue.
    ids = sorted({person_id for person_id in person_ids if person_id is not None}, key=str)
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        Notice.objects.bulk_create(
            [
                Notice(
                    person_id=person_id,
                    topic=topic,
                    event=event,
                    ref=ref,
                    facts=facts or {},
                    url=url,
                )
                for person_id in some
            ],
            ignore_conflicts=True,
        )
        announce(NoticesChanged(tuple(some)))


@transaction.atomic
def retell(topic: str, **facts: Any) -> None:
    """Replace these facts in every notice about a topic: hidden words must not stay in notices."""
    changed = []
    for notice in Notice.objects.filter(topic=topic).iterator(BATCH):
        notice.facts = notice.facts | {name: facts[name] for name in facts if name in notice.facts}
        changed.append(notice)
    Notice.objects.bulk_update(changed, ["facts"], batch_size=BATCH)


@transaction.atomic
def untell(*, topic: str, event: str, ref: str) -> None:
    """Take back what was told about something that its author has taken back."""
    told = Notice.objects.filter(topic=topic, event=event, ref=ref)
    readers = sorted(told.values_list("person_id", flat=True), key=str)
    told.delete()
    if readers:
        announce(NoticesChanged(tuple(readers)))


def sentence_of(notice: Notice) -> str:
    """What the notice says, in the language that is active now."""
    return str(phrases.get(notice.event, UNKNOWN)) % Facts(notice.facts)


class Facts(dict[str, Any]):
    """Facts of an old notice under a newer sentence: what it lacks reads as an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"
