"""Ballots as tuples that can be dictionary keys, so that identical ones are counted together.

| kind | tuple | canonical JSON |
|---|---|---|
| approval, knapsack | `("approval", ("p1", "p2"))` sorted | `{"choices":["p1","p2"],"kind":"approval"}` |
| choose-one | `("choose-one", "p1")` | `{"choice":"p1","kind":"choose-one"}` |
| yes-no | `("yes-no", "block", "reason")` | `{"choice":"block","kind":"yes-no","reason":…}` |
| score, points | `("points", (("p1", 3),))` sorted | `{"kind":"points","points":{"p1":3}}` |
| ranking | `("ranking", (("p1",), ("p2", "p3")))` | `{"kind":"ranking","ranking":[["p1"],["p2","p3"]]}` |
| blank | `("blank",)` | `{"kind":"blank"}` |
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from voting.counting.errors import BadCount
from voting.counting.numbers import canonical, exact, number
from voting.counting.words import _

Ballot = tuple
Weighted = tuple[Ballot, int]

BLANK: Ballot = ("blank",)
KINDS = ("approval", "knapsack", "choose-one", "yes-no", "score", "points", "ranking", "blank")
YES_NO = ("yes", "no", "abstain", "block")
FIELDS = {"score": "scores", "points": "points"}


def aggregate(ballots: Iterable[Ballot]) -> tuple[Weighted, ...]:
    """Each distinct ballot with how many cast it."""
    return tuple(Counter(ballots).items())


def aggregate_weighted(ballots: Iterable[Weighted]) -> tuple[Weighted, ...]:
    """Each distinct ballot with how many cast it, from pairs in which one may stand twice."""
    together: Counter[Ballot] = Counter()
    for ballot, weight in ballots:
        together[ballot] += weight
    return tuple(together.items())


def of_json(raw: Any) -> Ballot:
    """The tuple of a ballot in JSON. Raises `BadCount` for anything that is not one."""
    try:
        return _of_json(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        if isinstance(trouble, BadCount):
            raise
        raise BadCount(_("This is not a ballot: %(text)s.", text=repr(raw)[:80])) from None


def _of_json(raw: Mapping) -> Ballot:
    kind = raw["kind"]
    if kind == "blank":
        return BLANK
    if kind in ("approval", "knapsack"):
        return (kind, tuple(sorted(_ids(raw["choices"]))))
    if kind == "choose-one":
        return (kind, *_ids([raw["choice"]]))
    if kind == "yes-no":
        if raw["choice"] not in YES_NO:
            raise ValueError
        return (kind, raw["choice"], *([str(raw["reason"])] if raw.get("reason") else []))
    if kind in FIELDS:
        given = raw[FIELDS[kind]]
        _ids(list(given))
        return (kind, tuple(sorted((key, number(value)) for key, value in given.items())))
    if kind == "ranking":
        places = tuple(tuple(sorted(_ids(place))) for place in raw["ranking"])
        _ids([key for place in places for key in place])
        return (kind, tuple(place for place in places if place))
    raise ValueError


def _ids(keys: Any) -> list[str]:
    if not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
        raise ValueError
    if len(set(keys)) < len(keys):
        raise BadCount(_("An option stands twice on one ballot: %(ids)s.", ids=", ".join(keys)))
    return keys


def to_json(ballot: Ballot) -> dict:
    """The canonical JSON form of a ballot."""
    kind = ballot[0]
    if kind in ("approval", "knapsack"):
        return {"choices": list(ballot[1]), "kind": kind}
    if kind == "choose-one":
        return {"choice": ballot[1], "kind": kind}
    if kind == "yes-no":
        reason = {"reason": ballot[2]} if len(ballot) > 2 else {}
        return {"choice": ballot[1], "kind": kind, **reason}
    if kind in FIELDS:
        return {"kind": kind, FIELDS[kind]: {key: exact(value) for key, value in ballot[1]}}
    if kind == "ranking":
        return {"kind": kind, "ranking": [list(place) for place in ballot[1]]}
    return {"kind": "blank"}


def canonical_ballot(ballot: Ballot) -> bytes:
    return canonical(to_json(ballot))


def named(ballot: Ballot) -> tuple[str, ...]:
    """The ids that stand on a ballot, whatever its kind; of a ranking best first."""
    kind = ballot[0]
    if kind in ("approval", "knapsack"):
        return ballot[1]
    if kind == "choose-one":
        return (ballot[1],)
    if kind in FIELDS:
        return tuple(key for key, _value in ballot[1])
    if kind == "ranking":
        return tuple(key for place in ballot[1] for key in place)
    return ()
