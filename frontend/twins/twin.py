"""What a twin is made of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


class Here(str):
    """An address on this site; written whole, with its host, so that a file can travel."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a twin: its name never changes, its meaning is a sentence."""

    name: str
    meaning: Any


@dataclass(frozen=True, slots=True)
class Twin:
    """A public page as data: facts about the whole, then rows, each with a value for every column.

    `rows` may be a generator: it is asked for one row after the other, while they are being sent.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[dict[str, Any]]
    facts: dict[str, Any] = field(default_factory=dict)
    notes: tuple[Any, ...] = ()
