"""What stands behind this site: how decisions are made, and its data."""

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import CityText, Phase
from consultations.queries import house_rules
from frontend.pages.about.in_force import in_force
from frontend.pages.about.texts import text_values
from frontend.twins.catalogue import DATASETS


@require_safe
def decisions(request):
    """From a question to what was carried out: the steps, then the rules that are in force now."""
    return render(
        request,
        "pages/about/decisions.html",
        {
            "rules": house_rules(),
            "steps": [kind.label for kind in Phase.Kind],
            "consultations": in_force(timezone.now()),
        },
    )


@require_safe
def data(request):
    """What is published as data, what each column means, and under which licence."""
    return render(
        request,
        "pages/about/data.html",
        {
            **text_values(CityText.Page.DATA),
            "licence": settings.DATA_LICENCE,
            "datasets": [
                {
                    "id": key,
                    "name": one.name,
                    "address": one.address,
                    "columns": one.columns,
                    "is_one": one.address == one.address.lower(),
                }
                for key, one in DATASETS.items()
            ],
        },
    )
