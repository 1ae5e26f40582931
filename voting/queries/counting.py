"""From the rows of a poll to its counted facts."""

import json
from collections import Counter
from collections.abc import Iterator

from voting import counting
from voting.models import BareBallot, OpenBallot, Poll
from voting.queries.budgets import ways_of


def weighted_ballots(poll: Poll) -> Iterator[tuple[dict, int]]:
    """Every distinct ballot of the poll with how many cast it; ballots without a person included."""
    same: Counter[str] = Counter()
    for ballot in OpenBallot.objects.filter(poll=poll).values_list("ballot", flat=True).iterator():
        same[json.dumps(ballot, sort_keys=True)] += 1
    for ballot, weight in (
        BareBallot.objects.filter(poll=poll).values_list("ballot", "weight").iterator()
    ):
        same[json.dumps(ballot, sort_keys=True)] += weight
    for text, weight in same.items():
        yield json.loads(text), weight


def counted_facts(poll: Poll) -> dict:
    """What a result keeps: `{"kind", "cast", "blank", "options": [{"key", "title", "votes"}]}`.

    Options carry `score` too where points or ranks were given; the options of a yes / no poll are
    yes, no and abstain. Where money is divided, `ways` has what `queries.budgets` tells of it.
    """
    ways: dict = {}
    ballots = list(weighted_ballots(poll))
    if poll.kind == Poll.Kind.YES_NO:
        counts = counting.yes_no(ballots)
        options = [
            {"key": key, "title": "", "votes": counts[key]} for key in ("yes", "no", "abstain")
        ]
    else:
        titles = {option.key: option.title for option in poll.options.all()}
        counts = _count(poll, list(titles), ballots)
        ways = ways_of(poll, ballots)
        options = [
            {"key": key, "title": titles[key], "votes": votes} | _score(counts, key)
            for key, votes in counts["votes"].items()
        ]
    return {
        "kind": poll.kind,
        "cast": counts["cast"],
        "blank": counts["blank"],
        "options": options,
        **({"ways": ways} if ways else {}),
    }


def _count(poll: Poll, keys: list[str], ballots: list[tuple[dict, int]]) -> dict:
    if poll.kind == Poll.Kind.POINTS:
        return counting.points(keys, ballots)
    if poll.kind == Poll.Kind.RANKING:
        return counting.ranking(keys, ballots, longest=poll.max_choices or len(keys))
    return counting.approval(keys, ballots)


def _score(counts: dict, key: str) -> dict:
    return {"score": counts["scores"][key]} if "scores" in counts else {}
