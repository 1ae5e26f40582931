"""The same page in other forms: data beside it, feeds, calendars; for its head and its foot."""

from typing import Any

from django.http import HttpRequest

from frontend.twins.catalogue import DATASETS
from frontend.twins.writing import stem_of

TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
    "ics": "text/calendar",
}


def alternates(request: HttpRequest) -> list[dict[str, Any]]:
    """`{"type", "url", "text"}` of each other form of the page that was asked for; no query."""
    match = getattr(request, "resolver_match", None)
    page = match.url_name if match else None
    if page not in DATASETS:
        return []
    stem, asked = stem_of(request) or "/index", request.META.get("QUERY_STRING", "")
    query = f"?{asked}" if asked and page == "search" else ""
    return [other("json", f"{stem}.json{query}", "JSON"), other("csv", f"{stem}.csv{query}", "CSV")]


def other(form: str, url: str, text: str) -> dict[str, Any]:
    return {"type": TYPES[form], "url": url, "text": text}
