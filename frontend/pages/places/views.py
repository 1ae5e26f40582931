"""Places, from neighbourhood to Union, and what is asked in each."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import Place
from consultations.queries import (
    consultations_about,
    levels_above,
    place_by_slug,
    place_tree,
    within,
)
from consultations.wording import place_in_words
from frontend.pages.consultation.rows import consultation_row
from frontend.pages.follows.button import follow_values
from frontend.paging import keyset, onward


@require_safe
def places(request):
    """The tree of places, as nested lists."""
    return render(
        request, "pages/places/places.html", {"nav": "consultations", "tree": nested(place_tree())}
    )


@require_safe
def place(request, slug):
    """One place: what stands above and below it, and what is asked in it and below."""
    found = place_by_slug(slug, request.user)
    if found is None:
        raise Http404
    now = timezone.now()
    below = within(found)
    rows = consultations_about(places=[one.pk for one in below])
    shown, after = keyset(rows, request)
    return render(
        request,
        "pages/places/place.html",
        {
            "nav": "consultations",
            "title": place_in_words(found),
            "follow": follow_values(
                request.user, reverse("place-following", args=[found.slug]), found.followed
            ),
            "levels": [
                {
                    "name": place_in_words(one),
                    "url": reverse("place", args=[one.slug]),
                    "current": one == found,
                }
                for one in levels_above(found)
            ],
            "below": [link(one) for one in below if one.parent_id == found.pk],
            "entries": [consultation_row(one, now) for one in shown],
            "next": onward(request, after=after) if after else "",
        },
    )


def nested(tree: list[Place]) -> list[dict]:
    """The places as a tree of links, from the flat list that one query gives."""
    nodes = {one.pk: link(one) | {"below": []} for one in tree}
    roots: list[dict] = []
    for one in tree:
        above = nodes.get(one.parent_id) if one.parent_id else None
        (above["below"] if above else roots).append(nodes[one.pk])
    return roots


def link(place: Place) -> dict:
    return {"text": place_in_words(place), "url": reverse("place", args=[place.slug])}
