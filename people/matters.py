"""What notices are about, as it stands now: the title of a matter, and the words something says.

Upper apps register here in `ready()`. Only what the public may read is found, so that what was
hidden since is in no notice and in no letter. One query per kind, however many are asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from live.topics import TOPIC
from people.models import Notice


@dataclass(frozen=True)
class Matter:
    """A proposal, consultation, theme or place: what people follow and are told about.

    `public` is False for one that was hidden: its title says only so.
    """

    title: str
    url: str
    noun: str
    public: bool = True


@dataclass(frozen=True)
class Quote:
    """The words that a notice tells of: a reply, an answer, a proposal's title and beginning."""

    text: str = ""
    title: str = ""
    by: str | None = None


Find = Callable[[Sequence[int]], dict[int, Any]]

kinds: dict[str, Callable[[Sequence[int]], dict[int, Matter]]] = {}
quotable: dict[
    str, tuple[Callable[[Notice], int], Callable[[Sequence[int]], dict[int, Quote]]]
] = {}


def matter_kind(name: str, find: Callable[[Sequence[int]], dict[int, Matter]]) -> None:
    """Make `find` answer for topics like `name.34`."""
    kinds[name] = find


def quote_by_ref(event: str, find: Callable[[Sequence[int]], dict[int, Quote]]) -> None:
    """Make `find` answer for what the `ref` of this event's notices names."""
    quotable[event] = (lambda notice: int(notice.ref or 0), find)


def quote_by_topic(event: str, find: Callable[[Sequence[int]], dict[int, Quote]]) -> None:
    """Make `find` answer for what the topic of this event's notices names."""
    quotable[event] = (lambda notice: key_of(notice.topic), find)


def key_of(topic: str) -> int:
    return int(topic.rpartition(".")[2])


def matters_of(topics: Iterable[str]) -> dict[str, Matter]:
    """The matter of each topic, as far as the public may know of it."""
    asked: dict[str, set[int]] = defaultdict(set)
    for topic in topics:
        match = TOPIC.fullmatch(topic)
        if match and match[1] in kinds:
            asked[match[1]].add(int(match[2]))
    return {
        f"{kind}.{key}": matter
        for kind, keys in asked.items()
        for key, matter in kinds[kind](sorted(keys)).items()
    }


def matter_of(topic: str) -> Matter | None:
    return matters_of([topic]).get(topic)


def quotes_of(notices: Iterable[Notice]) -> dict[int, Quote]:
    """What each of these notices tells of, by its number, where the public may read it now."""
    wanted: dict[Any, dict[int, int]] = defaultdict(dict)
    for notice in notices:
        if notice.event in quotable:
            key, find = quotable[notice.event]
            wanted[find][notice.pk] = key(notice)
    found: dict[int, Quote] = {}
    for find, keys in wanted.items():
        quotes = find(sorted(set(keys.values())))
        found |= {pk: quotes[key] for pk, key in keys.items() if key in quotes}
    return found
