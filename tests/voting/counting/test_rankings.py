"""Run-off, Schulze, Borda and Scottish STV: properties that hold for every election."""

from dataclasses import replace
from itertools import islice, permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.voting.counting.elections import an_election, ranked_elections
from voting.counting import rules
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import NO_LOTS, draw
from voting.counting.lots import given as given_lots
from voting.counting.orders import FEW_AT_HAND, Orders, packed
from voting.counting.pairwise import pairwise, plain_pairwise

SPECS = [
    ("irv", {"overvote": "exhaust"}),
    ("irv", {"overvote": "skip"}),
    ("schulze", {"strength": "winning"}),
    ("schulze", {"strength": "margins", "overvote": "skip"}),
    ("borda", {"truncation": "zero"}),
    ("borda", {"truncation": "average"}),
    ("borda", {"truncation": "modified", "overvote": "exhaust"}),
    ("stv-scottish", {}),
]
SEATED = ("schulze", "borda", "stv-scottish")


def counted(election, name, options, **more):
    return rules.counted(election, rules.spec(name, options), **more)


def seated(name, options, election, seats):
    return options | ({"seats": min(seats, len(election.options))} if name in SEATED else {})


@pytest.mark.parametrize(("name", "options"), SPECS)
@settings(max_examples=120, deadline=None)
@given(election=ranked_elections(), seats=st.integers(1, 3), seed=st.sampled_from(["", "x", "y"]))
def test_the_fast_count_and_the_slow_one_agree_to_the_last_word(
    name, options, election, seats, seed
):
    lots = draw(election.names, seed) if seed else NO_LOTS
    options = seated(name, options, election, seats)
    try:
        fast = counted(election, name, options, lots=lots).json()
    except LotNeeded as asked:
        with pytest.raises(LotNeeded) as again:
            counted(election, name, options, lots=lots, reference=True)
        assert again.value.tied == asked.tied
    else:
        assert counted(election, name, options, lots=lots, reference=True).json() == fast


@pytest.mark.parametrize(("name", "options"), SPECS)
@settings(max_examples=60, deadline=None)
@given(election=ranked_elections(), seats=st.integers(1, 3), data=st.data())
def test_the_order_of_ballots_and_of_options_changes_nothing(name, options, election, seats, data):
    lots = draw(election.names, "fixed")
    options = seated(name, options, election, seats)
    first = counted(election, name, options, lots=lots)
    mixed = replace(
        election,
        options=tuple(data.draw(st.permutations(election.options))),
        ballots=tuple(data.draw(st.permutations(election.ballots))),
    )
    again = counted(mixed, name, options, lots=lots)
    assert set(again.winners) == set(first.winners)
    assert again.scores == first.scores
    assert [each["totals"] for each in again.rounds] == [each["totals"] for each in first.rounds]


@pytest.mark.parametrize(("name", "options"), SPECS)
@settings(max_examples=40, deadline=None)
@given(election=ranked_elections())
def test_one_ballot_of_weight_two_is_two_ballots(name, options, election):
    lots = draw(election.names, "fixed")
    apart = replace(
        election, ballots=tuple((ballot, 1) for ballot, n in election.ballots for _ in range(n))
    )
    together = counted(election, name, options, lots=lots)
    assert counted(apart, name, options, lots=lots).json() == together.json()


@pytest.mark.parametrize(("name", "options"), [each for each in SPECS if each[0] != "stv-scottish"])
@settings(max_examples=60, deadline=None)
@given(election=ranked_elections(withdrawn=False), seats=st.integers(1, 3))
def test_missed_by_is_tight(name, options, election, seats):
    """So many more ballots naming it alone and it wins; one fewer and it does not."""
    lots = draw(election.names, "fixed")
    seats = 1 if name == "schulze" else seats
    options = seated(name, options, election, seats)

    def wins(key, more):
        ballots = (*election.ballots, *([(("ranking", ((key,),)), more)] if more else []))
        return key in counted(replace(election, ballots=ballots), name, options, lots=lots).winners

    for told in counted(election, name, options, lots=lots).explanations:
        assert told.won == ("missed_by" not in told.facts)
        if not told.won:
            missed = told.facts["missed_by"]
            assert wins(told.option, missed)
            assert wins(told.option, missed + 1)
            assert not wins(told.option, missed - 1)


@pytest.mark.parametrize(("name", "options"), [each for each in SPECS if each[0] in SEATED[:2]])
@settings(max_examples=60, deadline=None)
@given(election=ranked_elections(shared=False, withdrawn=False), data=st.data())
def test_moving_the_winner_up_on_a_ballot_never_makes_it_lose(name, options, election, data):
    """Of Borda with shortened ballots this holds for the winner's own place among those listed."""
    assume(election.ballots)
    lots = draw(election.names, "fixed")
    (winner,) = counted(election, name, options, lots=lots).winners
    chosen = data.draw(st.sampled_from(election.ballots))
    ballot, weight = chosen
    ranks = list(ballot[1]) if len(ballot) > 1 else []
    assume((winner,) in ranks)
    place = ranks.index((winner,))
    ranks.remove((winner,))
    ranks.insert(data.draw(st.integers(0, place)), (winner,))
    others = [each for each in election.ballots if each != chosen]
    raised = replace(election, ballots=(*others, (("ranking", tuple(ranks)), weight)))
    assert counted(raised, name, options, lots=lots).winners == (winner,)


