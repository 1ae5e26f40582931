"""Numbers, money, days and hours as each language writes them: the only place that knows.

Scripts repaint numbers with the browser's `Intl`; a journey checks that both write them alike.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from babel.dates import get_timezone_location
from django.utils import timezone
from django.utils.formats import date_format

from people.languages import now_spoken

NO_BREAK, NARROW = "\u00a0", "\u202f"
SIGNS = {"EUR": "€", "GBP": "£"}


@dataclass(frozen=True)
class Habits:
    """How a language writes; days in the letters of Django's date formats."""

    group: str
    decimal: str
    grouped_from: int = 1_000
    sign_first: bool = False
    capitals: bool = False  # of months and days; Django gives Italian some
    day: str = "j F"
    year: str = " Y"
    weekday: str = "l "


HABITS = {
    "en": Habits(group=",", decimal=".", sign_first=True, capitals=True),
    "de": Habits(group=".", decimal=",", day="j. F", weekday="l, ", capitals=True),
    "fr": Habits(group=NARROW, decimal=","),
    "it": Habits(group=".", decimal=",", grouped_from=10_000),
    "es": Habits(
        group=".", decimal=",", grouped_from=10_000, day=r"j \d\e F", year=r" \d\e Y", weekday="l, "
    ),
    "pl": Habits(group=NO_BREAK, decimal=",", grouped_from=10_000, day="j E", weekday="l, "),
}


def number(value: int) -> str:
    """`1,234` in English, `1.234` in German, `1234` and `12 345` in Polish."""
    habits = HABITS[now_spoken()]
    if abs(value) < habits.grouped_from:
        return str(value)
    return f"{value:,}".replace(",", habits.group)


def money(cents: int, currency: str = "EUR") -> str:
    """`€120,000`, `120.000 €` or `PLN 1,070,000.50`: cents only where there are any."""
    habits = HABITS[now_spoken()]
    whole, rest = divmod(abs(cents), 100)
    amount = f"{number(whole)}{habits.decimal}{rest:02}" if rest else number(whole)
    sign = SIGNS.get(currency)
    if habits.sign_first:
        amount = f"{sign}{amount}" if sign else f"{currency} {amount}"
    else:
        amount = f"{amount}{NO_BREAK}{sign or currency}"
    return ("−" if cents < 0 else "") + amount


def day(when: date) -> str:
    """`4 May`, `4. Mai`, `4 de mayo`, `1er mai`."""
    return _written(when, HABITS[now_spoken()].day)


def day_and_year(when: date) -> str:
    """`4 May 2026`: dates that stay on a page for years carry their year."""
    habits = HABITS[now_spoken()]
    return _written(when, habits.day + habits.year)


def near_day(when: date, today: date) -> str:
    """`4 May`, with the year where it is another one than today's."""
    return day(when) if when.year == today.year else day_and_year(when)


def near_weekday(when: date, today: date) -> str:
    """`Sunday 26 April`, with the year where it is another one than today's."""
    habits = HABITS[now_spoken()]
    year = "" if when.year == today.year else habits.year
    return _written(when, habits.weekday + habits.day + year)


def clock(moment: datetime) -> str:
    """`09:02`, as the city's clock shows it."""
    return date_format(timezone.localtime(moment), "H:i")


def moment(at: datetime) -> str:
    """`14 April, 09:02`, with the year where it is another one."""
    local = timezone.localtime(at)
    return f"{near_day(local, timezone.localtime())}, {clock(local)}"


def full_moment(at: datetime) -> str:
    """`14 April 2026, 09:02`."""
    local = timezone.localtime(at)
    return f"{day_and_year(local)}, {clock(local)}"


def _written(when: date, form: str) -> str:
    # French alone counts the first of a month: “1er mai”.
    if now_spoken() == "fr" and when.day == 1:
        form = form.replace("j", r"j\e\r", 1)
    text = date_format(when, form)
    return text if HABITS[now_spoken()].capitals else text.lower()


def city_of_zone(zone: str) -> str:
    """The city that gives a time zone its name, as the language spells it: “Brüssel”."""
    return _city_of_zone(zone, now_spoken())


@cache
def _city_of_zone(zone: str, language: str) -> str:
    return get_timezone_location(zone, locale=language, return_city=True)
