"""Who took part in a consultation: by kind of participant, never below five people."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultations.wording import deadline
from frontend.pages.participation.groups import ACTS, Group, groups_of, settled
from frontend.twins.consultations import published_or_404
from people.formats import number

HELD_BACK = "·"


@require_safe
def participation(request, slug):
    found, now = published_or_404(slug), timezone.now()
    closes = settled(found)
    return render(
        request,
        "pages/participation/participation.html",
        {
            "nav": "consultations",
            "consultation": found,
            "trail": [{"text": found.title, "url": found.get_absolute_url()}],
            "table": table(groups_of(found)) if closes and closes <= now else None,
            "when": deadline(closes, now) if closes else "",
        },
    )


def table(groups: list[Group]) -> dict:
    return {
        "caption": _("People by kind of participant and what they did."),
        "columns": [
            {"name": _("Kind of participant"), "number": False},
            *({"name": name, "number": True} for name, _by_kind in ACTS.values()),
        ],
        "rows": [
            {
                "head": group.name,
                "cells": [
                    {"name": ACTS[act][0], "text": written(count), "number": True}
                    for act, count in group.counts.items()
                ],
            }
            for group in groups
        ],
    }


def written(count: int | None) -> str:
    return HELD_BACK if count is None else number(count)
