"""Who wins by a number: the highest first, ties parted, and by how many ballots the others missed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from voting.counting.election import Election
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import Lots
from voting.counting.numbers import Number
from voting.counting.words import _


def top(
    scores: Mapping[str, Number],
    seats: int,
    lots: Lots,
    votes: Mapping[str, int] | None = None,
) -> tuple[tuple[str, ...], tuple[dict, ...]]:
    """The winners, best first, and the ties that had to be parted: by more votes, then by lot.

    Only a tie across the last seat needs parting; equal winners stand in the order of the options.
    """
    ranked = sorted(scores, key=lambda key: -scores[key])
    if len(ranked) <= seats:
        return tuple(ranked), ()
    edge = scores[ranked[seats - 1]]
    safe = [key for key in ranked if scores[key] > edge]
    level = [key for key in ranked if scores[key] == edge]
    ties: list[dict] = []
    while len(safe) < seats:
        if len(level) == seats - len(safe):
            safe += level
            break
        won, by = _parted(level, votes, lots)
        ties.append({"tied": list(level), "by": by, "won": won})
        safe.append(won)
        level.remove(won)
    return tuple(safe), tuple(ties)


def _parted(level: Sequence[str], votes: Mapping[str, int] | None, lots: Lots) -> tuple[str, str]:
    if votes:
        most = max(votes[key] for key in level)
        left = [key for key in level if votes[key] == most]
        return (left[0], "votes") if len(left) == 1 else (lots.first(left), "lot")
    return lots.first(level), "lot"


def least(wins: Callable[[int], bool], most: int) -> int | None:
    """The smallest number from 1 to `most` for which `wins` holds, where more never harms."""

    def sure(number: int) -> bool:
        try:
            return wins(number)
        except LotNeeded:
            return False

    if not sure(most):
        return None
    low, high = 0, 1
    while not sure(high):
        low, high = high, min(high * 2, most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if sure(middle) else (middle, high)
    return high


def seats_fit(seats: int | None, election: Election) -> None:
    """Refuse more seats than there are options."""
    if seats and seats > len(election.options):
        raise BadCount(
            _(
                "There are %(seats)s seats and only %(options)s options.",
                seats=seats,
                options=len(election.options),
            )
        )


def facts_of(tied: Sequence[Mapping[str, Any]], key: str) -> dict:
    """What an explanation says of the ties that this option was in."""
    by = [tie["by"] for tie in tied if key in tie["tied"]]
    return {"tie": by[-1]} if by else {}
