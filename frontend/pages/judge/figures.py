"""Moderation in figures: per year and month, reports and decisions by kind and clause. No names."""

from datetime import date
from typing import Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from discussions.models import Decision
from discussions.phrases import DONE
from discussions.queries.figures import Figure
from discussions.queries.figures import figures as all_figures
from frontend.paging import number_in

COLUMNS = ("report", *Decision.Kind.values)


@require_safe
def figures(request):
    found = all_figures()
    years = sorted({one.month.year for one in found}, reverse=True)
    asked = number_in(request, "year")
    year = asked if asked in years else (years[0] if years else 0)
    shown = [one for one in found if one.month.year == year]
    return render(
        request,
        "pages/judge/figures.html",
        {
            "year": str(year) if year else "",
            "years": [
                {
                    "text": str(one),
                    "url": f"{reverse('moderation-figures')}?year={one}",
                    "current": one == year,
                }
                for one in years
            ],
            "months": months_table(shown) if shown else None,
            "clauses": clauses_table(shown),
        },
    )


def heads() -> dict[str, str]:
    return {
        "report": _("Reports received"),
        **{kind: str(DONE[Decision.Kind(kind)]) for kind in Decision.Kind.values},
    }


def months_table(shown: list[Figure]) -> dict[str, Any]:
    counts: dict[date, dict[str, int]] = {}
    for one in shown:
        month = counts.setdefault(one.month, dict.fromkeys(COLUMNS, 0))
        month[one.kind] += one.count
    whole = {name: sum(month[name] for month in counts.values()) for name in COLUMNS}
    rows = [row(date_format(month, "F Y"), numbers) for month, numbers in counts.items()]
    return {
        "caption": _("Reports and decisions, month by month."),
        "columns": [
            {"name": _("Month"), "number": False},
            *({"name": name, "number": True} for name in heads().values()),
        ],
        "rows": [*rows, row(_("The whole year"), whole)],
    }


def row(head: str, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "head": head,
        "cells": [
            {"name": name, "text": str(numbers[key]), "number": True}
            for key, name in heads().items()
        ],
    }


def clauses_table(shown: list[Figure]) -> dict[str, Any] | None:
    """What was hidden, by the clause that was cited."""
    counts: dict[tuple[int, int, str], int] = {}
    for one in shown:
        if one.kind == Decision.Kind.HIDE:
            key = (one.rules or 0, one.clause or 0, one.title)
            counts[key] = counts.get(key, 0) + one.count
    if not counts:
        return None
    return {
        "caption": _("What was hidden, by house rule."),
        "columns": [
            {"name": _("House rule"), "number": False},
            {"name": _("Hidden"), "number": True},
        ],
        "rows": [
            {
                "head": _("%(number)s. %(title)s (version %(version)s)")
                % {"number": number, "title": title, "version": version},
                "cells": [{"name": _("Hidden"), "text": str(count), "number": True}],
            }
            for (version, number, title), count in sorted(counts.items())
        ],
    }
