"""A view for every twin."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.views.decorators.http import require_safe

from frontend.twins.catalogue import DATASETS
from frontend.twins.writing import answer


def twin_of(page: str) -> Callable[..., HttpResponseBase]:
    """What stands beside this page, in the form its address ends in."""
    make = DATASETS[page].make

    @require_safe
    def view(request, form, **named):
        return answer(request, make(request, **named), form)

    return view
