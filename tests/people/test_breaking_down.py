"""No table of groups tells of fewer than five people, not even by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.breaking_down import FEWEST, publishable


@pytest.mark.parametrize(
    ("counts", "shown", "whole"),
    [
        ({"a": 12, "b": 7}, {"a": 12, "b": 7}, 19),
        ({"a": 12, "b": 0}, {"a": 12, "b": 0}, 12),
        ({"a": 12, "b": 3, "c": 8}, {"a": 12, "b": None, "c": None}, 23),
        ({"a": 12, "b": 3, "c": 4}, {"a": 12, "b": None, "c": None}, 19),
        ({"a": 12, "b": 1, "c": 1}, {"a": 12, "b": None, "c": None}, None),
        ({"a": 3, "b": 0}, {"a": None, "b": 0}, None),
        ({"a": 0, "b": 0}, {"a": 0, "b": 0}, 0),
    ],
)
def test_what_is_held_back(counts, shown, whole):
    assert publishable(counts) == (shown, whole)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)))
def test_subtracting_what_is_shown_never_leaves_one_to_four(counts):
    shown, whole = publishable(counts)
    assert all(one is None or one == 0 or one >= FEWEST for one in shown.values())
    hidden = [group for group, one in shown.items() if one is None]
    if whole is not None and hidden:
        left = whole - sum(one for one in shown.values() if one)
        assert left >= FEWEST and len(hidden) > 1
