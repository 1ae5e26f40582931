"""JSON from strangers is measured, counted and then believed."""

import json as plain
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import json
from intake.errors import BadInput

LIMIT = 1_000_000
NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
    max_leaves=10,
)


@given(VALUES)
def test_what_json_can_say_is_read_as_it_is(value):
    assert json.loads(plain.dumps(value), max_bytes=LIMIT) == value
    assert json.loads(plain.dumps(value, ensure_ascii=False).encode(), max_bytes=LIMIT) == value


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"[" * 100_000, "too-deep"),
        (b'{"a":' * 100_000, "too-deep"),
        (b"[" * 21 + b"]" * 21, "too-deep"),
        (b"[" + b" " * LIMIT, "too-large"),
        ("é" * (LIMIT // 2 + 1), "too-large"),
        (b"NaN", "not-a-number"),
        (b"[Infinity, -Infinity]", "not-a-number"),
        (b"1e999", "number-too-large"),
        (b"-1" + b"0" * 500_000 + b".5", "number-too-large"),
        (b"9007199254740992", "number-too-large"),
        (b"1" + b"0" * 900_000, "number-too-large"),
        (b'{"vote": 1, "vote": 2}', "duplicate-key"),
        (rb'{"a": {"b": ["\ud800"]}}', "unstorable"),
        (rb'{"\udc00": 1}', "unstorable"),
        (rb'"\u0000"', "unstorable"),
        ('"\ud800"', "unstorable"),
        (b'"\xed\xa0\x80"', "invalid-encoding"),
        (b'"\xc0\xaf"', "invalid-encoding"),
        (b'"\x00"', "invalid-json"),
        (b"", "invalid-json"),
        (b"{", "invalid-json"),
        (b"]" * 1000, "invalid-json"),
        (b"{'a': 1}", "invalid-json"),
        (b"[1] [2]", "invalid-json"),
    ],
)
def test_what_we_cannot_take_is_refused_with_a_sentence(raw, code):
    with pytest.raises(BadInput) as caught:
        json.loads(raw, max_bytes=LIMIT)
    assert caught.value.code == code
    assert caught.value.sentence.endswith(".")


def test_brackets_inside_strings_are_words():
    deep = plain.dumps({"smile": ":[" * 100, "quote": '\\"[[[['})
    assert json.loads(deep, max_bytes=LIMIT, max_depth=1) == plain.loads(deep)


def test_a_byte_order_mark_is_no_mistake():
    assert json.loads(b'\xef\xbb\xbf{"a": 1}', max_bytes=LIMIT) == {"a": 1}
    assert json.loads('\ufeff{"a": 1}', max_bytes=LIMIT) == {"a": 1}


def test_a_smiley_in_two_halves_is_one_character():
    assert json.loads(rb'"\ud83d\ude00"', max_bytes=LIMIT) == "😀"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw):
    try:
        json.loads(raw, max_bytes=LIMIT)
    except BadInput as error:
        assert error.sentence


@pytest.mark.parametrize("unit", [b'"\\', b'\\"', b"[]", b'"', b"{}", b"\\", b'["'])
def test_the_worst_bodies_take_no_longer_than_their_length(unit):
    began = time.process_time()
    with pytest.raises(BadInput):
        json.loads(unit * (LIMIT // len(unit)), max_bytes=LIMIT)
    assert time.process_time() - began < 2
