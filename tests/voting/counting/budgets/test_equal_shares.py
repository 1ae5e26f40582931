"""Equal Shares: quick = slow = as others count it; and what it says about each project is true."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.counting.budgets import pabu
from tests.voting.counting.budgets.elections import a_budget, lots_for
from voting.counting import rules
from voting.counting.ballots import aggregate
from voting.counting.budgets import equal_shares, shares_exact
from voting.counting.budgets.shares import shares_of
from voting.counting.budgets.shares_explained import missing
from voting.counting.election import Election, Option
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import given as given_lot
from voting.counting.progress import Progress

KINDS = ("approval", "points", "ranking", "score")
WAYS = [
    {"completion": "none"},
    {"completion": "add1"},
    {"completion": "add1", "stop": "exhaustive"},
    {"completion": "add1", "integral": True, "greedy": True},
    {"completion": "add1", "increment": "0.50", "comparison": "satisfaction"},
    {"completion": "none", "greedy": True, "comparison": "exclusion"},
]


def utilities(kind: str) -> list[str]:
    return ["cost", "cardinality", *(["score"] if kind != "approval" else [])]


def counted(election, lots, *, quick=False, reference=False, **options):
    """Counted by floats as a filter (`quick`), in fractions, or by the reference."""
    before = equal_shares.FAST_FROM
    equal_shares.FAST_FROM = 0 if quick else 10**9
    try:
        spec = rules.spec("equal-shares", options)
        return rules.counted(election, spec, lots=lots, reference=reference)
    finally:
        equal_shares.FAST_FROM = before


def agree_on(seed: int) -> None:
    """Three counts of one small budget, by every utility and every way of completing it."""
    kind = KINDS[seed % 4]
    election = a_budget(seed, kind)
    lots = lots_for(election, seed)
    for utility in utilities(kind):
        for way in WAYS:
            options = {"utility": utility, **way}
            plain = counted(election, lots, **options)
            slow = counted(election, lots, reference=True, **options)
            assert (plain.winners, plain.spent) == (slow.winners, slow.spent), options
            try:
                quick = counted(election, lots, quick=True, **options)
            except ImportError:
                continue
            assert quick.json() == plain.json(), options


@pytest.mark.parametrize("first", range(0, 60, 30))
def test_quick_and_slow_counts_agree(first):
    for seed in range(first, first + 30):
        agree_on(seed)


@pytest.mark.long
@pytest.mark.parametrize("first", range(60, 2_140, 80))
def test_quick_and_slow_counts_agree_on_thousands(first):
    for seed in range(first, first + 80):
        agree_on(seed)


def as_pabutools_counts(seed: int) -> None:
    kind = KINDS[seed % 4]
    election = a_budget(seed, kind)
    lots = lots_for(election, seed)
    for utility in utilities(kind):
        for way in WAYS[:3]:
            options = {"utility": utility, "stop": "overspend", **way}
            theirs = pabu.equal_shares(
                election, lots, utility, options["completion"], options["stop"]
            )
            assert set(counted(election, lots, **options).winners) == theirs, options


@pytest.mark.filterwarnings("ignore")
def test_pabutools_counts_the_same():
    pytest.importorskip(
        "pabutools", reason="pabutools is not installed: dev.py test --long does it"
    )
    for seed in range(24):
        as_pabutools_counts(seed)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("first", range(24, 2_104, 80))
def test_pabutools_counts_the_same_thousands_of_times(first):
    pytest.importorskip("pabutools")
    for seed in range(first, first + 80):
        as_pabutools_counts(seed)


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_a_jump_passes_over_nothing(first):
    """add-opt gives what literal steps of one cent give."""
    for seed in range(first, first + 20):
        election = a_budget(seed, most=5, voters=6)
        small = replace(election, unit=1, budget=election.budget // 50)
        small = replace(small, options=tuple(replace(o, cost=o.cost // 50) for o in small.options))
        lots = lots_for(small, seed)
        for utility in ("cost", "cardinality"):
            options = {"utility": utility, "completion": "add-opt"}
            jumped = counted(small, lots, **options)
            assert jumped.winners == counted(small, lots, reference=True, **options).winners
            stepped = counted(small, lots, utility=utility, completion="add1")
            assert jumped.rounds == stepped.rounds


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_what_a_project_missed_is_exactly_what_it_needed(first):
    """With the sum paid by somebody else it is bought; with one part less it is not."""
    asked = 0
    for seed in range(first, first + 50):
        kind = KINDS[seed % 4]
        election = a_budget(seed, kind)
        lots = lots_for(election, seed)
        for utility in utilities(kind):
            shares = shares_of(election, utility)
            share = Fraction(election.budget, shares.voters)
            bought = shares_exact.run(shares, share, lots)
            for p, lack in missing(shares, share, bought, lots).items():
                for price, wins in (
                    (shares.costs[p] - lack, True),
                    (shares.costs[p] - lack + 1, False),
                ):
                    if price <= 0:
                        continue
                    costs = tuple(price if q == p else c for q, c in enumerate(shares.costs))
                    again = shares_exact.run(replace(shares, costs=costs), share, lots)
                    assert (p in [each.project for each in again]) is wins
                    asked += 1
    assert asked > 100


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_of_projects_changes_nothing(seed, chance):
    election = a_budget(seed)
    ballots, options = list(election.ballots), list(election.options)
    chance.shuffle(ballots)
    chance.shuffle(options)
    turned = replace(election, ballots=tuple(ballots), options=tuple(options))
    lots = lots_for(election, seed)
    for rule in ("equal-shares", "phragmen", "greedy", "greedy-no-skip"):
        spec = rules.spec(rule)
        one, two = (rules.counted(each, spec, lots=lots) for each in (election, turned))
        assert one.winners == two.winners
        assert one.sha256 == two.sha256


def two_alike(budget: int, *, together: bool) -> Election:
    """Benches and lamps cost the same and are wanted by as many, by the same people or by others."""
    ticks = [("a", "b"), ("a", "b")] if together else [("a",), ("b",)]
    return Election(
        (Option("a", "Benches", 600), Option("b", "Lamps", 600)),
        aggregate(("approval", each) for each in ticks),
        kind="approval",
        budget=budget,
    )


def test_a_tie_that_decides_asks_for_the_lot_and_one_that_does_not_is_let_be():
    with pytest.raises(LotNeeded, match="a, b"):
        counted(two_alike(1_000, together=True), given_lot(""), completion="none")
    drawn = counted(two_alike(1_000, together=True), given_lot("ba"), completion="none")
    assert drawn.winners == ("b",)
    both = counted(two_alike(1_200, together=False), given_lot(""), completion="none")
    assert both.winners == ("a", "b")


def test_a_weak_currency_is_given_up_in_words_and_jumped_over():
    election = replace(two_alike(1_000_000_000, together=False), unit=100)
    dear = tuple(
        replace(option, cost=1_000_000_000 + n) for n, option in enumerate(election.options)
    )
    election = replace(election, options=dear, budget=2_000_000_000 - 2)
    spec = rules.spec("equal-shares", {"increment": "0.01"})
    with pytest.raises(BadCount, match="larger increment"):
        rules.counted(replace(election, budget=1_000_000_000), spec, progress=Progress(most=1_000))
    jumped = rules.spec("equal-shares", {"completion": "add-opt"})
    found = rules.counted(
        replace(election, budget=1_000_000_000), jumped, progress=Progress(most=1_000)
    )
    assert found.winners == ("a",)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"increment": "0"}, "The increment must be more than nothing"),
        ({"increment": "2", "completion": "none"}, "used by completion=add1 only"),
        ({"stop": "exhaustive", "completion": "none"}, "nothing to stop"),
        ({"utility": "joy"}, "It takes one of cost, cardinality, score"),
    ],
)
def test_options_that_contradict_each_other_are_refused(options, sentence):
    with pytest.raises(BadCount, match=sentence):
        rules.spec("equal-shares", options)


def test_points_are_asked_for_where_the_rule_needs_them():
    with pytest.raises(BadCount, match="needs points or ranks"):
        counted(two_alike(5, together=True), given_lot("ab"), utility="score")


def test_what_is_told_of_a_project_names_money_and_people():
    election = Election(
        (Option("a", "Benches", 600), Option("b", "Lamps", 900)),
        (((("approval"), ("a",)), 3), ((("approval"), ("b",)), 2), (("blank",), 1)),
        kind="approval",
        budget=1_500,
        currency="EUR",
    )
    outcome = counted(election, given_lot("ab"), completion="none")
    assert outcome.winners == ("a",)
    assert [str(each.words) for each in outcome.explained()] == [
        "Won: 3 supporters paid EUR 2 each for it. Nobody paid more than another.",
        "Not bought: its 2 supporters could give EUR 5 of the EUR 9 it costs; EUR 4 were missing.",
    ]
    assert outcome.rounds[0]["endowment"] == "2.50"
