"""What a `.pb` file says about itself and does not keep: counted as it stands, but said."""

from collections.abc import Iterable

from voting.counting.ballots import FIELDS, named
from voting.counting.budgets.tallying import votes_and_scores
from voting.counting.election import Election
from voting.counting.numbers import Number, number
from voting.counting.words import Sentence, _, ngettext


def notes_on(election: Election) -> tuple[Sentence, ...]:
    return (*sizes(election), *tallies(election), *limits(election))


def stated(election: Election, key: str) -> Number | None:
    try:
        return number(election.meta.get(key, ""))
    except (ValueError, ZeroDivisionError):
        return None


def sizes(election: Election) -> Iterable[Sentence]:
    for key, there in (
        ("num_projects", len(election.options)),
        ("num_votes", election.voters),
    ):
        says = stated(election, key)
        if says is not None and says != there:
            yield _("%(key)s says %(says)s; there are %(there)s.", key=key, says=says, there=there)


def tallies(election: Election) -> Iterable[Sentence]:
    votes, _scores = votes_and_scores(election)
    off = [
        option.id
        for option in election.options
        if option.facts.get("votes", "").isdecimal()
        and int(option.facts["votes"]) != votes[option.id]
    ]
    if off:
        yield _("The counted votes differ from the file's for: %(ids)s.", ids=", ".join(off[:20]))


def limits(election: Election) -> Iterable[Sentence]:
    """How many ballots break each limit that META states."""
    costs = {option.id: option.cost for option in election.options}
    measures = {
        "length": len,
        "sum_cost": lambda pairs: sum(costs[key] for key, _points in pairs),
        "sum_points": lambda pairs: sum(points for _key, points in pairs),
    }
    for name, measure in measures.items():
        scale = election.unit if name == "sum_cost" else 1
        least, most = stated(election, f"min_{name}"), stated(election, f"max_{name}")
        if least is None and most is None:
            continue
        below = above = 0
        for ballot, weight in election.ballots:
            pairs = ballot[1] if ballot[0] in FIELDS else [(key, 1) for key in named(ballot)]
            if not pairs or (name == "sum_points" and ballot[0] not in FIELDS):
                continue
            size = measure(pairs)
            below += weight * (least is not None and size < least * scale)
            above += weight * (most is not None and size > most * scale)
        for key, broken in ((f"min_{name}", below), (f"max_{name}", above)):
            if broken:
                yield ngettext(
                    "%(count)s ballot does not keep %(key)s.",
                    "%(count)s ballots do not keep %(key)s.",
                    broken,
                    key=key,
                )
