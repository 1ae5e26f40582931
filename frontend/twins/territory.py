"""Places and themes as data."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Place, Theme
from consultations.queries import place_tree, themes_with_open
from frontend.twins.twin import Column, Here, Twin

PLACES = (
    Column("id", gettext_lazy("Number of the place; never given twice")),
    Column("slug", gettext_lazy("Its short name in addresses")),
    Column("url", gettext_lazy("Its page")),
    Column("name", gettext_lazy("Its name")),
    Column("level", gettext_lazy("neighbourhood, district, city, province, state, nation or eu")),
    Column("parent", gettext_lazy("Number of the place above it; empty at the top")),
)
THEMES = (
    Column("id", gettext_lazy("Number of the theme; never given twice")),
    Column("slug", gettext_lazy("Its short name in addresses")),
    Column("url", gettext_lazy("Its page")),
    Column("name", gettext_lazy("Its name")),
    Column("line", gettext_lazy("What it is about, in a sentence")),
    Column("group", gettext_lazy("threat: what presses on every city; answer: where answers grow")),
    Column("open", gettext_lazy("How many consultations about it are open now")),
)


def places(request) -> Twin:
    return Twin(title=_("Places"), columns=PLACES, rows=(place_facts(one) for one in place_tree()))


def themes(request) -> Twin:
    return Twin(
        title=_("Themes"),
        columns=THEMES,
        rows=[
            theme_facts(one) | {"open": len(one.open_ids)}
            for one in themes_with_open(timezone.now())
        ],
    )


def place_facts(place: Place) -> dict[str, Any]:
    return {
        "id": place.pk,
        "slug": place.slug,
        "url": Here(f"/places/{place.slug}/"),
        "name": place.name,
        "level": place.level,
        "parent": place.parent_id,
    }


def theme_facts(theme: Theme) -> dict[str, Any]:
    return {
        "id": theme.pk,
        "slug": theme.slug,
        "url": Here(f"/themes/{theme.slug}/"),
        "name": theme.name,
        "line": theme.line,
        "group": theme.group,
    }
