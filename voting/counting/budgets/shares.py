"""What Equal Shares counts: who supports what, how much it costs, what it is worth to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm

from voting.counting.budgets.tallying import longest, points_on
from voting.counting.election import Election
from voting.counting.errors import LotNeeded
from voting.counting.lots import Lots
from voting.counting.numbers import Number

PLACES = 5


@dataclass(frozen=True)
class Purchase:
    """A project bought for `rho` of money per utility; with `payers`, how many paid.

    `low` and `high` enclose `rho`; `rho` itself is None where nobody had to know it.
    `payers` paid in full; `short` gave the rest they had.
    """

    project: int
    low: float
    high: float
    rho: Fraction | None = None
    payers: int | None = None
    short: int | None = None


@dataclass(frozen=True)
class Shares:
    """Projects by number, in the order of the file; classes of voters with equal ballots.

    `supporters[p]` are (class, utility) pairs with utilities above nothing, as whole numbers.
    Only projects that cost something and have supporters take part: `able`.
    """

    ids: tuple[str, ...]
    costs: tuple[int, ...]
    votes: tuple[int, ...]
    weights: tuple[int, ...]
    voters: int
    unit: int
    supporters: tuple[tuple[tuple[int, ...], tuple[int, ...] | int], ...]

    @cached_property
    def able(self) -> tuple[int, ...]:
        return tuple(p for p, cost in enumerate(self.costs) if cost > 0 and self.supporters[p][0])

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """Each project's utility to all its supporters together."""
        return tuple(
            each[1] * votes
            if isinstance(each[1], int)
            else sum(self.weights[i] * u for i, u in pairs(each))
            for each, votes in zip(self.supporters, self.votes, strict=True)
        )

    def spent(self, projects: Iterable[int]) -> int:
        return sum(self.costs[p] for p in projects)

    def first(self, tied: Iterable[int], lots: Lots) -> tuple[int, tuple[int, ...]]:
        """Of projects at the same price: the cheaper, then the one with more votes, then by lot.

        Without a lot the first by id, and the others that only a lot parts from it.
        """
        tied = list(tied)
        best = min((self.costs[p], -self.votes[p]) for p in tied)
        alike = [p for p in tied if (self.costs[p], -self.votes[p]) == best]
        if len(alike) == 1:
            return alike[0], ()
        by_id = {self.ids[p]: p for p in alike}
        if all(key in lots.places for key in by_id):
            return by_id[lots.first(by_id)], ()
        chosen = by_id[min(by_id)]
        return chosen, tuple(p for p in alike if p != chosen)

    def lot_needed(self, tied: Iterable[int]) -> LotNeeded:
        return LotNeeded(sorted(self.ids[p] for p in tied))


def pairs(supporters: tuple) -> Iterable[tuple[int, int]]:
    """(class, utility) of each supporter; one number stands for a utility that all share."""
    classes, utilities = supporters
    if isinstance(utilities, int):
        return ((i, utilities) for i in classes)
    return zip(classes, utilities, strict=True)


def shown_price(shares: Shares, purchase: Purchase) -> Decimal:
    """What one supporter pays in full, or for one point; rounded down to five decimals."""
    return Decimal(min(_shown(shares, purchase))).scaleb(-PLACES)


def can_be_shown(shares: Shares, purchase: Purchase) -> bool:
    """Whether the bounds of a price round to one number; else it has to be known exactly."""
    return len(_shown(shares, purchase)) == 1


def _shown(shares: Shares, purchase: Purchase) -> set[int]:
    worth = shares.supporters[purchase.project][1]
    factor = Fraction((worth if isinstance(worth, int) else 1) * 10**PLACES, shares.unit)
    bounds = (
        (purchase.rho,)
        if purchase.rho is not None
        else (Fraction(purchase.low), Fraction(purchase.high))
    )
    return {int(bound * factor) for bound in bounds}


def shares_of(election: Election, utility: str) -> Shares:
    options = election.standing
    number_of = {option.id: p for p, option in enumerate(options)}
    costs = tuple(option.cost for option in options)
    weights = tuple(weight for _ballot, weight in election.ballots)
    supporters: tuple
    if utility == "score":
        supporters = _by_score(election, number_of)
    else:
        worth = costs if utility == "cost" else (1,) * len(costs)
        classes = _by_choice(election, number_of)
        supporters = tuple((tuple(each), u) for each, u in zip(classes, worth, strict=True))
    return Shares(
        ids=tuple(number_of),
        costs=costs,
        votes=tuple(sum(map(weights.__getitem__, classes)) for classes, _u in supporters),
        weights=weights,
        voters=election.voters,
        unit=election.unit,
        supporters=supporters,
    )


def _by_choice(election: Election, number_of: Mapping[str, int]) -> list[list[int]]:
    """For each project the classes that gave it anything."""
    found: dict[str, list[int]] = {key: [] for key in election.names}
    add = {key: classes.append for key, classes in found.items()}
    for i, (ballot, _weight) in enumerate(election.ballots):
        if ballot[0] in ("approval", "knapsack"):
            for key in ballot[1]:
                add[key](i)
        else:
            for key, points in points_on(ballot, 10**9):
                if points > 0:
                    add[key](i)
    return [found[key] for key in number_of]


def _by_score(election: Election, number_of: Mapping[str, int]) -> tuple:
    """Utilities are points, made whole by one common factor, which changes no comparison."""
    first = longest(election)
    found: list[list[tuple[int, Number]]] = [[] for _ in number_of]
    for i, (ballot, _weight) in enumerate(election.ballots):
        for key, points in points_on(ballot, first):
            p = number_of.get(key)
            if p is not None and points > 0:
                found[p].append((i, points))
    factor = lcm(*{Fraction(u).denominator for each in found for _i, u in each})
    return tuple(
        (tuple(i for i, _u in each), tuple(int(u * factor) for _i, u in each)) for each in found
    )
