"""Equal Shares with floats as a filter: each purse with its own error bound.

What the floats cannot decide is decided in exact fractions, so that the purchases are those of
`shares_exact` always. The argument stands in docs/decisions/0016-floats-as-a-filter.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import isqrt

import numpy as np

from voting.counting.budgets.shares import Purchase, Shares, can_be_shown
from voting.counting.budgets.shares_exact import Purses
from voting.counting.lots import Lots

EPS = 2.0**-52


class Arrays:
    """The election as arrays, made once for all runs."""

    def __init__(self, shares: Shares):
        self.shares = shares
        self.weights = np.array(shares.weights, dtype=np.float64)
        self.classes = [np.array(each, dtype=np.int64) for each, _u in shares.supporters]
        self.utilities = [
            float(u) if isinstance(u, int) else np.array(u, dtype=np.float64)
            for _each, u in shares.supporters
        ]
        self.own = [self.weights[each] for each in self.classes]
        self.worth = [w * u for w, u in zip(self.own, self.utilities, strict=True)]
        # Sums are made of about √k sums of √k terms: each is off by less than this, in any order.
        roots = [isqrt(len(each)) + 1 for each in self.classes]
        self.starts = [
            np.arange(0, len(each), root) for each, root in zip(self.classes, roots, strict=True)
        ]
        self.off = [(2 * root + 12) * EPS for root in roots]

    def sum(self, p: int, terms: np.ndarray) -> float:
        """The sum over a project's supporters of terms that are not negative."""
        return float(np.add.reduceat(terms, self.starts[p]).sum())


@dataclass
class Price:
    """`low` ≤ rho ≤ `high`; `exact` where no purse binds or somebody computed it."""

    low: float
    high: float
    exact: Fraction | None = None


