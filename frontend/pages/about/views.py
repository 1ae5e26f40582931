"""What stands behind this site: how decisions are made, accessibility, privacy, source code."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.models import Phase
from consultations.queries import house_rules


@require_safe
def decisions(request):
    """From a question to what was carried out: the steps, the promise, the rules in force."""
    return render(
        request,
        "pages/about/decisions.html",
        {"rules": house_rules(), "steps": [kind.label for kind in Phase.Kind]},
    )


@require_safe
def accessibility(request):
    return render(request, "pages/about/accessibility.html")


@require_safe
def privacy(request):
    return render(request, "pages/about/privacy.html")


@require_safe
def source(request):
    return render(request, "pages/about/source.html")
