"""How consultations, places and dates are put into words, wherever they are shown."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from consultations.models import Consultation, Level, Phase, Place
from consultations.phases import day, last_moment, next_phase, open_phases, present_phase
from people import formats

SPELT_OUT = 10


def place_in_words(place: Place) -> str:
    """ "City of Lindhaven", "Eastside district"; as it is where the name says its level already."""
    if place.level in {Level.NATION, Level.EU} or says_its_level(place):
        return place.name
    pattern = {
        Level.NEIGHBOURHOOD: _("%(name)s neighbourhood"),
        Level.DISTRICT: _("%(name)s district"),
        Level.CITY: _("City of %(name)s"),
        Level.PROVINCE: _("Province of %(name)s"),
        Level.STATE: _("State of %(name)s"),
    }[Level(place.level)]
    return pattern % {"name": place.name}


def says_its_level(place: Place) -> bool:
    """Whether the name has the word for its level in it, in the name's own language."""
    with override(place.name.language):
        return str(Level(place.level).label).lower() in place.name.lower()


def full_day(when: date) -> str:
    """ "4 May 2026": dates that stay on a page for years carry their year."""
    return formats.day_and_year(when)


def due_day(when: date, now: datetime) -> str:
    """ "4 May", with the year where it is another one."""
    return formats.near_day(when, timezone.localtime(now))


def weekday(moment: datetime, now: datetime) -> str:
    """ "Sunday 26 April", with the year where it is another one."""
    return formats.near_weekday(timezone.localtime(moment), timezone.localtime(now))


def deadline(closes: datetime, now: datetime, *, weekday: bool = False) -> str:
    """ "4 May, 18:00 (Brussels time)"; what ends at midnight ends at 24:00 of the day before."""
    local, today = timezone.localtime(closes), timezone.localtime(now)
    at_midnight = local.hour == local.minute == local.second == 0
    day = timezone.localtime(last_moment(closes)) if at_midnight else local
    return _("%(day)s, %(time)s (%(clock)s)") % {
        "day": (formats.near_weekday if weekday else formats.near_day)(day, today),
        "time": "24:00" if at_midnight else formats.clock(local),
        "clock": clock(),
    }


def clock() -> str:
    """Whose time it is: “Brussels time”, by the zone that is active."""
    zone = getattr(timezone.get_current_timezone(), "key", "UTC")
    if zone.rpartition("/")[2] == "UTC":
        return _("universal time")
    return _("%(place)s time") % {"place": formats.city_of_zone(zone)}


def number_word(number: int) -> str:
    """Small numbers in words, as a newspaper sets them."""
    words = [
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"),
        _("six"), _("seven"), _("eight"), _("nine"), _("ten"),
    ]  # fmt: skip
    return words[number] if number <= SPELT_OUT else str(number)


def state_sentence(consultation: Consultation, phases: Iterable[Phase], now: datetime) -> str:
    """What is going on in a consultation, in one line with its date."""
    phases = list(phases)
    if consultation.published is None:
        return _("Not published yet")
    present = present_phase(phases, now)
    if present:
        return _("%(phase)s until %(date)s") % {
            "phase": present.name,
            "date": weekday(last_moment(present.closes), now),
        }
    if ahead := next_phase(phases, now):
        return _("%(phase)s from %(date)s") % {"phase": ahead.name, "date": day(ahead.opens, now)}
    if ended := max((phase.closes for phase in phases), default=None):
        return _("Closed on %(date)s") % {"date": full_day(timezone.localdate(last_moment(ended)))}
    return _("Dates are not set yet")


def proposals_text(count: int) -> str:
    return ngettext("%(count)s proposal", "%(count)s proposals", count) % {
        "count": formats.number(count)
    }


def is_open(phases: Iterable[Phase], now: datetime) -> bool:
    return bool(open_phases(phases, now))
