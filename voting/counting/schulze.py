"""Schulze: every option against every other one; the strongest chains of victories decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from voting.counting.election import Election
from voting.counting.lots import Lots
from voting.counting.orders import Orders, countable
from voting.counting.outcome import Explanation, Outcome
from voting.counting.pairwise import pairwise, plain_pairwise
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.seated import RANKINGS, SharedRanks
from voting.counting.specs import choice
from voting.counting.standings import facts_of, least
from voting.counting.words import Sentence, _, ngettext

Matrix = list[list[int]]
MOST_TO_EXPLAIN = 100
"""Up to so many candidates losers are told by what they missed."""


@dataclass(frozen=True, kw_only=True)
class Schulze(SharedRanks):
    """A victory is as strong as the ballots for it (`winning`), or as its lead (`margins`)."""

    rule: ClassVar[str] = "schulze"
    strength: str = choice("winning", "winning", "margins")

    def sentence(self, election: Election) -> Sentence:
        return _(
            "Rank the options, the best first, ties allowed; every option is held against every "
            "other one, and the one that nobody beats by a stronger chain of victories wins."
        )


def strengths(matrix: Matrix, by: str) -> Matrix:
    """How strong each victory is; 0 where there is none."""
    return [
        [
            (votes if by == "winning" else votes - matrix[j][i]) if votes > matrix[j][i] else 0
            for j, votes in enumerate(row)
        ]
        for i, row in enumerate(matrix)
    ]


def strongest_paths(matrix: Matrix, by: str) -> Matrix:
    """The strength of the strongest chain between each two: that of its weakest victory."""
    paths = strengths(matrix, by)
    for k, through in enumerate(paths):
        for i, row in enumerate(paths):
            reach = row[k]
            if i != k and reach:
                paths[i] = [
                    have if have >= (new if new < reach else reach) else min(new, reach)
                    for have, new in zip(row, through, strict=True)
                ]
                paths[i][i] = 0
    return paths


def ranked(
    keys: Sequence[str], paths: Matrix, seats: int, lots: Lots
) -> tuple[list[str], list[dict]]:
    """The winners in order: each time one whom nobody left beats; a lot parts several such."""
    place = {key: number for number, key in enumerate(keys)}
    left = list(keys)
    winners: list[str] = []
    ties: list[dict] = []
    while left and len(winners) < seats:
        best = [
            one
            for one in left
            if all(paths[place[one]][place[o]] >= paths[place[o]][place[one]] for o in left)
        ]
        if len(best) > seats - len(winners):
            won = lots.first(best)
            ties.append({"tied": best, "by": "lot", "won": won})
            best = [won]
        winners += best
        left = [key for key in left if key not in best]
    return winners, ties


def count(election: Election, spec: Schulze, lots: Lots, progress: Progress) -> Outcome:
    orders = countable(election, spec.overvote)
    matrix = pairwise(orders)
    return outcome(election, spec, orders, matrix, strongest_paths(matrix, spec.strength), lots)


def outcome(
    election: Election, spec: Schulze, orders: Orders, matrix: Matrix, paths: Matrix, lots: Lots
) -> Outcome:
    keys = orders.keys
    winners, ties = ranked(keys, paths, spec.seats or 1, lots)
    beaten = {
        key: sum(paths[i][j] > paths[j][i] for j in range(len(keys))) for i, key in enumerate(keys)
    }
    trace = {
        "totals": beaten,
        "pairwise": by_key(keys, matrix),
        "paths": by_key(keys, paths),
        "blank": orders.blank,
        "overvoted": orders.overvoted,
    }
    return Outcome(
        spec,
        election,
        tuple(winners),
        beaten,
        rounds=(trace,),
        ties=tuple(ties),
        explanations=tuple(
            explained(i, keys, matrix, paths, spec, lots, winners, ties) for i in range(len(keys))
        ),
    )


def by_key(keys: Sequence[str], matrix: Matrix) -> dict[str, dict[str, int]]:
    return {
        key: {other: votes for other, votes in zip(keys, row, strict=True) if other != key}
        for key, row in zip(keys, matrix, strict=True)
    }


def explained(
    place: int,
    keys: Sequence[str],
    matrix: Matrix,
    paths: Matrix,
    spec: Schulze,
    lots: Lots,
    winners: Sequence[str],
    ties: Sequence[Mapping[str, Any]],
) -> Explanation:
    key = keys[place]
    facts: dict[str, Any] = facts_of(ties, key)
    beats = [j for j in range(len(keys)) if paths[place][j] > paths[j][place]]
    beaten_by = [j for j in range(len(keys)) if paths[j][place] > paths[place][j]]
    facts |= {"beats": [keys[j] for j in beats], "beaten_by": [keys[j] for j in beaten_by]}
    if key in winners:
        words = ngettext(
            "Won: stronger than %(count)s other option.",
            "Won: stronger than %(count)s other options.",
            len(beats),
        )
        return Explanation(key, True, words, facts)
    words = ngettext(
        "%(count)s option is stronger.",
        "%(count)s options are stronger.",
        len(beaten_by),
    )
    if spec.seats == 1 and len(keys) <= MOST_TO_EXPLAIN:
        most = sum(max(row) for row in matrix) + 1
        missed = least(lambda more: alone_wins(place, keys, matrix, more, spec, lots), most)
        if missed is not None:
            facts["missed_by"] = missed
            words = ngettext(
                "%(why)s With %(count)s more ballot naming it alone it would have won.",
                "%(why)s With %(count)s more ballots naming it alone it would have won.",
                missed,
                why=words,
            )
    return Explanation(key, False, words, facts)


def alone_wins(
    place: int, keys: Sequence[str], matrix: Matrix, more: int, spec: Schulze, lots: Lots
) -> bool:
    """Whether it would win with so many more ballots that put it above all others, who are level."""
    after = [row if i != place else [v + more for v in row] for i, row in enumerate(matrix)]
    after[place][place] = 0
    edges = strengths(after, spec.strength)
    mine = widest(edges, place)
    theirs = widest([list(column) for column in zip(*edges, strict=True)], place)
    if any(theirs[j] > mine[j] for j in range(len(keys)) if j != place):
        return False
    level = [j for j in range(len(keys)) if j != place and theirs[j] == mine[j]]
    if not level:
        return True
    paths = strongest_paths(after, spec.strength)
    best = [
        keys[j]
        for j in [place, *level]
        if all(paths[j][i] >= paths[i][j] for i in range(len(keys)))
    ]
    return lots.first(best) == keys[place]


def widest(edges: Matrix, source: int) -> list[int]:
    """The strength of the strongest chain from one to each other."""
    width = list(edges[source])
    width[source] = 0
    left = set(range(len(edges))) - {source}
    while left:
        via = max(left, key=width.__getitem__)
        left.remove(via)
        reach = width[via]
        for to in left:
            through = min(reach, edges[via][to])
            width[to] = max(width[to], through)
    return width


def reference(election: Election, spec: Schulze, lots: Lots, progress: Progress) -> Outcome:
    """The same, pair by pair; a chain's strength by trying every strength there is."""
    orders = countable(election, spec.overvote)
    matrix = plain_pairwise(orders)
    edges = strengths(matrix, spec.strength)
    size = len(orders.keys)
    paths = [[0] * size for _ in range(size)]
    for strength in sorted({edge for row in edges for edge in row if edge}):
        for one in range(size):
            seen: set[int] = set()
            fresh = [one]
            while fresh:
                here = fresh.pop()
                following = {j for j in range(size) if edges[here][j] >= strength} - seen
                seen |= following
                fresh += following
            for other in seen - {one}:
                paths[one][other] = strength
    return outcome(election, spec, orders, matrix, paths, lots)


RULE = Rule(Schulze, count, RANKINGS, reference)
