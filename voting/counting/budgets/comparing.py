"""Two outcomes of one budget beside each other: whom each leaves with more, and with nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from voting.counting.budgets.greedy import Greedy, pass_over
from voting.counting.budgets.tallying import longest, points_on
from voting.counting.election import Election
from voting.counting.lots import Lots
from voting.counting.numbers import Number


@dataclass(frozen=True)
class Comparison:
    """Voters who have more under each of two outcomes, and those with no project under each.

    Everybody is counted: whoever gets nothing has 0, and a blank ballot has 0 under both.
    """

    more_first: int
    more_second: int
    without_first: int
    without_second: int


def compare(
    election: Election, utility: str, first: Iterable[str], second: Iterable[str]
) -> Comparison:
    """Two sets of winners in the eyes of the voters, by this utility."""
    first, second = set(first), set(second)
    costs = {option.id: option.cost for option in election.options}
    top = longest(election)
    more = [0, 0]
    without = [0, 0]
    for ballot, weight in election.ballots:
        has: list[Number] = [0, 0]
        any_won = [False, False]
        for key, points in points_on(ballot, top):
            if points <= 0:
                continue
            worth = {"cost": costs[key], "cardinality": 1, "score": points}[utility]
            for which, winners in enumerate((first, second)):
                if key in winners:
                    has[which] += worth
                    any_won[which] = True
        more[0] += weight * (has[0] > has[1])
        more[1] += weight * (has[1] > has[0])
        without[0] += weight * (not any_won[0])
        without[1] += weight * (not any_won[1])
    return Comparison(more[0], more[1], without[0], without[1])


@dataclass(frozen=True)
class Compared:
    """The comparison step: greedy's winners are taken only where strictly more voters gain."""

    by: str
    seen: Comparison
    greedy: tuple[str, ...]

    @property
    def greedy_wins(self) -> bool:
        if self.by == "satisfaction":
            return self.seen.more_second > self.seen.more_first
        return self.seen.without_second < self.seen.without_first

    def json(self) -> dict:
        satisfied = self.by == "satisfaction"
        return {
            "comparison": self.by,
            "equal_shares": self.seen.more_first if satisfied else self.seen.without_first,
            "greedy": self.seen.more_second if satisfied else self.seen.without_second,
            "taken": "greedy" if self.greedy_wins else "equal-shares",
        }


def compared(
    election: Election,
    spec,
    votes: Mapping[str, int],
    scores: Mapping[str, Number],
    lots: Lots,
    winners: Iterable[str],
) -> Compared | None:
    if spec.comparison == "none":
        return None
    greedy = pass_over(election, Greedy(), votes, scores, lots).winners
    return Compared(spec.comparison, compare(election, spec.utility, winners, greedy), greedy)
