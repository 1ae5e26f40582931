"""Equal Shares in exact fractions, with voters grouped who have the same money left."""

from collections.abc import Iterable
from fractions import Fraction
from heapq import heapify, heappop, heappush

from voting.counting.budgets.shares import Purchase, Shares, pairs
from voting.counting.lots import Lots


class Purses:
    """Who has how much left. Voters whose purses went the same way are one group."""

    def __init__(self, shares: Shares, endowment: Fraction):
        self.shares = shares
        self.left: list[Fraction] = [endowment]
        self.group = [0] * len(shares.weights)

    def worth(self, p: int) -> dict[tuple[int, int], int]:
        """Weight of a project's supporters by (group, utility), those with nothing left out."""
        found: dict[tuple[int, int], int] = {}
        weights, group = self.shares.weights, self.group
        for i, u in pairs(self.shares.supporters[p]):
            key = (group[i], u)
            found[key] = found.get(key, 0) + weights[i]
        return {key: weight for key, weight in found.items() if self.left[key[0]]}

    def money(self, p: int) -> Fraction:
        """What a project's supporters have left together."""
        return sum((self.left[g] * w for (g, _u), w in self.worth(p).items()), Fraction(0))

    def rho(self, p: int, cost: int | None = None) -> Fraction | None:
        """The least price of one utility at which the supporters pay the cost; None: they cannot."""
        worth = self.worth(p)
        to_pay = Fraction(self.shares.costs[p] if cost is None else cost)
        utility = sum(u * weight for (_g, u), weight in worth.items())
        for (g, u), weight in sorted(
            worth.items(), key=lambda each: (self.left[each[0][0]] / each[0][1], each[0])
        ):
            if self.left[g] * utility >= to_pay * u:
                return to_pay / utility
            to_pay -= self.left[g] * weight
            utility -= u * weight
        return None

    def gives(self, p: int, rho: Fraction) -> Fraction:
        """What the supporters of a project would pay together at this price of one utility."""
        return sum(
            (min(self.left[g], rho * u) * w for (g, u), w in self.worth(p).items()), Fraction(0)
        )

    def buy(self, p: int, rho: Fraction) -> Purchase:
        payers = short = 0
        moved: dict[tuple[int, int], int] = {}
        for i, u in pairs(self.shares.supporters[p]):
            g = self.group[i]
            if not self.left[g]:
                continue
            if (g, u) not in moved:
                moved[g, u] = len(self.left)
                self.left.append(max(self.left[g] - rho * u, Fraction(0)))
            if self.left[g] >= rho * u:
                payers += self.shares.weights[i]
            else:
                short += self.shares.weights[i]
            self.group[i] = moved[g, u]
        price = float(rho)
        return Purchase(p, price, price, rho, payers, short)


def run(shares: Shares, endowment: Fraction, lots: Lots) -> list[Purchase]:
    """All purchases when everybody begins with `endowment`. Raises `LotNeeded`."""
    purses = Purses(shares, endowment)
    queue = [(Fraction(shares.costs[p], shares.totals[p]), p) for p in shares.able]
    heapify(queue)
    bought: list[Purchase] = []
    while queue:
        best: Fraction | None = None
        tied: list[int] = []
        while queue and (best is None or queue[0][0] <= best):
            _before, p = heappop(queue)
            rho = purses.rho(p)  # never less than before: purses only get lighter
            if rho is None:
                continue
            if best is None or rho < best:
                if best is not None:
                    for other in tied:
                        heappush(queue, (best, other))
                best, tied = rho, [p]
            elif rho == best:
                tied.append(p)
            else:
                heappush(queue, (rho, p))
        if best is None:
            break
        p, alike = shares.first(tied, lots)
        for other in tied:
            if other != p:
                heappush(queue, (best, other))
        bought.append(purses.buy(p, best))
        bought += buy_alike(purses, queue, p, alike, best)
    return bought


def buy_alike(
    purses: Purses, queue: list, first: int, alike: Iterable[int], rho: Fraction
) -> list[Purchase]:
    """What only a lot parts is bought one after another, where all can be had at the same price.

    Then the order changes nothing: everybody pays the same for each. Else `LotNeeded` is raised.
    """
    bought = []
    for p in sorted(alike, key=lambda p: purses.shares.ids[p]):
        if purses.rho(p) != rho:
            raise purses.shares.lot_needed([first, *alike])
        queue.remove((rho, p))
        heapify(queue)
        bought.append(purses.buy(p, rho))
    return bought
