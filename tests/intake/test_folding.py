"""People find what they cannot type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.folding import LONGEST_WORD, fold, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("Ørsted", "orsted"),
        ("Æbleskiver", "aebleskiver"),
        ("Œuvre", "oeuvre"),
        ("Đà Nẵng", "da nang"),
        ("Þórshöfn", "thorshofn"),
        ("İstanbul", "istanbul"),
        ("ısı", "isi"),
        ("Ħamrun", "hamrun"),
        ("Świecie", "swiecie"),
        ("Αθήνα", "αθηνα"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("ﬁne", "fine"),
        ("Ǿ", "o"),
        ("Ёлка", "елка"),
    ],
)
def test_two_spellings_fold_to_one(written, typed):
    assert fold(written) == fold(typed)


def test_words_are_letters_and_digits_in_any_script():
    assert words("Trees, shade & 2 fountains – in Łódź’s “Old-Town”!") == [
        *("trees", "shade", "2", "fountains", "in", "lodz", "s", "old", "town")
    ]
    assert words("हिन्दी भाषा") == words("हिन्दी, भाषा।")
    assert len(words("हिन्दी")) == 1
    assert words("... – …") == []


def test_an_endless_word_is_cut():
    assert words("ab" * 100_000) == ["ab" * (LONGEST_WORD // 2)]


@given(st.text(st.characters(codec=None)))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
    for word in words(text):
        word.encode()
        assert not set(word) & set("'\"\\ \t\n\x00*:&|!()")
        assert words(word) == [word]
