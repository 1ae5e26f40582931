"""Which city this is: name, colour, crest and languages, read seldom and known to every page.

Each page says the name, so it is kept in memory and read again every few seconds: other processes
hear of a change as they hear of everything else, a moment later.
"""

import time
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError

from people.models import City, Crest


@dataclass(slots=True)
class Known:
    city: City | None = None
    until: float = 0.0


known = Known()


def the_city() -> City:
    """The city; where none was started yet, one of the name SITE_NAME, with no row of its own."""
    now = time.monotonic()
    if known.city is None or now >= known.until:
        try:
            known.city = City.objects.filter(pk=1).first() or unnamed()
        except DatabaseError:  # a page that says why still needs the name
            return known.city or unnamed()
        known.until = now + settings.CITY_REREAD_SECONDS
    return known.city


def unnamed() -> City:
    return City(name=settings.SITE_NAME, languages=[code for code, _ in settings.LANGUAGES])


def city_name() -> str:
    return the_city().name


def is_started() -> bool:
    return City.objects.exists()


def ask_again() -> None:
    """Forget what is known: the city was just changed here."""
    known.until = 0.0


def crest_of(digest: str) -> bytes | None:
    """The picture of a crest, as long as it is kept."""
    row = Crest.objects.filter(pk=digest).first()
    return bytes(row.png) if row else None
