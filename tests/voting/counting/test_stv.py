"""Scottish STV: the published ward, and the cases its rules decide one by one."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from tests.voting.counting.elections import an_election
from voting import formats
from voting.counting import rules
from voting.counting.errors import LotNeeded
from voting.counting.lots import NO_LOTS, given

PUBLISHED = os.environ.get("POLYPHONY_PUBLISHED_DATA", "")


def counted(election, seats, lots=NO_LOTS):
    fast = rules.counted(election, rules.spec("stv-scottish", {"seats": seats}), lots=lots)
    slow = rules.counted(
        election, rules.spec("stv-scottish", {"seats": seats}), lots=lots, reference=True
    )
    assert slow.json() == fast.json()
    return fast


def told(outcome):
    return {each.option: str(each.words) for each in outcome.explanations}


@pytest.mark.skipif(not PUBLISHED, reason="POLYPHONY_PUBLISHED_DATA is unset: no published data")
def test_govan_2007_is_counted_as_it_was_published():
    election = formats.read(Path(PUBLISHED) / "voting" / "Govan-2007.blt")
    outcome = counted(election, 4)
    names = election.names
    assert {names[key]: str(outcome.scores[key]) for key in outcome.winners} == {
        "Allison Hunter": "1913.00000",
        "Shaukat Butt": "1675.73560",
        "Stephen Dornan": "1921.68010",
        "John Flanagan": "1984.14270",
    }
    assert str(outcome.rounds[-1]["nontransferable"]) == "2065.43220"
    assert outcome.rounds[0]["quota"] == 1913
    assert rules.counted(election, rules.spec(*election.rule)).winners == outcome.winners


def test_a_surplus_passes_on_at_a_value_cut_to_five_places():
    outcome = counted(an_election("7: a b", "2: b", "2: c"), 2)
    assert outcome.rounds[0]["quota"] == 4
    second = outcome.rounds[1]
    assert (second["kind"], second["of"]) == ("surplus", "a")
    # 3 of 7 votes too many: 0.42857 for each paper, and 0.00001 is lost in cutting.
    assert second["transfers"] == {"b": Decimal("2.99999")}
    assert second["rounding"] == Decimal("0.00001")
    assert outcome.winners == ("a", "b")


def test_several_are_elected_in_one_stage_and_the_larger_surplus_passes_first():
    outcome = counted(an_election("9: a c", "8: b d", "2: c", "1: d"), 3)
    assert outcome.rounds[0]["elected"] == ["a", "b"]
    assert [each.get("of") for each in outcome.rounds][:3] == [None, "a", "b"]
    assert outcome.winners == ("a", "b", "c")


def test_equal_surpluses_look_back_and_then_ask_for_the_lot():
    election = an_election("6: a c", "6: b d", "1: c", "1: d")
    with pytest.raises(LotNeeded, match="a, b"):
        counted(election, 3)
    outcome = counted(election, 3, given(["b", "a", "d", "c"]))
    assert outcome.rounds[1]["of"] == "b"
    assert outcome.ties[0] == {"tied": ["a", "b"], "by": "lot", "transferred": "b", "stage": 2}


def test_a_tie_for_exclusion_is_parted_by_the_latest_stage_where_they_differed():
    election = an_election("10: a", "9: b", "4: c", "3: d", "1: e d")
    outcome = counted(election, 2)
    assert [each.get("of") for each in outcome.rounds][1:3] == ["e", "d"]
    assert outcome.ties[0] == {
        "tied": ["c", "d"],
        "by": "earlier-stage",
        "excluded": "d",
        "stage": 3,
    }


def test_a_tie_for_exclusion_equal_at_all_stages_goes_by_lot_the_last_of_it_out():
    election = an_election("4: a", "2: b", "2: c")
    with pytest.raises(LotNeeded, match="b, c"):
        counted(election, 2)
    assert counted(election, 2, given(["b", "c", "a"])).winners == ("a", "b")


def test_who_is_left_when_seats_are_left_is_elected_without_the_quota():
    outcome = counted(an_election("5: a", "3: b", "2: c"), 2)
    assert outcome.winners == ("a", "b")
    assert "without the quota of 4" in told(outcome)["b"]
    assert told(outcome)["c"].startswith("Excluded at stage 3 with 2.00000 votes, the fewest: 1.0")


def test_fewer_candidates_than_seats_are_all_elected_at_once():
    election = an_election("5: a c", "3: b", "9: c", withdrawn="c")
    outcome = counted(election, 3)
    assert outcome.winners == ("a", "b")
    assert len(outcome.rounds) == 1
    assert outcome.rounds[0]["blank"] == 9


def test_a_shared_rank_ends_the_ballot_and_a_shared_first_rank_rejects_it():
    outcome = counted(an_election("5: a b=c", "3: b=c a", "2: b", "1: c"), 1)
    assert outcome.rounds[0]["valid"] == 8
    assert outcome.rounds[0]["overvoted"] == 3
    assert outcome.winners == ("a",)


def test_papers_that_name_nobody_else_are_told_as_not_transferable():
    outcome = counted(an_election("6: a", "4: b c", "3: c", "2: d"), 2)
    assert outcome.rounds[-1]["nontransferable"] > 0
    for each in outcome.rounds:
        held = sum(each["totals"].values())
        assert held + each["nontransferable"] + each["rounding"] == 15
