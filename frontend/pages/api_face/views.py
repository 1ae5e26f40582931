"""The face of the API: what there is, how to ask, in which shape it answers."""

from django.shortcuts import render

from frontend.pages.api_face.resources import resources


def overview(request):
    """Every resource with its methods, from the schema."""
    return render(request, "pages/api_face/overview.html", {"resources": resources()})
