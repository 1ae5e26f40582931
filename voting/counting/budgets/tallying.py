"""From the ballots of a budget to votes, scores and utilities per project."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from voting.counting.ballots import FIELDS, Ballot, named
from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.numbers import Number
from voting.counting.words import _

KINDS = frozenset({"approval", "knapsack", "choose-one", "points", "score", "ranking"})


def longest(election: Election) -> int:
    """What the first place of a ranking scores: the file's `max_length`, else all projects."""
    stated = election.meta.get("max_length", "")
    return int(stated) if stated.isdecimal() and int(stated) > 0 else len(election.options)


def points_on(ballot: Ballot, first: int) -> Iterable[tuple[str, Number]]:
    """What a ballot gives each project: 1 for a tick, its points, or the score of its place."""
    kind = ballot[0]
    if kind in FIELDS:
        return ballot[1]
    if kind == "ranking":
        return [
            (key, max(first - place, 0)) for place, tied in enumerate(ballot[1]) for key in tied
        ]
    return [(key, 1) for key in named(ballot)]


def votes_and_scores(election: Election) -> tuple[dict[str, int], dict[str, Number]]:
    """On how many ballots each project stands, and what they give it together."""
    if election.kinds <= {"approval", "knapsack"}:
        votes = _ticks(election)
        return votes, dict(votes)
    first = longest(election)
    votes = dict.fromkeys(election.names, 0)
    scores: dict[str, Number] = dict(votes)
    for ballot, weight in election.ballots:
        for key, points in points_on(ballot, first):
            votes[key] += weight
            scores[key] += points * weight
    return votes, scores


def _ticks(election: Election) -> dict[str, int]:
    """The same where a ballot only ticks: the quick way for many."""
    once: Counter[str] = Counter()
    once.update(
        chain.from_iterable(
            ballot[1] for ballot, weight in election.ballots if weight == 1 and len(ballot) > 1
        )
    )
    votes = {option.id: once[option.id] for option in election.options}
    for ballot, weight in election.ballots:
        if weight > 1 and len(ballot) > 1:
            for key in ballot[1]:
                votes[key] += weight
    return votes


def needs_budget(election: Election) -> int:
    """The budget in the smallest parts. Raises `BadCount` where there is none, or no project."""
    if election.budget is None:
        raise BadCount(_("There is no budget to divide."))
    if not election.options:
        raise BadCount(_("There is no project."))
    return election.budget
