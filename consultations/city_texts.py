"""The city's own texts: the one that stands, in the reader's language or the nearest there is.

First what the city wrote, in the reader's language, then in its own; else our text, in the reader's
language, then in English. So a notice of the city's is never replaced by one of ours.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.utils import timezone

from consultations.models import CityText
from people.city import the_city
from people.languages import city_language

OURS = Path(__file__).parent / "default_texts"
WRITTEN = date(2026, 11, 26)
"""When our texts were last read through; change it when they are, and not before."""
A_YEAR = timedelta(days=365)
VERSIONS_SHOWN = 50

LOOKED_AT_EACH_YEAR = (CityText.Page.ACCESSIBILITY, CityText.Page.SECURITY)
"""An accessibility statement is reviewed each year, and security.txt ends by itself."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The text that stands. `version` is 0 where it is ours; `day` is when it was last looked at."""

    page: CityText.Page
    language: str
    version: int
    body: str
    day: date

    @property
    def is_ours(self) -> bool:
        return self.version == 0

    def until(self) -> date:
        """The day on which it has gone unread for a year."""
        return self.day + A_YEAR

    def is_old(self, now: datetime) -> bool:
        return self.page in LOOKED_AT_EACH_YEAR and timezone.localdate(now) > self.until()


def standing_text(page: str, language: str) -> Standing:
    """What the page says to a reader of this language: one query."""
    wanted = [language, city_language()]
    texts = CityText.objects.filter(page=page).order_by("language", "-version")
    newest: dict[str, CityText] = {}
    for one in texts.filter(language__in=wanted):
        newest.setdefault(one.language, one)
    found = next((newest[one] for one in wanted if one in newest), None)
    return of_the_city(found) if found else our_text(page, language)


def text_to_change(page: str, language: str) -> Standing:
    """What stands in exactly this language: the city's, else ours."""
    found = versions_of_text(page, language)[:1]
    return of_the_city(found[0]) if found else our_text(page, language)


def versions_of_text(page: str, language: str) -> list[CityText]:
    """What the city wrote there, newest first, with who saved it."""
    rows = CityText.objects.filter(page=page, language=language).select_related("saved_by")
    return list(rows.order_by("-version")[:VERSIONS_SHOWN])


def newest_texts() -> dict[tuple[str, str], Standing]:
    """The newest version of every page in every language, without its words: one query."""
    newest: dict[tuple[str, str], Standing] = {}
    for one in CityText.objects.order_by("page", "language", "-version").defer("body"):
        newest.setdefault((one.page, one.language), of_the_city(one, body=""))
    return newest


def of_the_city(text: CityText, body: str | None = None) -> Standing:
    return Standing(
        page=CityText.Page(text.page),
        language=text.language,
        version=text.version,
        body=text.body if body is None else body,
        day=timezone.localdate(text.saved),
    )


def our_text(page: str, language: str) -> Standing:
    found = language if (OURS / language / f"{page}.md").exists() else "en"
    body = our_words(page, found).replace("{city}", the_city().name)
    return Standing(CityText.Page(page), found, 0, body, WRITTEN)


@lru_cache(maxsize=64)
def our_words(page: str, language: str) -> str:
    return (OURS / language / f"{page}.md").read_text(encoding="utf-8").strip()
