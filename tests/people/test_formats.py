"""Numbers, money and days as each language writes them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from people import formats

MAY = date(2026, 5, 4)
NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("language", "day", "year", "weekday"),
    [
        ("en", "4 May", "4 May 2026", "Monday 4 May"),
        ("de", "4. Mai", "4. Mai 2026", "Montag, 4. Mai"),
        ("fr", "4 mai", "4 mai 2026", "lundi 4 mai"),
        ("it", "4 maggio", "4 maggio 2026", "lunedì 4 maggio"),
        ("es", "4 de mayo", "4 de mayo de 2026", "lunes, 4 de mayo"),
        ("pl", "4 maja", "4 maja 2026", "poniedziałek, 4 maja"),
    ],
)
def test_days(language, day, year, weekday):
    with override(language):
        assert formats.day(MAY) == day
        assert formats.day_and_year(MAY) == formats.near_day(MAY, date(2027, 1, 1)) == year
        assert formats.near_day(MAY, MAY) == day
        assert formats.near_weekday(MAY, MAY).lower() == weekday.lower()


def test_only_french_counts_the_first_of_a_month():
    with override("fr"):
        assert formats.day_and_year(date(2026, 5, 1)) == "1er mai 2026"
        assert formats.near_weekday(date(2026, 5, 1), MAY) == "vendredi 1er mai"
    with override("it"):
        assert formats.day(date(2026, 5, 1)) == "1 maggio"


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("en", ["7", "1,234", "12,345", "1,234,567"]),
        ("de", ["7", "1.234", "12.345", "1.234.567"]),
        ("fr", ["7", f"1{NARROW}234", f"12{NARROW}345", f"1{NARROW}234{NARROW}567"]),
        ("it", ["7", "1234", "12.345", "1.234.567"]),
        ("es", ["7", "1234", "12.345", "1.234.567"]),
        ("pl", ["7", "1234", f"12{NO_BREAK}345", f"1{NO_BREAK}234{NO_BREAK}567"]),
    ],
)
def test_numbers(language, numbers):
    with override(language):
        assert [formats.number(value) for value in (7, 1234, 12345, 1234567)] == numbers


def test_sums_of_money():
    with override("en"):
        assert formats.money(12_000_000) == "€120,000"
        assert formats.money(107_000_050, "PLN") == "PLN 1,070,000.50"
    with override("de"):
        assert formats.money(-12_345_050) == f"−123.450,50{NO_BREAK}€"
    with override("fr"):
        assert formats.money(123_450) == f"1{NARROW}234,50{NO_BREAK}€"
    with override("pl"):
        assert formats.money(1_234_550, "PLN") == f"12{NO_BREAK}345,50{NO_BREAK}PLN"


def test_hours_are_the_citys():
    at = datetime(2026, 4, 14, 7, 2, tzinfo=ZoneInfo("UTC"))
    with override("de"):
        assert formats.full_moment(at) == "14. April 2026, 09:02"
