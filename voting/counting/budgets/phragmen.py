"""Phragmén's sequential rule: money trickles to every voter alike; a project is bought by its
supporters in the moment they have its cost together.

It stops in the moment when a project could be bought that no longer fits into the budget. Projects
that cost more than the whole budget take no part.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from heapq import heapify, heappop, heappush
from typing import ClassVar

from voting.counting.ballots import Ballot
from voting.counting.budgets.shares import PLACES, Shares, shares_of
from voting.counting.budgets.tallying import KINDS, needs_budget, points_on, votes_and_scores
from voting.counting.election import Election
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import Lots, part
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.specs import Spec
from voting.counting.words import Sentence, _, ngettext


@dataclass(frozen=True, kw_only=True)
class Phragmen(Spec):
    rule: ClassVar[str] = "phragmen"

    def suits(self, election: Election) -> None:
        needs_budget(election)
        if election.pots or any(option.group for option in election.options):
            raise BadCount(
                _("Phragmén's rule knows no groups of projects and no districts with own money.")
            )

    def sentence(self, election: Election) -> Sentence:
        return _(
            "You have %(budget)s; tick the projects you want; money trickles to every voter alike, "
            "and a project is bought as soon as its supporters have its cost together.",
            budget=election.money(election.budget or 0),
        )


@dataclass
class Loads:
    """What each voter has paid so far, the moment of her last purchase; equal voters are one group."""

    shares: Shares
    of_group: list[Fraction] = field(default_factory=lambda: [Fraction(0)])
    group: list[int] = field(default_factory=list)

    def __post_init__(self):
        self.group = [0] * len(self.shares.weights)

    def moment(self, p: int) -> Fraction:
        """When the supporters have the cost together: how much everybody has been given by then."""
        weights: dict[int, int] = {}
        for i in self.shares.supporters[p][0]:
            weights[self.group[i]] = weights.get(self.group[i], 0) + self.shares.weights[i]
        paid = sum((self.of_group[g] * w for g, w in weights.items()), Fraction(0))
        return (paid + self.shares.costs[p]) / self.shares.votes[p]

    def buy(self, p: int, moment: Fraction) -> None:
        self.of_group.append(moment)
        for i in self.shares.supporters[p][0]:
            self.group[i] = len(self.of_group) - 1


@dataclass(frozen=True)
class Bought:
    """A purchase, its moment, and the budget that was needed for it not to be the end."""

    project: int
    moment: Fraction
    needed: int


def run(
    shares: Shares, budget: int, lots: Lots, progress: Progress, *, endless: bool = False
) -> list[Bought]:
    """The purchases in order; `endless` goes on beyond the budget. Raises `LotNeeded`."""
    loads = Loads(shares)
    queue = [
        (Fraction(cost, shares.votes[p]), p)
        for p, cost in enumerate(shares.costs)
        if shares.votes[p] and cost <= budget
    ]
    heapify(queue)
    bought: list[Bought] = []
    spent = 0
    while queue:
        moment, tied = soonest(loads, queue)
        needed = spent + max(shares.costs[p] for p in tied)
        if needed > budget and not endless:
            break
        progress.step()
        p, alike = shares.first(tied, lots)
        for other in tied:
            if other != p:
                heappush(queue, (moment, other))
        loads.buy(p, moment)
        spent += shares.costs[p]
        bought.append(Bought(p, moment, needed))
        for other in alike:
            # The order changes nothing where the others still can be had in the same moment.
            fits = endless or spent + shares.costs[other] * len(alike) <= budget
            if loads.moment(other) != moment or not fits:
                raise shares.lot_needed([p, *alike])
    return bought


def soonest(loads: Loads, queue: list[tuple[Fraction, int]]) -> tuple[Fraction, list[int]]:
    """The next moment and the projects that can be bought in it, taken out of the queue."""
    best: Fraction | None = None
    tied: list[int] = []
    while queue and (best is None or queue[0][0] <= best):
        _before, p = heappop(queue)
        moment = loads.moment(p)  # never sooner than before
        if best is None or moment < best:
            if best is not None:
                for other in tied:
                    heappush(queue, (best, other))
            best, tied = moment, [p]
        elif moment == best:
            tied.append(p)
        else:
            heappush(queue, (moment, p))
    assert best is not None
    return best, tied


def count(election: Election, spec: Phragmen, lots: Lots, progress: Progress) -> Outcome:
    shares = shares_of(election, "cardinality")
    budget = election.budget or 0
    bought = run(shares, budget, lots, progress)
    _votes, scores = votes_and_scores(election)
    return Outcome(
        spec=spec,
        election=election,
        winners=tuple(shares.ids[each.project] for each in bought),
        scores=scores,
        rounds=tuple(
            {
                "project": shares.ids[each.project],
                "cost": election.exact_money(shares.costs[each.project]),
                "given_to_each": given(each, election.unit),
            }
            for each in bought
        ),
        spent=shares.spent(each.project for each in bought),
        explain=lambda: explained(election, shares, bought, lots),
    )


def given(bought: Bought, unit: int) -> Decimal:
    """Money given to each voter by the moment of a purchase, rounded down to five decimals."""
    return Decimal(int(bought.moment * 10**PLACES / unit)).scaleb(-PLACES)


def explained(
    election: Election, shares: Shares, bought: list[Bought], lots: Lots
) -> Iterable[Explanation]:
    won = {each.project: each for each in bought}
    lacks = missing(shares, election.budget or 0, lots, set(won))
    for p, key in enumerate(shares.ids):
        facts: dict = {"cost": election.exact_money(shares.costs[p]), "votes": shares.votes[p]}
        if p in won:
            moment = given(won[p], election.unit)
            words = ngettext(
                "Won: its %(count)s supporter had its cost when everybody had been given %(sum)s.",
                "Won: its %(count)s supporters had its cost together when everybody had been given "
                "%(sum)s.",
                shares.votes[p],
                sum=election.money(int(moment * election.unit)),
            )
            facts["given_to_each"] = moment
        elif p in lacks:
            words = _(
                "Not bought: with %(missing)s more in the budget it would have been.",
                missing=election.money(lacks[p]),
            )
            facts["missed_by"] = election.exact_money(lacks[p])
        elif shares.votes[p]:
            words = _("Not bought: the count had stopped before, and only a lot could tell more.")
        else:
            words = _("Not bought: nobody chose it.")
        yield Explanation(key, p in won, words, facts)


def missing(shares: Shares, budget: int, lots: Lots, won: set[int]) -> dict[int, int]:
    """How much more budget each loser needs at least, in the smallest parts of money.

    A larger budget also lets dearer projects take part, which may come before; so each budget from
    which on another one takes part is tried in turn.
    """
    losers = {p for p, votes in enumerate(shares.votes) if votes and p not in won}
    borders = sorted({budget, *(shares.costs[p] for p in losers if shares.costs[p] > budget)})
    found: dict[int, int] = {}
    for at, border in enumerate(borders):
        beyond = borders[at + 1] if at + 1 < len(borders) else None
        try:
            order = run(shares, border, lots, Progress(), endless=True)
        except LotNeeded:
            return found
        needed = border
        for each in order:
            needed = max(needed, each.needed)
            if beyond is not None and needed >= beyond:
                break
            if each.project in losers and each.project not in found:
                found[each.project] = needed - budget
        if found.keys() == losers:
            break
    return found


def reference(election: Election, spec: Phragmen, lots: Lots, progress: Progress) -> Outcome:
    """The same as it is written down: every load of every voter, every moment worked out anew."""
    votes, scores = votes_and_scores(election)
    budget = election.budget or 0
    costs = {option.id: option.cost for option in election.standing}
    likes = [
        {key for key in costs if key in named_on(ballot)} for ballot, _weight in election.ballots
    ]
    weights = [weight for _ballot, weight in election.ballots]
    loads = [Fraction(0)] * len(weights)
    votes = {
        key: sum(w for own, w in zip(likes, weights, strict=True) if key in own) for key in costs
    }
    left, won, spent = {key for key in costs if votes[key] and costs[key] <= budget}, [], 0
    while left:
        moments = {
            key: (
                sum(b * w for b, own, w in zip(loads, likes, weights, strict=True) if key in own)
                + Fraction(costs[key])
            )
            / votes[key]
            for key in left
        }
        tied = [key for key in left if moments[key] == min(moments.values())]
        if any(spent + costs[key] > budget for key in tied):
            break
        best = part(tied, lots, costs.__getitem__, lambda key: -votes[key])
        won.append(best)
        left.remove(best)
        spent += costs[best]
        loads = [moments[best] if best in own else b for b, own in zip(loads, likes, strict=True)]
    return Outcome(spec, election, tuple(won), scores, spent=spent)


def named_on(ballot: Ballot) -> set[str]:
    return {key for key, points in points_on(ballot, 10**9) if points > 0}


RULE = Rule(Phragmen, count, KINDS, reference)
