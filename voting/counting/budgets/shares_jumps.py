"""`completion=add-opt`: shares raised by one smallest part after another, without trying each.

As shares grow and the purchases stay the same, purses only get fuller and prices only fall. So when
a run at a higher share buys the same in the same order, and before each purchase every rival is
still dearer there than the purchase was at the lower share, then no share in between buys anything
else: all of them are passed over at once.
"""

from dataclasses import dataclass
from fractions import Fraction

from voting.counting.budgets import shares_exact
from voting.counting.budgets.shares import Purchase, Shares
from voting.counting.lots import Lots

Bought = list[Purchase]


@dataclass
class Jumps:
    """Walks up the shares; `stride` is how many parts it dares to pass over next."""

    shares: Shares
    lots: Lots
    stride: int = 1

    def start(self, share: Fraction) -> Bought:
        return shares_exact.run(self.shares, share, self.lots)

    def onward(self, share: Fraction, bought: Bought) -> tuple[Fraction, Bought]:
        """A higher share and its purchases; all shares passed over on the way bought the same."""
        while self.stride > 1:
            if self.holds(share + self.stride, bought):
                share += self.stride
                bought = shares_exact.run(self.shares, share, self.lots)
                self.stride *= 2
                return share, bought
            self.stride = max(self.stride // 4, 1)
        self.stride = 2
        return share + 1, shares_exact.run(self.shares, share + 1, self.lots)

    def holds(self, share: Fraction, bought: Bought) -> bool:
        """Whether every share up to this one buys the same."""
        purses = shares_exact.Purses(self.shares, share)
        taken: set[int] = set()
        for each in bought:
            taken.add(each.project)
            before = each.rho
            assert before is not None
            for rival in self.shares.able:
                if rival in taken:
                    continue
                price = purses.rho(rival)
                if price is None or price > before:
                    continue
                if price < before or not self.yields(rival, each, bought):
                    return False
            rho = purses.rho(each.project)
            if rho is None or rho > before:
                return False
            purses.buy(each.project, rho)
        return all(
            purses.money(rival) < self.shares.costs[rival]
            for rival in self.shares.able
            if rival not in taken
        )

    def yields(self, rival: int, to: Purchase, bought: Bought) -> bool:
        """Whether a rival at the same price comes after what was bought, at every share."""
        ids, costs, votes = self.shares.ids, self.shares.costs, self.shares.votes
        mine, other = ((costs[p], -votes[p]) for p in (to.project, rival))
        if mine != other:
            return mine < other
        if ids[rival] in self.lots.places:
            return self.lots.first([ids[rival], ids[to.project]]) == ids[to.project]
        # Only a lot parts them: at the same price both are bought, and the order changes nothing.
        return any(each.project == rival and each.rho == to.rho for each in bought)
