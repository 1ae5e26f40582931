"""Telling people what concerns them: a row per person, made into a sentence when it is read.

phrase("proposal.answered", _("The city has answered “%(title)s”."))   # once, in ready()
tell([author], topic="proposal.34", event="proposal.answered",         # in the act's transaction
     facts={"title": "Shade"}, url="/proposals/34-shade/", addressed=True)

What thousands are told belongs in a job: see `people.telling`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from live.announcing import announce
from people.events import NoticesChanged
from people.mail import write_notice_letters
from people.models import Notice

BATCH = 1_000
UNKNOWN = _("Something you follow has changed.")


@dataclass(frozen=True)
class Phrase:
    """How an event reads: alone, below the title of its matter, and once its words are gone.

    `in_words` makes what is shown of what was stored: dates and names of roles in the reader's
    language.
    """

    sentence: Any
    short: Any
    gone: Any
    in_words: Callable[[dict[str, Any]], dict[str, Any]]


phrases: dict[str, Phrase] = {}


def phrase(
    event: str,
    sentence: Any,
    *,
    short: Any = None,
    gone: Any = None,
    in_words: Callable[[dict[str, Any]], dict[str, Any]] = dict,
) -> None:
    """Say how `event` reads; sentences are lazy and hold `%(name)s` for each fact they name."""
    phrases[event] = Phrase(sentence, short or sentence, gone, in_words)


@transaction.atomic
def tell(
    person_ids: Iterable[int | None],
    *,
    topic: str,
    event: str,
    facts: dict[str, Any] | None = None,
    url: str,
    ref: str = "",
    addressed: bool = False,
    letter_key: str = "",
    leaves: datetime | None = None,
) -> None:
    """Tell each of these persons once per (topic, event, ref), in the transaction of the act.

    Telling again changes nothing. Ids that are None (authors who left) are passed over. What is
    `addressed` to a person is mailed at once where she wants that; everything else waits for her
    digest. `letter_key` names a letter that tells her already; with `leaves` one that tells her at
    once waits until then, and may be torn up before.
    """
    if event not in phrases:
        raise LookupError(f"Register a sentence with people.notices.phrase({event!r}, …) first.")
    # In the order in which `announce` takes topics, so that two long lists told at once queue.
    ids = sorted({person_id for person_id in person_ids if person_id is not None}, key=str)
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        these = Notice.objects.filter(topic=topic, event=event, ref=ref, person__in=some)
        told = set(these.values_list("person_id", flat=True))
        new = [person_id for person_id in some if person_id not in told]
        if not new:
            continue
        Notice.objects.bulk_create(
            [
                Notice(
                    person_id=person_id,
                    topic=topic,
                    event=event,
                    ref=ref,
                    facts=facts or {},
                    url=url,
                    addressed=addressed,
                    letter_key=letter_key,
                )
                for person_id in new
            ],
            ignore_conflicts=True,
        )
        if addressed and not letter_key:
            write_notice_letters(these.filter(person__in=new), leaves)
        announce(NoticesChanged(tuple(new)))


@transaction.atomic
def retell(topic: str, **facts: Any) -> None:
    """Replace these facts in every notice about a topic: hidden words must not stay in notices."""
    about = Notice.objects.filter(topic=topic)
    # One statement for each wording, not for each of perhaps a hundred thousand readers.
    for said in about.order_by().values_list("facts", flat=True).distinct():
        now = said | {name: facts[name] for name in facts if name in said}
        if now != said:
            about.filter(facts=said).update(facts=now)


@transaction.atomic
def untell(*, topic: str, event: str, ref: str) -> None:
    """Take back what was told about something that its author has taken back."""
    told = Notice.objects.filter(topic=topic, event=event, ref=ref)
    readers = sorted(told.values_list("person_id", flat=True), key=str)
    told.delete()
    if readers:
        announce(NoticesChanged(tuple(readers)))


def sentence_of(notice: Notice, **now: Any) -> str:
    """What the notice says in the language that is active; `now` are facts that changed since."""
    said = phrases.get(notice.event)
    return str(said.sentence if said else UNKNOWN) % facts_of(notice, now)


def short_sentence_of(notice: Notice, **now: Any) -> str:
    """The same below the title of its matter, which it need not repeat."""
    said = phrases.get(notice.event)
    return str(said.short if said else UNKNOWN) % facts_of(notice, now)


def gone_sentence_of(notice: Notice) -> str:
    """What is left to say once the words it told of are no longer public; mostly nothing."""
    said = phrases.get(notice.event)
    return str(said.gone) if said and said.gone else ""


def facts_of(notice: Notice, now: dict[str, Any]) -> "Facts":
    said = phrases.get(notice.event)
    facts = notice.facts | {name: now[name] for name in now if now[name] is not None}
    return Facts(said.in_words(facts) if said else facts)


class Facts(dict[str, Any]):
    """Facts of an old notice under a newer sentence: what it lacks reads as an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"
