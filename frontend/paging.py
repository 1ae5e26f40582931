"""Onward through a list: a page begins after a row, and the address keeps its filters."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from intake.numbers import whole

Row = TypeVar("Row", bound=Model)


def onward(request: HttpRequest, **changed: object) -> str:
    """The present address with some parameters set (or, empty, taken away): `?order=…&after=…`."""
    asked = request.GET.copy()
    for name, value in changed.items():
        asked.pop(name, None)
        if value not in ("", None):
            asked[name] = str(value)
    return f"{request.path}?{asked.urlencode()}" if asked else request.path


def keyset(rows: QuerySet[Row], request: HttpRequest, limit: int = 20) -> tuple[list[Row], str]:
    """A page of rows, newest id first, after the id in `?after=`; and the next page's `after`."""
    after = whole(request.GET.get("after"))
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = list(rows.order_by("-pk")[: limit + 1])
    shown = found[:limit]
    return shown, str(shown[-1].pk) if len(found) > limit else ""


def number_in(request: HttpRequest, name: str) -> int:
    """The id in `?name=` or in the form; 0 where there is none or no row could have it."""
    given = request.POST if request.method == "POST" else request.GET
    return whole(given.get(name)) or 0
