"""Greedy by votes, in its three forms, with groups and pots; and Phragmén's rule."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.counting.budgets import pabu
from tests.voting.counting.budgets.elections import a_budget, lots_for
from voting.counting import rules
from voting.counting.election import Election, Option
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import given as given_lot

GREEDY = ("greedy", "greedy-no-skip", "greedy-threshold")


def grouped(seed: int) -> Election:
    """A small budget in which some projects exclude each other and a district has its own pot."""
    election = a_budget(seed, ("approval", "points", "ranking")[seed % 3])
    options = [
        replace(option, group="square" if n % 3 == 0 else "", district="North" if n % 2 else "")
        for n, option in enumerate(election.options)
    ]
    return replace(election, options=tuple(options), pots={"North": election.budget // 2})


def spec_for(rule: str):
    return rules.spec(rule, {"threshold": 2} if rule == "greedy-threshold" else {})


def with_votes(election: Election, option: str, more: int) -> Election:
    ballot = (("approval", (option,)), more)
    return replace(election, ballots=(*election.ballots, ballot)) if more else election


@pytest.mark.parametrize("rule", GREEDY)
def test_the_count_is_the_reference_and_missed_by_is_exact(rule):
    asked = 0
    for seed in range(120):
        election = grouped(seed) if seed % 2 else a_budget(seed)
        lots, spec = lots_for(election, seed), spec_for(rule)
        outcome = rules.counted(election, spec, lots=lots)
        assert outcome.winners == rules.counted(election, spec, lots=lots, reference=True).winners
        for each in outcome.explained():
            if more := each.facts.get("missed_by_votes"):
                now, less = (
                    rules.counted(with_votes(election, each.option, votes), spec, lots=lots).winners
                    for votes in (more, more - 1)
                )
                assert each.option in now
                assert each.option not in less
                asked += 1
    assert asked > 40


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 3), st.sampled_from(GREEDY))
def test_another_supporter_never_makes_a_project_lose(seed, more, rule):
    election = grouped(seed)
    lots, spec = lots_for(election, seed), spec_for(rule)
    for key in rules.counted(election, spec, lots=lots).winners:
        assert key in rules.counted(with_votes(election, key, more), spec, lots=lots).winners


def budget(*costs: int, votes: list[int], money: int, **fields) -> Election:
    options = tuple(Option("abcdef"[n], cost=cost) for n, cost in enumerate(costs))
    ballots = tuple((("approval", ("abcdef"[n],)), many) for n, many in enumerate(votes))
    return Election(options, ballots, kind="approval", budget=money, **fields)


def test_one_rule_passes_over_what_no_longer_fits_and_the_other_stops():
    election = budget(60, 50, 40, votes=[5, 4, 3], money=100)
    assert rules.counted(election, rules.spec("greedy")).winners == ("a", "c")
    assert rules.counted(election, rules.spec("greedy-no-skip")).winners == ("a",)


def test_the_threshold_comes_from_the_file_or_from_who_counts():
    election = budget(60, 40, votes=[5, 3], money=100)
    with pytest.raises(BadCount, match="names no threshold"):
        rules.counted(election, rules.spec("greedy-threshold"))
    stated = replace(election, meta={"min_project_score_threshold": "4"})
    outcome = rules.counted(stated, rules.spec("greedy-threshold"))
    assert outcome.winners == ("a",)
    assert outcome.json()["rule"]["threshold"] == 4
    assert "below the threshold of 4" in str(outcome.explained()[1].words)


def test_the_cheaper_of_two_alike_goes_first_then_only_a_lot_decides():
    assert rules.counted(budget(60, 50, votes=[3, 3], money=60), rules.spec("greedy")).winners == (
        "b",
    )
    alike = budget(60, 60, votes=[3, 3], money=60)
    with pytest.raises(LotNeeded, match="a, b"):
        rules.counted(alike, rules.spec("greedy"))
    drawn = rules.counted(alike, rules.spec("greedy"), lots=given_lot("ba"))
    assert drawn.winners == ("b",)
    assert drawn.ties == ({"tied": ["a", "b"], "by": "lot", "order": ["b", "a"]},)
    assert rules.counted(replace(alike, budget=120), rules.spec("greedy")).winners == ("a", "b")


def test_a_pot_is_spent_in_its_own_district():
    election = budget(60, 50, 40, votes=[5, 4, 3], money=50, pots={"North": 60})
    north = replace(election.options[0], district="North")
    election = replace(election, options=(north, *election.options[1:]))
    assert rules.counted(election, rules.spec("greedy")).winners == ("a", "b")


def test_phragmen_is_the_reference_and_missed_by_is_exact():
    asked = 0
    for seed in range(150):
        election = a_budget(seed)
        lots, spec = lots_for(election, seed), rules.spec("phragmen")
        outcome = rules.counted(election, spec, lots=lots)
        assert outcome.winners == rules.counted(election, spec, lots=lots, reference=True).winners
        for each in outcome.explained():
            if "missed_by" not in each.facts:
                continue
            more = each.facts["missed_by"] * 100
            now, less = (
                rules.counted(replace(election, budget=election.budget + sum_), spec, lots=lots)
                for sum_ in (more, more - 1)
            )
            assert each.option in now.winners
            assert each.option not in less.winners
            asked += 1
    assert asked > 50


@pytest.mark.filterwarnings("ignore")
def test_pabutools_buys_the_same_by_phragmen():
    pytest.importorskip("pabutools")
    for seed in range(150):
        election = a_budget(seed)
        lots = lots_for(election, seed)
        ours = rules.counted(election, rules.spec("phragmen"), lots=lots)
        assert set(ours.winners) == pabu.phragmen(election, lots)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("rule", ["phragmen", "equal-shares"])
def test_abcvoting_elects_the_same_committees(rule):
    """Every project costs one and the budget is the number of seats: then it is a committee."""
    abcrules = pytest.importorskip("abcvoting.abcrules")
    from abcvoting.preferences import Profile

    compared = 0
    for seed in range(120):
        election = a_budget(seed)
        seats = 1 + seed % len(election.options)
        options = tuple(replace(option, cost=100) for option in election.options)
        election = replace(election, options=options, budget=seats * 100)
        profile = Profile(len(options))
        names = [option.id for option in options]
        ballots = [(b, w) for b, w in election.ballots if b[0] != "blank"]
        if not ballots:
            continue
        election = replace(election, ballots=tuple(ballots))
        for ballot, weight in ballots:
            for _each in range(weight):
                profile.add_voter([names.index(key) for key in ballot[1]])
        if rule == "phragmen":
            theirs = abcrules.compute_seqphragmen(profile, seats, resolute=False)
        else:
            theirs = abcrules.compute_equal_shares(profile, seats, resolute=False, completion=None)
        options_of_rule = {"completion": "none", "utility": "cardinality"}
        spec = rules.spec(rule, options_of_rule if rule == "equal-shares" else {})
        ours = rules.counted(election, spec, lots=lots_for(election, seed))
        committees = [{names[c] for c in committee} for committee in theirs]
        if rule == "phragmen":
            # They fill all seats; we stop at the first project that no longer fits or nobody wants.
            assert any(set(ours.winners) <= committee for committee in committees)
        else:
            assert set(ours.winners) in committees
        compared += 1
    assert compared > 100


def test_without_a_budget_nothing_is_divided():
    with pytest.raises(BadCount, match="no budget"):
        rules.counted(replace(budget(1, votes=[1], money=1), budget=None), rules.spec("greedy"))
    nobody = replace(budget(1, votes=[1], money=1), ballots=())
    for rule in ("greedy", "phragmen", "equal-shares"):
        assert rules.counted(nobody, rules.spec(rule)).winners == ()
