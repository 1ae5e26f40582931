"""Figures and sentences of ranked counts as ready values."""

from fractions import Fraction

from django.utils.translation import override

from frontend.courses import Runner, course, pairs
from frontend.sentences import said, shown
from voting.counting.words import _


def test_a_square_is_filled_where_the_row_is_ahead_and_hollow_where_they_are_level():
    votes = {"a": {"b": 3, "c": 2}, "b": {"a": 1, "c": 5}, "c": {"a": 2, "b": 4}}
    drawn = pairs("abc", votes, title="", caption="")
    kinds = [[cell["kind"] for cell in row["cells"]] for row in drawn["rows"]]
    assert kinds == [["", "won", "level"], ["lost", "", "won"], ["level", "lost", ""]]


def test_columns_are_as_high_as_the_votes_and_filled_from_the_stage_of_election():
    runner = Runner("Amara", "elected at stage 2", [Fraction(5), Fraction(10)], 1)
    drawn = course([runner], limit=Fraction(10), title="", caption="")
    (row,) = drawn["rows"]
    assert [column["height"] for column in row["columns"]] == ["17.0", "34.0"]
    assert [column["won"] for column in row["columns"]] == [False, True]
    assert float(row["y_limit"]) == row["y_base"] - 34


def test_an_election_without_ballots_can_be_drawn():
    drawn = course([Runner("Bo", "", [Fraction(0)], None)], limit=None, title="", caption="")
    assert drawn["rows"][0]["columns"][0]["height"] == "0.0"


def test_votes_are_written_as_the_language_writes_them():
    assert shown("1675.73560") == "1,675.7356"
    assert shown("1913.00000") == "1,913"
    stored = _("Excluded at stage %(stage)s with %(votes)s votes.", stage=3, votes="138.35160")
    with override("de"):
        assert "138,3516" in said(stored.json())
