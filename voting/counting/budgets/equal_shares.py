"""Equal Shares: the money is divided among the voters, and projects are bought by supporters.

Everybody gets the same share. Of the projects that their supporters can pay for, the one is bought
whose price per utility is least; each pays the same price, or all she has left. Then, by `completion`,
the shares are raised until what was bought costs more than there is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from voting.counting.budgets import comparing, shares_exact
from voting.counting.budgets.greedy import Greedy, Purse, pass_over
from voting.counting.budgets.shares import Purchase, Shares, shares_of
from voting.counting.budgets.shares_explained import explained, rounds_of
from voting.counting.budgets.shares_jumps import Jumps
from voting.counting.budgets.shares_reference import reference
from voting.counting.budgets.tallying import KINDS, needs_budget, votes_and_scores
from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.lots import Lots
from voting.counting.numbers import Number
from voting.counting.outcome import Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.specs import Spec, choice, flag, share
from voting.counting.words import Sentence, _

FAST_FROM = 2_000
"""From this many ticks on, floats filter; below, fractions are as quick."""


@dataclass(frozen=True, kw_only=True)
class EqualShares(Spec):
    """`increment` is in units of the currency per voter.

    `add-opt` raises by the smallest part of the currency instead, and jumps over all that change
    nothing.
    """

    rule: ClassVar[str] = "equal-shares"
    utility: str = choice("cost", "cost", "cardinality", "score")
    completion: str = choice("add1", "none", "add1", "add-opt")
    increment: Number = share(1)
    stop: str = choice("overspend", "overspend", "exhaustive")
    integral: bool = flag(False)
    greedy: bool = flag(False)
    comparison: str = choice("none", "none", "satisfaction", "exclusion")

    def check(self) -> None:
        if self.increment <= 0:
            raise BadCount(_("The increment must be more than nothing, or nothing would change."))
        if self.increment != 1 and self.completion != "add1":
            raise BadCount(
                _("An increment is used by completion=add1 only; leave it away, or choose add1.")
            )
        if self.stop == "exhaustive" and self.completion == "none":
            raise BadCount(_("Without a completion there is nothing to stop; leave “stop” away."))

    def suits(self, election: Election) -> None:
        needs_budget(election)
        if election.pots or any(option.group for option in election.options):
            raise BadCount(
                _("Equal Shares knows no groups of projects and no districts with own money.")
            )
        plain = {"approval", "knapsack", "choose-one"}
        kinds = {ballot[0] for ballot, _weight in election.ballots} - {"blank"}
        if self.utility == "score" and kinds and kinds <= plain:
            raise BadCount(_("utility=score needs points or ranks, and these ballots have none."))

    def sentence(self, election: Election) -> Sentence:
        return _(
            "You have %(budget)s; tick the projects you want; money is divided so that every "
            "voter's vote counts the same.",
            budget=election.money(election.budget or 0),
        )


@dataclass(frozen=True)
class Spending:
    """One run: everybody's share, and what was bought with it."""

    endowment: Fraction
    bought: list[Purchase]

    @property
    def projects(self) -> list[int]:
        return [purchase.project for purchase in self.bought]


def count(election: Election, spec: EqualShares, lots: Lots, progress: Progress) -> Outcome:
    shares = shares_of(election, spec.utility)
    budget = election.budget or 0
    run = runner(shares, lots)
    last = spending(shares, spec, run, budget, lots, progress)
    detailed = Spending(last.endowment, run(last.endowment, True)) if last.bought else last
    votes, scores = votes_and_scores(election)
    free = [option.id for option in election.standing if option.cost == 0 and votes[option.id] > 0]
    winners = [*free, *(shares.ids[p] for p in detailed.projects)]
    spent = shares.spent(detailed.projects)
    rounds = rounds_of(election, shares, detailed.endowment, detailed.bought)
    ties: list[dict] = []
    if spec.greedy:
        more = pass_over(
            election, Greedy(), votes, scores, lots, Purse({"": budget - spent}), winners
        )
        winners += more.winners
        ties += more.ties
        rounds += [{"completed": key} for key in more.winners]
    compared = comparing.compared(election, spec, votes, scores, lots, winners)
    if compared:
        rounds.append(compared.json())
        if compared.greedy_wins:
            winners = list(compared.greedy)
    costs = {option.id: option.cost for option in election.options}
    return Outcome(
        spec=spec,
        election=election,
        winners=tuple(winners),
        scores=scores,
        rounds=tuple(rounds),
        ties=tuple(ties),
        spent=sum(costs[key] for key in winners),
        explain=lambda: explained(
            election, shares, detailed.endowment, detailed.bought, winners, lots
        ),
    )


Runner = Callable[[Fraction, bool], list[Purchase]]


def runner(shares: Shares, lots: Lots) -> Runner:
    """The quickest way to run this election: with floats as a filter where numpy is at hand."""
    if sum(len(each) for each, _u in shares.supporters) >= FAST_FROM:
        try:
            from voting.counting.budgets import shares_fast  # numpy, where it is installed
        except ImportError:  # numpy only makes it quicker
            pass
        else:
            arrays = shares_fast.Arrays(shares)
            return lambda share, detailed: shares_fast.run(arrays, share, lots, detailed=detailed)
    return lambda share, _detailed: shares_exact.run(shares, share, lots)


def spending(
    shares: Shares, spec: EqualShares, run: Runner, budget: int, lots: Lots, progress: Progress
) -> Spending:
    """The last run that is paid for by the budget, after the shares were raised as `spec` says."""
    if not shares.voters:
        return Spending(Fraction(0), [])
    share = Fraction(budget, shares.voters)
    if spec.integral:
        share = Fraction(share // shares.unit * shares.unit)
    able = len(shares.able)
    jumps = Jumps(shares, lots)
    step = Fraction(spec.increment) * shares.unit
    now = Spending(share, jumps.start(share) if spec.completion == "add-opt" else run(share, False))
    while spec.completion != "none" and len(now.bought) < able:
        progress.step()
        if spec.stop == "exhaustive" and is_exhaustive(shares, now, budget):
            break
        if spec.completion == "add-opt":
            after = Spending(*jumps.onward(now.endowment, now.bought))
        else:
            after = Spending(now.endowment + step, run(now.endowment + step, False))
        if shares.spent(after.projects) > budget:
            break
        now = after
    return now


def is_exhaustive(shares: Shares, now: Spending, budget: int) -> bool:
    """Whether no further project with supporters fits into what is left of the budget."""
    left = budget - shares.spent(now.projects)
    bought = set(now.projects)
    return all(shares.costs[p] > left for p in shares.able if p not in bought)


RULE = Rule(EqualShares, count, KINDS, reference)
