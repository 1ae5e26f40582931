"""When something ends, to the hour, and by whose clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from consultations.wording import clock, deadline

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("closes", "words"),
    [
        (datetime(2026, 5, 4, 16, tzinfo=UTC), "4 May, 18:00 (Brussels time)"),
        (datetime(2026, 1, 4, 17, tzinfo=UTC), "4 January, 18:00 (Brussels time)"),
        (datetime(2026, 5, 4, 22, tzinfo=UTC), "4 May, 24:00 (Brussels time)"),
        (datetime(2027, 5, 4, 16, 5, tzinfo=UTC), "4 May 2027, 18:05 (Brussels time)"),
    ],
)
def test_a_deadline_names_its_hour_and_its_clock(closes, words):
    with timezone.override(ZoneInfo("Europe/Brussels")):
        assert deadline(closes, NOW) == words


def test_a_weekday_where_there_is_room():
    with timezone.override(ZoneInfo("Europe/Brussels")):
        closes = datetime(2026, 4, 26, 22, tzinfo=UTC)
        assert deadline(closes, NOW, weekday=True) == "Sunday 26 April, 24:00 (Brussels time)"


@pytest.mark.parametrize(
    ("zone", "words"), [("Europe/Warsaw", "Warsaw time"), ("UTC", "universal time")]
)
def test_the_clock_is_named_by_its_place(zone, words):
    with timezone.override(ZoneInfo(zone)):
        assert clock() == words
