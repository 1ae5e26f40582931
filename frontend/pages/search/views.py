"""Search over consultations, proposals and points."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from frontend.pages.search.entries import entry_of
from frontend.pages.search.finding import KINDS, LONGEST, Found, Kind, find
from frontend.paging import number_in
from intake.text import showable

FIRST = 5
"""Of each kind, where all kinds are shown together."""


@require_GET
def search(request):
    """`?q=` in all kinds, or `?kind=` in one of them, page by page."""
    query = showable(request.GET.get("q", ""))[:LONGEST].strip()
    kind = KINDS.get(request.GET.get("kind", ""))
    before = number_in(request, "before") if kind else 0
    now = timezone.now()
    values = {
        "nav": "search",
        "q": query,
        "kinds": kind_links(query, kind),
        "groups": [group(found, query, kind, now) for found in results(query, kind, before)],
        "is_further": bool(before),
    }
    return render(request, "pages/search/search.html", values)


def results(query: str, kind: Kind | None, before: int) -> list[Found]:
    if not query:
        return []
    if kind:
        found = [find(kind, query, before=before)]
    else:
        found = [find(one, query, limit=FIRST) for one in KINDS.values()]
    return [one for one in found if one.rows]


def group(found: Found, query: str, kind: Kind | None, now) -> dict:
    """One kind's rows, and the link to more of them."""
    onward = {"q": query, "kind": found.kind.key}
    if kind and found.before:
        onward["before"] = str(found.before)
    return {
        "heading": found.kind.word,
        "id": f"found-{found.kind.key}",
        "entries": [entry_of(found.kind, row, now) for row in found.rows],
        "more_url": address(**onward) if found.before else "",
        "more_text": _("Show more"),
    }


def kind_links(query: str, current: Kind | None) -> list[dict]:
    everything = {"text": _("Everything"), "url": address(q=query), "current": current is None}
    return [everything] + [
        {"text": kind.word, "url": address(q=query, kind=kind.key), "current": kind == current}
        for kind in KINDS.values()
    ]


def address(**asked: str) -> str:
    return f"{reverse('search')}?{urlencode(asked)}"
