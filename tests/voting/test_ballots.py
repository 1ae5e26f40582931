"""What is a ballot of this poll, exactly, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BadInput
from voting.ballots import canonical

APPROVAL = {"kind": "approval", "keys": {"p1", "p2", "p3"}, "max_choices": 2}
YES_NO = {"kind": "yes-no", "keys": set(), "max_choices": None}


def test_an_approval_ballot_is_stored_sorted():
    raw = {"kind": "approval", "choices": ["p3", "p1"]}
    assert canonical(raw, **APPROVAL) == {"choices": ["p1", "p3"], "kind": "approval"}


def test_a_blank_ballot_is_always_possible():
    assert canonical({"kind": "blank"}, **APPROVAL) == {"kind": "blank"}
    assert canonical({"kind": "blank"}, **YES_NO) == {"kind": "blank"}


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "yes",
        {},
        {"kind": "approval"},
        {"kind": "approval", "choices": []},
        {"kind": "approval", "choices": "p1"},
        {"kind": "approval", "choices": ["p1", "p1"]},
        {"kind": "approval", "choices": ["p1", "p2", "p3"]},
        {"kind": "approval", "choices": ["of another poll"]},
        {"kind": "approval", "choices": [1]},
        {"kind": "approval", "choices": [["p1"]]},
        {"kind": "approval", "choices": ["p1"], "person": 3},
        {"kind": "yes-no", "choice": "yes"},
        {"kind": "blank", "choices": ["p1"]},
        {"kind": ["approval"], "choices": ["p1"]},
    ],
)
def test_what_does_not_fit_an_approval_poll_is_refused_with_a_sentence(raw):
    with pytest.raises(BadInput) as refusal:
        canonical(raw, **APPROVAL)
    assert str(refusal.value.sentence).endswith(".")


@pytest.mark.parametrize("choice", ["", "YES", "block", None, 1, ["yes"], {"yes": 1}])
def test_a_yes_or_no_poll_takes_yes_no_and_abstain_only(choice):
    with pytest.raises(BadInput):
        canonical({"kind": "yes-no", "choice": choice}, **YES_NO)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["kind", "choices", "choice", "x"]), JSON))
def test_whatever_comes_is_a_ballot_or_a_sentence(raw):
    try:
        assert canonical(raw, **APPROVAL)["kind"] in {"approval", "blank"}
    except BadInput as refusal:
        assert refusal.sentence