def test_run_off_is_not_monotone_and_we_do_not_claim_it():
    """The textbook case: two of Chidi's neighbours move A up, and A loses."""
    before = an_election("6: a b c", "5: c a b", "4: b c a", "2: b a c")
    after = an_election("8: a b c", "5: c a b", "4: b c a")
    assert counted(before, "irv", {}).winners == ("a",)
    assert counted(after, "irv", {}).winners == ("c",)


def test_a_condorcet_winner_wins_under_schulze_and_a_cycle_is_cut_at_its_weakest():
    assert counted(an_election("4: a b c", "3: b c a", "2: c b a"), "schulze", {}).winners == ("b",)
    cycle = an_election("5: a b c", "4: b c a", "2: c a b")
    assert counted(cycle, "schulze", {}).winners == ("a",)


def test_schulze_textbook_election_of_45_votes():
    ballots = ["5: a c b e d", "5: a d e c b", "8: b e d a c", "3: c a b e d"]
    ballots += ["7: c a e b d", "2: c b a d e", "7: d c e b a", "8: e b a d c"]
    outcome = counted(an_election(*ballots), "schulze", {"seats": 5})
    assert outcome.winners == ("e", "a", "c", "b", "d")
    assert outcome.rounds[0]["pairwise"]["e"]["b"] == 27
    assert outcome.rounds[0]["paths"]["a"]["d"] == 30


def test_what_is_left_out_of_a_ballot_counts_as_the_option_names_it():
    election = an_election("2: a", "1: b c a")
    assert counted(election, "borda", {}).scores == {"a": 4, "b": 2, "c": 1}
    assert counted(election, "borda", {"truncation": "average"}).scores == {"a": 4, "b": 3, "c": 2}
    assert counted(election, "borda", {"truncation": "modified"}).scores == {"a": 3, "b": 3, "c": 2}


def test_a_shared_rank_ends_the_ballot_or_is_passed_over():
    election = an_election("3: a=b c", "2: c b", "1: b a=c")
    ends = counted(election, "irv", {"overvote": "exhaust"})
    assert ends.rounds[0]["totals"] == {"a": 0, "b": 1, "c": 2}
    assert ends.rounds[0]["overvoted"] == 3
    passes = counted(election, "irv", {"overvote": "skip"})
    assert passes.rounds[0]["totals"] == {"a": 0, "b": 1, "c": 5}


def test_a_lot_drawn_beforehand_parts_a_tie_and_without_one_it_is_asked_for():
    election = an_election("2: a", "2: b")
    with pytest.raises(LotNeeded, match="a, b"):
        counted(election, "irv", {})
    outcome = counted(election, "irv", {}, lots=given_lots(["b", "a"]))
    assert outcome.winners == ("b",)
    assert outcome.ties[0]["out"] == "a"


def test_run_off_has_one_seat_and_no_rule_more_seats_than_options():
    with pytest.raises(BadCount, match="elects one"):
        rules.spec("irv", {"seats": "2"})
    with pytest.raises(BadCount, match="3 seats and only 2 options"):
        counted(an_election("2: a b"), "borda", {"seats": "3"})


@settings(max_examples=80, deadline=None)
@given(election=ranked_elections(most=9))
def test_comparing_on_all_ballots_at_once_is_comparing_them_one_by_one(election):
    orders = packed(election)
    assert pairwise(orders) == plain_pairwise(orders)


def test_packed_ballots_read_as_the_ballots_they_were():
    election = an_election("3: a b=c", "2: b", "4:", "1: c a b")
    orders = packed(election)
    assert dict(iter(orders)) == dict(election.ballots)
    assert orders.voters == election.voters
    assert replace(election, ballots=orders).kinds == {"ranking"}


def test_more_than_255_candidates_are_counted_like_few():
    keys = [f"c{number}" for number in range(300)]
    orders = Orders(keys)
    for place in range(300):
        orders.add([[keys[place]], [keys[299]], [keys[0]]][: 1 if place in (0, 299) else 3], 2)
    election = replace(
        an_election("1: x"), options=tuple(map(option, keys)), ballots=orders.settled()
    )
    lots = draw(keys, "x")
    for name in ("irv", "stv-scottish", "borda"):
        fast = counted(election, name, {}, lots=lots)
        assert fast.json() == counted(election, name, {}, lots=lots, reference=True).json()


def option(key):
    return an_election(f"1: {key}").options[0]


def test_more_different_ballots_than_are_looked_through_at_once_still_add_up():
    orders = Orders("abcdefghij")
    for _again in range(2):
        for order in islice(permutations(range(10), 6), FEW_AT_HAND + 5):
            orders.put_strict(bytes(order), 2**31)
    election = replace(
        an_election("1: x"), options=tuple(map(option, "abcdefghij")), ballots=orders.settled()
    )
    assert len(orders) > FEW_AT_HAND + 5
    assert orders.valid == election.voters == (FEW_AT_HAND + 5) * 2**32
    lots = draw("abcdefghij", "x")
    assert sum(counted(election, "irv", {}, lots=lots).rounds[0]["totals"].values()) == orders.valid
