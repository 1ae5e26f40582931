"""The face of the API: what there is, how to ask, in which shape it answers."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from frontend.pages.api_face.resources import resources


@require_safe
def overview(request):
    """Every resource with its methods, from the schema."""
    return render(request, "pages/api_face/overview.html", {"resources": resources()})
