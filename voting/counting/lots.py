"""Lots: one order of all options, drawn once before the whole run.

The seed's hash can be published before voting closes; whoever knows the seed draws the same order.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from voting.counting.errors import LotNeeded


@dataclass(frozen=True)
class Lots:
    """`places` says of each option where it stands in the drawn order; empty: no lot was drawn."""

    places: dict[str, int] = field(default_factory=dict)
    seed: str = ""

    @property
    def commitment(self) -> str:
        """What is published beforehand: the seed's SHA-256."""
        return commitment(self.seed) if self.seed else ""

    def first(self, tied: Iterable[str]) -> str:
        """The one of these that the lot puts first. Raises `LotNeeded` where none was drawn."""
        tied = sorted(tied)
        if len(tied) == 1:
            return tied[0]
        if any(key not in self.places for key in tied):
            raise LotNeeded(tied)
        return min(tied, key=self.places.__getitem__)

    def in_order(self, tied: Iterable[str]) -> list[str]:
        """All of these in the drawn order. Raises `LotNeeded` where none was drawn."""
        tied = sorted(tied)
        if len(tied) > 1:
            self.first(tied)
        return sorted(tied, key=lambda key: self.places.get(key, 0))


NO_LOTS = Lots()


def draw(ids: Iterable[str], seed: str) -> Lots:
    """The order that this seed gives: by SHA-256 of seed and id."""
    ordered = sorted(ids, key=lambda key: (_digest(seed, key), key))
    return Lots({key: place for place, key in enumerate(ordered)}, seed)


def given(order: Iterable[str]) -> Lots:
    """An order that was drawn elsewhere, first to last."""
    return Lots({key: place for place, key in enumerate(order)})


def commitment(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()


def _digest(seed: str, key: str) -> bytes:
    return hashlib.sha256(f"{seed}\0{key}".encode()).digest()


def part(tied: Iterable[str], lots: Lots, *keys: Callable[[str], Any]) -> str:
    """The first by these keys in turn (each: less is better), and by lot where all are equal."""
    tied = list(tied)
    for key in keys:
        least = min(map(key, tied))
        tied = [one for one in tied if key(one) == least]
    return lots.first(tied)
