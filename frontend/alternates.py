"""The same page in other forms: data beside it, feeds, calendars; for its head and its foot."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from frontend.twins.catalogue import DATASETS
from frontend.twins.writing import stem_of

TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
    "ics": "text/calendar",
}
LINKED = {"home", "consultation", "proposal"}
FEEDS = {
    "home": ("consultations-feed", "outcomes-feed"),
    "consultations": ("consultations-feed",),
    "outcomes": ("outcomes-feed", "overdue-feed"),
}
CALENDARS = {"home": "calendar", "consultations": "calendar"}


def alternates(request: HttpRequest) -> list[dict[str, Any]]:
    """`{"type", "url", "text"}` of each other form of the page that was asked for; no query."""
    match = getattr(request, "resolver_match", None)
    page = match.url_name if match else None
    if page not in DATASETS:
        return []
    stem, asked = stem_of(request) or "/index", request.META.get("QUERY_STRING", "")
    query = f"?{asked}" if asked and page == "search" else ""
    forms = [
        other("json", f"{stem}.json{query}", "JSON"),
        other("csv", f"{stem}.csv{query}", "CSV"),
    ]
    if page in LINKED:
        forms.append(other("jsonld", f"{stem}.jsonld", "schema.org"))
    for feed in FEEDS.get(page, ()):
        forms.append(other("atom", reverse(feed), FEED_NAMES[feed]()))
    if page == "consultation":
        forms.append(other("ics", f"{stem}.ics", _("Calendar")))
    elif page in CALENDARS:
        forms.append(other("ics", reverse(CALENDARS[page]), _("Calendar")))
    return forms


def sharing(request: HttpRequest) -> dict[str, str]:
    """Where the page is, and the picture that goes with a link to it: whole addresses."""
    return {
        "url": request.build_absolute_uri(request.path),
        "image": request.build_absolute_uri(static("card.png")),
    }


def other(form: str, url: str, text: str) -> dict[str, Any]:
    return {"type": TYPES[form], "url": url, "text": text}


FEED_NAMES = {
    "consultations-feed": lambda: _("New consultations (Atom)"),
    "outcomes-feed": lambda: _("Answers (Atom)"),
    "overdue-feed": lambda: _("Overdue answers (Atom)"),
}
