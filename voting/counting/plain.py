"""The two plain counts: yes / no / abstain, and approval. Exact integers throughout."""

from collections import Counter
from collections.abc import Iterable, Sequence

Weighted = Iterable[tuple[dict, int]]
"""Pairs of a canonical ballot and how many people cast exactly it."""


def yes_no(ballots: Weighted) -> dict:
    """Counts of a yes / no poll: `{"cast", "blank", "yes", "no", "abstain"}`."""
    votes: Counter[str] = Counter({"yes": 0, "no": 0, "abstain": 0, "blank": 0})
    for ballot, weight in ballots:
        votes["blank" if ballot["kind"] == "blank" else ballot["choice"]] += weight
    return {"cast": sum(votes.values()), **votes}


def approval(keys: Sequence[str], ballots: Weighted) -> dict:
    """Counts of an approval poll: `{"cast", "blank", "votes": {key: n}}`, keys in their order."""
    votes = dict.fromkeys(keys, 0)
    cast = blank = 0
    for ballot, weight in ballots:
        cast += weight
        if ballot["kind"] == "blank":
            blank += weight
            continue
        for key in ballot["choices"]:
            votes[key] += weight
    return {"cast": cast, "blank": blank, "votes": votes}


def points(keys: Sequence[str], ballots: Weighted) -> dict:
    """Sums of points, and on how many ballots each stands: `{"cast", "blank", "votes", "scores"}`."""
    votes, scores = dict.fromkeys(keys, 0), dict.fromkeys(keys, 0)
    cast = blank = 0
    for ballot, weight in ballots:
        cast += weight
        if ballot["kind"] == "blank":
            blank += weight
            continue
        for key, given in ballot["points"].items():
            votes[key] += weight
            scores[key] += weight * given
    return {"cast": cast, "blank": blank, "votes": votes, "scores": scores}


def ranking(keys: Sequence[str], ballots: Weighted, *, longest: int) -> dict:
    """Rank scores: `longest` for the first, one less for each next; shape as `points`."""
    return points(keys, ((_ranks_as_points(ballot, longest), weight) for ballot, weight in ballots))


def _ranks_as_points(ballot: dict, longest: int) -> dict:
    if ballot["kind"] == "blank":
        return ballot
    return {
        "kind": "points",
        "points": {
            key: max(longest - place, 0)
            for place, tied in enumerate(ballot["ranking"])
            for key in tied
        },
    }
