"""What is counted: options, ballots and the facts of a file or a poll."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Protocol, runtime_checkable

from voting.counting.ballots import Weighted, named
from voting.counting.errors import BadCount
from voting.counting.numbers import Number, amount
from voting.counting.words import Money, Sentence, _


@runtime_checkable
class Packed(Protocol):
    """Ballots kept in another form, which were checked when they were packed (`orders.Orders`)."""

    @property
    def voters(self) -> int: ...
    @property
    def kinds(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class Option:
    """A choice. `cost` in the smallest parts of the currency; at most one of a `group` wins."""

    id: str
    name: str = ""
    cost: int = 0
    group: str = ""
    district: str = ""
    category: str = ""
    withdrawn: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Election:
    """Everything a count needs. `ballots` are distinct ones with their weight.

    `rule` is what the file itself names, with its options, where it is one we know;
    `pots` are the budgets of districts that have their own; `unit` parts make one of the currency;
    `lots` is the order that was drawn for ties; `notes` say what is odd about a file and was counted all the same.
    """

    options: tuple[Option, ...]
    ballots: Sequence[Weighted]
    kind: str = ""
    title: str = ""
    budget: int | None = None
    pots: Mapping[str, int] = field(default_factory=dict)
    seats: int | None = None
    currency: str = ""
    unit: int = 100
    rule: tuple[str, Mapping[str, str]] | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Sentence, ...] = ()
    lots: tuple[str, ...] = ()

    @cached_property
    def voters(self) -> int:
        if isinstance(self.ballots, Packed):
            return self.ballots.voters
        return sum(weight for _ballot, weight in self.ballots)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of ballots there are, blank ones left out."""
        if isinstance(self.ballots, Packed):
            return self.ballots.kinds
        return frozenset(ballot[0] for ballot, _weight in self.ballots) - {"blank"}

    @property
    def names(self) -> dict[str, str]:
        return {option.id: option.name for option in self.options}

    @property
    def standing(self) -> tuple[Option, ...]:
        """The options that have not been withdrawn."""
        return tuple(option for option in self.options if not option.withdrawn)

    def money(self, parts: int) -> Money:
        """An amount for people."""
        return Money(parts, self.currency, self.unit)

    def exact_money(self, parts: Number) -> int | str:
        """An amount for exact JSON, in the currency's own units."""
        return amount(parts, self.unit)

    def noting(self, notes: Iterable[Sentence]) -> "Election":
        return replace(self, notes=(*self.notes, *notes))

    def check(self) -> None:
        """Refuse ids that stand twice and ballots that name strangers."""
        known = {option.id for option in self.options}
        if len(known) < len(self.options):
            raise BadCount(_("An option stands twice."))
        if isinstance(self.ballots, Packed):
            return
        if any(weight < 1 for _ballot, weight in self.ballots):
            raise BadCount(_("A ballot must count at least once."))
        said = set(chain.from_iterable(named(ballot) for ballot, _weight in self.ballots))
        if strangers := sorted(said - known):
            raise BadCount(_("There is no option %(id)s.", id=strangers[0]))
