"""Words are kept as they were meant, and nothing hidden comes in with them."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BadInput
from intake.text import clean_line, clean_text, showable, storable

ANY_TEXT = st.text(st.characters(codec=None), max_size=400)


def refusal(call, *args, **options):
    with pytest.raises(BadInput) as caught:
        call(*args, **options)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Shade for the square", "Shade for the square"),
        ("  Shade\r\nfor\tthe   square ", "Shade for the square"),
        ("Shade\u2028for\u2029the\x85square\x0b!", "Shade for the square !"),
        ("Bcc: a\r\nX-Evil: 1", "Bcc: a X-Evil: 1"),
        ("cafe\u0301", "café"),
        ("pass\u200bword\ufeff\u00ad", "password"),
        ("abc\u202edcba\u202c \u2066x\u2069", "abcdcba x"),
        ("bell\x07 and escape\x1b[31m", "bell and escape[31m"),
        ("l\u200eatin\u200f", "latin"),
        ("Ça va\u00a0?", "Ça va\u00a0?"),
        ("z" + "\u0301" * 500, unicodedata.normalize("NFC", "z" + "\u0301" * 8)),
        ("a\u200db", "ab"),
    ],
)
def test_a_line_is_kept_without_what_nobody_sees(typed, kept):
    assert clean_line(typed, limit=100) == kept


@pytest.mark.parametrize(
    "written",
    [
        "می\u200cخواهم",  # Persian: the non-joiner is spelling
        "क्\u200dष",  # Hindi: the joiner asks for another shape
        "👩\u200d👩\u200d👧 🏳\ufe0f\u200d🌈",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # Scotland
        "שלום\u200e (Lindhaven)\u200f",
        "Zażółć gęślą jaźń",
    ],
)
def test_signs_that_change_the_reading_stay(written):
    assert clean_line(written, limit=100) == written


def test_tag_letters_outside_a_flag_are_dropped():
    smuggled = "hello" + "".join(chr(0xE0000 + ord(letter)) for letter in "obey")
    assert clean_line(smuggled, limit=100) == "hello"


def test_two_spellings_of_one_word_become_equal():
    assert clean_line("Łódź", limit=9) == clean_line(unicodedata.normalize("NFD", "Łódź"), limit=9)


@pytest.mark.parametrize(
    "nothing", ["", "   ", "\u200b\u200b", "\u2800\u3164 \u00a0", "\n\r\t", "‎"]
)
def test_only_blank_signs_are_nothing(nothing):
    for clean in (clean_line, clean_text):
        error = refusal(clean, nothing, limit=9, field="title")
        assert (error.sentence, error.code, error.field) == (
            "Write the title.",
            "required",
            "title",
        )
        assert clean(nothing, limit=9, required=False) == ""


@pytest.mark.parametrize("bad", ["a\x00b", "a\ud800b", "\udfff"])
def test_what_no_database_keeps_is_refused(bad):
    for clean in (clean_line, clean_text):
        assert refusal(clean, bad, limit=9).code == "unstorable"
    assert refusal(storable, bad).code == "unstorable"
    showable(bad).encode()


def test_a_long_title_is_told_how_much_to_shorten():
    error = refusal(clean_line, "a" * 132, limit=120, field="title")
    assert error.sentence == "Shorten the title by 12 characters."
    assert refusal(clean_line, "a" * 121, limit=120).sentence == "Shorten this by 1 character."
    assert refusal(clean_text, "a" * 10**7, limit=5000).sentence == (
        "Shorten this by 9,995,000 characters."
    )


def test_something_else_than_text_is_refused():
    for thing in (None, 7, ["a"], {"a": "b"}, b"a"):
        assert refusal(clean_line, thing, limit=9).code == "not-text"


def test_prose_keeps_paragraphs_and_one_empty_line_between_them():
    typed = "\n\nOne\r\n\r\n \t\r\n\r\nTwo  \rthree\x0cfour\n\n"
    assert clean_text(typed, limit=100) == "One\n\nTwo  \nthree\nfour"


def test_prose_keeps_the_indentation_of_code():
    assert clean_text("    code\n\tmore", limit=100) == "    code\n\tmore"


def test_a_body_of_links_is_refused_with_the_limit():
    error = refusal(clean_text, "[a](https://example.org) " * 26, limit=2000)
    assert error.sentence == "Use fewer links: at most 50."
    assert clean_text("https://example.org\n" * 50, limit=2000)


@given(ANY_TEXT)
def test_any_text_is_cleaned_for_good_or_refused(typed):
    for clean in (clean_line, clean_text):
        try:
            kept = clean(typed, limit=200)
        except BadInput as error:
            assert error.sentence
            continue
        assert kept == clean(kept, limit=200)
        assert 0 < len(kept) <= 200
        assert kept == unicodedata.normalize("NFC", kept)
        kept.encode()
        assert "\x00" not in kept and "\r" not in kept
        assert clean is clean_text or "\n" not in kept


@pytest.mark.parametrize(
    "unit",
    [
        "\n",
        " \n",
        " ",
        "\u0301\u0316",
        "\u200c\u200d",
        "\U0001f3f4\U000e0067",
        "\ufe0f\ufe0e",
        "ﷺ",
        "x",
    ],
)
def test_the_worst_texts_take_no_longer_than_plain_ones(unit):
    limit = 20_000
    text = unit * (2 * limit // len(unit))
    began = time.process_time()
    for _ in range(5):
        try:
            clean_text("x" + text + "x", limit=limit)
        except BadInput as error:
            assert error.code == "too-long"
    assert time.process_time() - began < 1