class Run:
    """One run: `left` are the purses, none of them off by more than its `error`."""

    def __init__(self, arrays: Arrays, endowment: Fraction, lots: Lots, detailed: bool):
        self.arrays, self.shares, self.lots = arrays, arrays.shares, lots
        self.endowment, self.detailed = endowment, detailed
        self.left = np.full(len(arrays.weights), float(endowment))
        self.error = np.full(len(arrays.weights), float(endowment) * EPS)
        self.bought: list[Purchase] = []
        self.purses: Purses | None = None
        self.replayed = 0

    def all(self) -> list[Purchase]:
        shares = self.shares
        self.queue = [(shares.costs[p] / shares.totals[p] * (1 - 4 * EPS), p) for p in shares.able]
        heapify(self.queue)
        while self.queue:
            prices = self.cheapest()
            if not prices:
                break
            p, alike = self.choose(prices)
            for other, price in prices.items():
                if other != p and other not in alike:
                    heappush(self.queue, (price.low, other))
            self.buy(p, prices[p])
            for other in sorted(alike, key=lambda each: shares.ids[each]):
                # Only a lot parts these. At the same price all the same, no order matters.
                if self.exact().rho(other) != prices[p].exact:
                    raise shares.lot_needed([p, *alike])
                self.buy(other, prices[p])
        return self.bought

    def cheapest(self) -> dict[int, Price]:
        """The projects whose price may be the least, with their prices."""
        found: dict[int, Price] = {}
        best = float("inf")
        while self.queue and self.queue[0][0] <= best:
            before, p = heappop(self.queue)
            price = self.price(p, before)
            if price is None:
                continue
            found[p] = price
            best = min(best, price.high)
        for p in [p for p, price in found.items() if price.low > best]:
            heappush(self.queue, (found.pop(p).low, p))
        return found

    def choose(self, prices: dict[int, Price]) -> tuple[int, Iterable[int]]:
        """The one to buy, decided exactly where bounds overlap, and those only a lot parts from it."""
        if len(prices) == 1:
            return next(iter(prices)), ()
        for p, price in prices.items():
            if price.exact is None:
                price.exact = self.exact().rho(p)
                assert price.exact is not None
                price.low = price.high = float(price.exact)
        least = min(price.exact for price in prices.values() if price.exact is not None)
        return self.shares.first((p for p in prices if prices[p].exact == least), self.lots)

    def price(self, p: int, before: float) -> Price | None:
        """Bounds of rho from the purses as they are; None where the supporters cannot pay."""
        arrays, cost = self.arrays, float(self.shares.costs[p])
        mine, u, own, worth = (
            arrays.classes[p],
            arrays.utilities[p],
            arrays.own[p],
            arrays.worth[p],
        )
        off = arrays.off[p]
        left, error = self.left[mine], self.error[mine]
        total = arrays.sum(p, own * left)
        slack = arrays.sum(p, own * error) * (1 + off) + off * total
        if total + slack < cost:
            return None
        free = cost / float(self.shares.totals[p])
        if float(((left - error) / u).min()) >= free * (1 + 4 * EPS):
            exact = Fraction(self.shares.costs[p], self.shares.totals[p])
            return Price(free * (1 - 4 * EPS), free * (1 + 4 * EPS), exact)
        if total - slack < cost:
            return self.exact_price(p)
        rho, slope = solve(left / u, left * own, worth, cost, before)
        margin = 4 * (slack + off * cost) / slope + 8 * EPS * rho if slope > 0 else float("inf")
        for _attempt in range(3):
            low, high = rho - margin, rho + margin
            if (
                low > 0
                and arrays.sum(p, own * np.minimum(left + error, low * u)) * (1 + off) <= cost
                and arrays.sum(p, own * np.minimum(np.maximum(left - error, 0.0), high * u))
                * (1 - off)
                >= cost
            ):
                return Price(low, high)
            margin *= 16
        return self.exact_price(p)

    def exact_price(self, p: int) -> Price | None:
        rho = self.exact().rho(p)
        if rho is None:
            return None
        return Price(float(rho) * (1 - 2 * EPS), float(rho) * (1 + 2 * EPS), rho)

    def buy(self, p: int, price: Price) -> None:
        arrays = self.arrays
        mine, u, own = arrays.classes[p], arrays.utilities[p], arrays.own[p]
        left, error = self.left[mine], self.error[mine]
        rho = (price.low + price.high) / 2
        doubt = (price.high - price.low) / 2 + 2 * EPS * price.high
        short = left + error <= price.low * u * (1 - 2 * EPS)
        empty = left + error <= 0
        payers = giving = None
        if self.detailed:
            full = left - error >= price.high * u * (1 + 2 * EPS)
            sure = full | (short & (empty | (left - error > 0)))
            if bool(sure.all()):
                payers, giving = int(own[full].sum()), int(own[short & ~empty].sum())
        pay = rho * u
        error = error + doubt * u + 4 * EPS * (left + pay)
        self.left[mine] = np.where(short, 0.0, np.maximum(left - pay, 0.0))
        self.error[mine] = np.where(short, 0.0, error)
        self.bought.append(Purchase(p, price.low, price.high, price.exact, payers, giving))

    def exact(self) -> Purses:
        """The purses in exact fractions, brought up to what was bought so far."""
        if self.purses is None:
            self.purses = Purses(self.shares, self.endowment)
        while self.replayed < len(self.bought):
            done = self.bought[self.replayed]
            rho = done.rho if done.rho is not None else self.purses.rho(done.project)
            assert rho is not None
            self.bought[self.replayed] = self.purses.buy(done.project, rho)
            self.replayed += 1
        return self.purses


def solve(
    bound: np.ndarray, money: np.ndarray, worth: np.ndarray, cost: float, start: float
) -> tuple[float, float]:
    """Near the rho at which all pay `cost`, each at most `money`; and the utility that still pays.

    Newton's steps from below on a concave function: each step caps whom the last one left short.
    """
    rho, slope = start, 0.0
    for _step in range(64):
        free = bound >= rho
        slope = float(worth @ free)
        if slope <= 0:
            return rho, 0.0
        better = (cost - float(money @ ~free)) / slope
        if better <= rho * (1 + 4 * EPS):
            break
        rho = better
    return rho, slope


def run(arrays: Arrays, endowment: Fraction, lots: Lots, *, detailed: bool) -> list[Purchase]:
    """All purchases; with `detailed`, each with its payers and its exact price where needed."""
    one = Run(arrays, endowment, lots, detailed)
    bought = one.all()
    if detailed and any(
        purchase.payers is None or not can_be_shown(arrays.shares, purchase) for purchase in bought
    ):
        one.exact()
    return one.bought
