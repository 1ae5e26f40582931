"""A text of the city's own as a page."""

from typing import Any

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultations.city_texts import LOOKED_AT_EACH_YEAR, Standing, standing_text
from consultations.models import CityText
from consultations.wording import full_day
from intake.markdown import render as markdown
from people.languages import now_spoken


def text_page(page: CityText.Page):
    """The view of one of the texts."""

    @require_safe
    def view(request):
        return render(request, "pages/about/text.html", text_values(page))

    return view


def text_values(page: CityText.Page) -> dict[str, Any]:
    text = standing_text(page, now_spoken())
    return {
        "title": page.label,
        "lang": text.language,
        "body": markdown(text.body, 2),
        "stands": stands(text),
    }


def stands(text: Standing) -> str:
    """Which version this is and since when; for what is reviewed yearly, when that was done."""
    values = {"number": text.version, "day": full_day(text.day)}
    if text.page in LOOKED_AT_EACH_YEAR:
        return _("Last reviewed on %(day)s.") % values
    if text.is_ours:
        return _("Text that comes with the software, of %(day)s.") % values
    return _("Version %(number)s, since %(day)s.") % values
