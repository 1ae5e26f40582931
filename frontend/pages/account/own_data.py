"""Everything the city keeps of me: to read, and to take along. Mine alone, and made anew each time."""

from datetime import date, datetime

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people import formats
from people.own_data import as_json, everything_of


@login_required
@require_safe
@reauthentication_required
def page(request):
    """Every part, the empty ones in one sentence at the end."""
    found = everything_of(request.user)
    return render(
        request,
        "account/data.html",
        {
            "nav": "voice",
            "parts": [
                {"key": part.key, "title": part.title, "rows": rows_in_words(part, rows)}
                for part, rows in found
                if rows
            ],
            "empty": [part.title for part, rows in found if not rows],
        },
    )


@login_required
@require_safe
@reauthentication_required
def as_file(request):
    """The same as JSON. The address alone opens nothing: it needs this person, signed in again."""
    response = JsonResponse(
        as_json(request.user), json_dumps_params={"indent": 1, "ensure_ascii": False}
    )
    response["Content-Disposition"] = 'attachment; filename="everything.json"'
    response["Cache-Control"] = "private, no-store"
    return response


def rows_in_words(part, rows) -> list[list[dict]]:
    return [
        [
            {"name": name, "value": in_words(row[key])}
            for key, name in part.columns.items()
            if row.get(key) not in ("", None, {}, [])
        ]
        for row in rows
    ]


def in_words(value):
    """A value as it reads in a list of facts; nested ones as short lists."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return ", ".join(f"{key}: {in_words(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return "\n".join(in_words(inner) for inner in value)
    if isinstance(value, datetime):
        return formats.full_moment(value)
    if isinstance(value, date):
        return formats.day_and_year(value)
    return str(value)
