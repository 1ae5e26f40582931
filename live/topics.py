"""What may be followed, by whom, and what its followers are sent.

A topic is a kind and a number: `proposal.34`. Upper apps register their kinds in `ready()`, so
that `live` can authorise and answer without importing anybody.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from live.models import TopicVersion

TOPIC = re.compile(r"([a-z][a-z-]{0,39})\.(0|[1-9][0-9]{0,17})", re.ASCII)

kinds: dict[str, "TopicKind"] = {}


@dataclass(frozen=True)
class TopicKind:
    """How one kind of topic answers.

    `snapshot(keys)` returns the whole, public-safe facts of all keys in ONE query; a key it leaves
    out is unseen or gone. `may_follow(person_or_none, key)` says who may follow, falsy when refused,
    with its sentence as `str()`; None means public: nobody is asked, no session is loaded.
    `rows(key, since_v)` are the rows of a list that moved after `since_v`, each with its `id`.
    `recheck(person, key)` is asked in memory, without a query, before each message of a private kind.
    """

    name: str
    snapshot: Callable[[Sequence[int]], dict[int, dict[str, Any]]]
    may_follow: Callable[[Any, int], Any] | None = None
    rows: Callable[[int, int], list[dict[str, Any]]] | None = None
    recheck: Callable[[Any, int], bool] | None = None


def register(kind: TopicKind) -> None:
    """Make a kind of topic known; called once for each kind, in the upper app's `ready()`."""
    if not TOPIC.fullmatch(f"{kind.name}.1"):
        raise ValueError(f"“{kind.name}” cannot name a kind of topic.")
    kinds[kind.name] = kind


def find(topic: str) -> tuple[TopicKind, int] | None:
    """The kind and the number of a topic; None where nothing of that name can be followed."""
    match = TOPIC.fullmatch(topic)
    kind = kinds.get(match[1]) if match else None
    return (kind, int(match[2])) if match and kind else None


def check_topic(topic: str) -> str:
    """The topic itself, or ValueError: an event with a misspelt topic is a mistake of ours."""
    if not TOPIC.fullmatch(topic):
        raise ValueError(f"“{topic}” is not a topic; write a kind and a number, like proposal.34.")
    return topic


def versions(topics: Iterable[str]) -> dict[str, int]:
    """The version of each topic, 0 where nothing ever happened; one query.

    A page reads versions BEFORE the facts it shows: then the worst that can happen is to be sent
    the same facts again. The other way round it could miss news.
    """
    found = dict.fromkeys(topics, 0)
    found.update(TopicVersion.objects.filter(topic__in=found).values_list("topic", "v"))
    return found


def version_column(kind: str, key: str = "pk") -> Coalesce:
    """For `annotate()`: the version of each row's topic, read in the same statement as its facts."""
    topic = Concat(Value(f"{kind}."), Cast(OuterRef(key), CharField()))
    found = TopicVersion.objects.filter(topic=topic).values("v")[:1]
    return Coalesce(Subquery(found, output_field=BigIntegerField()), 0)
