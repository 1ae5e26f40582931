from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from proposals.diffs import Part, word_diff

BEFORE = "We propose forty plane trees. The market keeps its pitches."


def test_one_changed_word_is_shown_alone():
    assert word_diff(BEFORE, BEFORE.replace("forty", "fifty")) == (
        Part("same", "We propose "),
        Part("old", "forty"),
        Part("new", "fifty"),
        Part("same", " plane trees. The market keeps its pitches."),
    )


def test_two_changed_words_beside_each_other_read_as_one_change():
    assert word_diff(BEFORE, BEFORE.replace("forty plane", "fifty lime")) == (
        Part("same", "We propose "),
        Part("old", "forty plane"),
        Part("new", "fifty lime"),
        Part("same", " trees. The market keeps its pitches."),
    )


def test_a_new_sentence_leaves_the_others_alone():
    assert word_diff(BEFORE, BEFORE + " Sails hang in May.") == (
        Part("same", BEFORE),
        Part("new", " Sails hang in May."),
    )


def test_equal_texts_have_one_part_and_empty_ones_none():
    assert word_diff(BEFORE, BEFORE) == (Part("same", BEFORE),)
    assert word_diff("", "") == ()


texts = st.text(alphabet="ab .\n", max_size=60)


@given(texts, texts)
def test_both_texts_can_be_read_back_from_their_difference(before, after):
    parts = word_diff(before, after)
    assert "".join(part.text for part in parts if part.kind != "old") == after
    assert "".join(part.text for part in parts if part.kind != "new") == before


def test_texts_made_to_be_slow_are_not():
    hostile = [
        ("a " * 5_000, "b a " * 2_500),
        ("\n" * 10_000, ".\n" * 5_000),
        ("x" * 10_000, "y" * 10_000),
        (" ".join(str(n % 7) for n in range(5_000)), " ".join(str(n % 5) for n in range(5_000))),
    ]
    began = process_time()
    for before, after in hostile:
        word_diff(before, after)
    assert process_time() - began < 1
