"""What an address may hold where a number is asked for."""

import pytest

from intake.numbers import LARGEST_ID, whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("120", 120),
        ("007", 7),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("9" * 5000, None),
        ("-1", None),
        ("1.5", None),
        (" 1", None),
        ("1\n", None),
        ("²", None),
        ("١٢", None),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_plain_digits_that_a_row_could_have(text, number):
    assert whole(text) == number
    assert number is None or number <= LARGEST_ID
