"""Search over consultations, proposals and points, narrowed by what the address says."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from consultations.models import Theme
from frontend.pages.search.entries import entry_of
from frontend.pages.search.filters import LABELS, Filters, choices, filters_in
from frontend.pages.search.finding import (
    KINDS,
    LONGEST,
    Found,
    Kind,
    find,
)
from intake.errors import BadInput
from intake.text import showable
from people.formats import number as written

FIRST = 5
"""Of each kind, where all kinds are shown together."""


@require_GET
def search(request):
    """`?q=` in all kinds, or `?kind=` in one of them, page by page."""
    query = showable(request.GET.get("q", ""))[:LONGEST].strip()
    kind = KINDS.get(request.GET.get("kind", ""))
    after = request.GET.get("after", "") if kind else ""
    themes, now = list(Theme.objects.all()), timezone.now()
    try:
        filters = filters_in(request.GET, themes)
    except BadInput:  # an old or mistyped address: search as if it had not been narrowed
        filters = Filters()
    asked = bool(query or filters)
    found = results(query, kind, filters, after) if asked else []
    values = {
        "nav": "search",
        "q": query,
        "asked": asked,
        "kind": kind.key if kind else "",
        "kinds": kind_links(query, kind, filters, found),
        "fields": fields(themes, filters),
        "filtered": bool(filters),
        "without_filters": address(q=query, **({"kind": kind.key} if kind else {})),
        "groups": [group(one, query, kind, filters, now) for one in found if one.rows],
        "is_further": bool(after),
    }
    return render(request, "pages/search/search.html", values)


def results(query: str, kind: Kind | None, filters: Filters, after: str) -> list[Found]:
    if kind:
        return [find(kind, query, filters, after=after)]
    return [find(one, query, filters, limit=FIRST) for one in KINDS.values()]


def group(found: Found, query: str, kind: Kind | None, filters: Filters, now) -> dict:
    """One kind's rows, and the link to more of them."""
    onward = {"q": query, "kind": found.kind.key, **filters.chosen()}
    if kind and found.after:
        onward["after"] = found.after
    return {
        "heading": found.kind.word,
        "id": f"found-{found.kind.key}",
        "entries": [entry_of(found.kind, row, now) for row in found.rows],
        "more_url": address(**onward) if found.after else "",
        "more_text": _("Show more"),
    }


def kind_links(
    query: str, current: Kind | None, filters: Filters, found: list[Found]
) -> list[dict]:
    """Each kind with how many there are, so that nobody opens an empty one in vain."""
    chosen = filters.chosen()
    totals = {one.kind.key: one.total for one in found}
    everything = {
        "text": _("Everything"),
        "url": address(q=query, **chosen),
        "current": current is None,
    }
    return [everything] + [
        {
            "text": with_total(kind.word, totals.get(kind.key)),
            "url": address(q=query, kind=kind.key, **chosen),
            "current": kind == current,
        }
        for kind in KINDS.values()
    ]


def with_total(word, total: int | None) -> str:
    if total is None:
        return str(word)
    return _("%(kind)s, %(count)s") % {"kind": word, "count": written(total)}


def fields(themes: list[Theme], filters: Filters) -> list[dict]:
    """The choices that narrow, for the form."""
    return [
        {
            "name": name,
            "label": LABELS[name],
            "options": [
                {"value": value, "text": text, "chosen": value == getattr(filters, name)}
                for value, text in options
            ],
        }
        for name, options in choices(themes).items()
    ]


def address(**asked: str) -> str:
    return f"{reverse('search')}?{urlencode(asked)}"
