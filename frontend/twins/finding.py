"""What a search finds, as data."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Theme
from frontend.pages.search.entries import entry_of
from frontend.pages.search.filters import filters_in
from frontend.pages.search.finding import KINDS, LONGEST, find
from frontend.twins.twin import Column, Here, Twin
from intake.text import showable

FOUND = (
    Column("kind", gettext_lazy("consultation, proposal or point")),
    Column("id", gettext_lazy("Its number among its kind")),
    Column("url", gettext_lazy("Its page")),
    Column("title", gettext_lazy("Its title, or the first words of a point")),
    Column("line", gettext_lazy("What it is about, in a sentence")),
)
MOST = 100


def search(request) -> Twin:
    """The first finds of each kind; without words or filters, none."""
    query = showable(request.GET.get("q", ""))[:LONGEST].strip()
    now = timezone.now()
    filters = filters_in(request.GET, list(Theme.objects.all()))
    kinds = [
        kind
        for kind in KINDS.values()
        if (query or filters) and request.GET.get("kind", kind.key) == kind.key
    ]
    rows: list[dict[str, Any]] = []
    for kind in kinds:
        for row in find(kind, query, filters, limit=MOST).rows:
            entry = entry_of(kind, row, now)
            rows.append(
                {
                    "kind": kind.key,
                    "id": row.pk,
                    "url": Here(row.get_absolute_url()),
                    "title": entry["title"],
                    "line": entry.get("line", ""),
                }
            )
    return Twin(
        title=_("Found"),
        columns=FOUND,
        rows=rows,
        facts={"q": query},
        notes=(
            _("At most %(most)s of each kind, the newest; the API gives all of them.")
            % {"most": MOST},
        ),
    )
