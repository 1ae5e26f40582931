"""`.pb` files written: what a person was (age, sex …) never goes out."""

import csv
import io
from collections.abc import Iterable

from voting.counting.ballots import FIELDS, Ballot, named
from voting.counting.budgets.tallying import votes_and_scores
from voting.counting.election import Election, Option
from voting.counting.errors import BadCount
from voting.counting.numbers import amount, exact
from voting.counting.words import _

VOTE_TYPES = {
    "approval": "approval",
    "knapsack": "approval",
    "choose-one": "choose-1",
    "points": "cumulative",
    "score": "scoring",
    "ranking": "ordinal",
}


def write(election: Election, name: str = "") -> str:
    """The whole file. Voters are numbered in the order of their ballots, which are sorted."""
    kinds = {ballot[0] for ballot, _weight in election.ballots} - {"blank"}
    kind = election.kind or next(iter(kinds), "approval")
    if kind not in VOTE_TYPES or election.budget is None or not kinds <= {kind}:
        raise BadCount(_("Only a budget with ballots of one kind can be written as .pb."))
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\n")
    out.writerow(["META"])
    out.writerows([("key", "value"), *meta_rows(election, kind)])
    out.writerow(["PROJECTS"])
    out.writerows(project_rows(election))
    out.writerow(["VOTES"])
    out.writerows(vote_rows(election, kind))
    return text.getvalue()


def meta_rows(election: Election, kind: str) -> Iterable[tuple[str, object]]:
    fixed = {
        "num_projects": len(election.options),
        "num_votes": election.voters,
        "budget": amount(election.budget or 0, election.unit),
        "vote_type": election.meta.get("vote_type") or VOTE_TYPES[kind],
    }
    if election.pots:
        pots = [f"{name}={amount(pot, election.unit)}" for name, pot in election.pots.items()]
        fixed["pots"] = ",".join(pots)
    stated = {"description": election.title, "currency": election.currency, **election.meta}
    for key, value in {**stated, **fixed}.items():
        if value != "":
            yield key, value


def project_rows(election: Election) -> Iterable[list]:
    votes, scores = votes_and_scores(election)
    more = sorted({name for option in election.options for name in facts_of(option)})
    named_columns = [
        name
        for name in ("name", "category", "group", "district")
        if any(getattr(option, name) for option in election.options)
    ]
    counted = ["votes", "score"] if scores != votes else ["votes"]
    yield ["project_id", "cost", *counted, *named_columns, *more]
    for option in election.options:
        numbers = {"votes": votes[option.id], "score": exact(scores[option.id])}
        yield [
            option.id,
            amount(option.cost, election.unit),
            *(numbers[name] for name in counted),
            *(getattr(option, name) for name in named_columns),
            *(facts_of(option).get(name, "") for name in more),
        ]


def facts_of(option: Option) -> dict[str, str]:
    return {key: value for key, value in option.facts.items() if key not in ("votes", "score")}


def vote_rows(election: Election, kind: str) -> Iterable[list]:
    with_points = kind in FIELDS
    yield ["voter_id", "vote", *(["points"] if with_points else [])]
    voter = 0
    for ballot, weight in sorted(election.ballots, key=lambda each: repr(each[0])):
        cells = cells_of(ballot, with_points)
        for _each in range(weight):
            voter += 1
            yield [voter, *cells]


def cells_of(ballot: Ballot, with_points: bool) -> list[str]:
    if ballot[0] == "ranking" and any(len(place) > 1 for place in ballot[1]):
        raise BadCount(_("A ranking with ties cannot be written as .pb."))
    if not with_points:
        return [",".join(named(ballot))]
    if ballot[0] == "blank":
        return ["", ""]
    best = sorted(ballot[1], key=lambda pair: (-pair[1], pair[0]))
    return [",".join(key for key, _p in best), ",".join(str(exact(p)) for _key, p in best)]
