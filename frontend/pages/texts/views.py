"""The city's own texts at the desk: which there are, writing one, its earlier versions."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from consultations.actions import save_city_text
from consultations.actions.city_texts import TEXT_LIMIT
from consultations.city_texts import (
    LOOKED_AT_EACH_YEAR,
    Standing,
    newest_texts,
    our_text,
    text_to_change,
    versions_of_text,
)
from consultations.models import CityText
from consultations.rules import may_run_city
from consultations.wording import full_day
from frontend.paging import number_in
from intake.errors import BadInput
from intake.forms import ProseField
from intake.markdown import render as markdown
from people.languages import offered
from people.verdicts import Stale, require
from proposals.diffs import word_diff


class TextForm(forms.Form):
    body = ProseField(
        label=gettext_lazy("The text"),
        help_text=gettext_lazy(
            "Markdown: “## Heading”, “- item”, “**strong**”, “[words](https://…)”. Nothing else is shown."
        ),
        max_length=TEXT_LIMIT,
        noun=gettext_lazy("text"),
        widget=forms.Textarea(attrs={"rows": 28}),
    )


@require_safe
def texts(request):
    """Every page in every language of the city: whose text stands, since when, and what is due."""
    require(may_run_city(request.user))
    newest, now = newest_texts(), timezone.now()
    rows = [
        text_row(page, language, name, newest.get((page.value, language)), now)
        for page in CityText.Page
        for language, name in languages()
    ]
    return render(request, "pages/texts/texts.html", {"nav": "city", "rows": rows})


@require_http_methods(["GET", "POST"])
def change(request, page, language):
    """Write, look at it as readers will see it, publish."""
    require(may_run_city(request.user))
    stands = known_or_404(page, language)
    if request.method == "GET":
        form = TextForm(initial={"body": stands.body})
        return render(request, "pages/texts/text.html", values_of(stands, language, form))
    form = TextForm(request.POST)
    if not form.is_valid():
        return render(
            request, "pages/texts/text.html", values_of(stands, language, form), status=400
        )
    body = form.cleaned_data["body"]
    if request.POST.get("step") != "save":
        return render(
            request, "pages/texts/text.html", values_of(stands, language, form, preview=body)
        )
    try:
        save_city_text(
            person=request.user,
            page=page,
            language=language,
            body=body,
            base=number_in(request, "base"),
        )
    except (BadInput, Stale) as trouble:
        form.add_error("body", str(trouble.sentence))
        status = 409 if isinstance(trouble, Stale) else 400
        return render(
            request, "pages/texts/text.html", values_of(stands, language, form), status=status
        )
    messages.success(request, _("Published. Who saved it, and when, stands in the audit trail."))
    return redirect("city-texts")


@require_safe
def version(request, page, language, version):
    """An earlier version as it was, and what the next one changed."""
    require(may_run_city(request.user))
    known_or_404(page, language)
    rows = {one.version: one for one in versions_of_text(page, language)}
    if version not in rows:
        raise Http404
    before = rows[version - 1].body if version - 1 in rows else our_text(page, language).body
    return render(
        request,
        "pages/texts/version.html",
        {
            "nav": "city",
            "title": CityText.Page(page).label,
            "row": version_row(rows[version]),
            "back": reverse("city-text", args=[page, language]),
            "lang": language,
            "body": markdown(rows[version].body, 2),
            "parts": word_diff(before, rows[version].body),
        },
    )


def known_or_404(page: str, language: str) -> Standing:
    if page not in CityText.Page or language not in dict(languages()):
        raise Http404
    return text_to_change(page, language)


def languages() -> list[tuple[str, str]]:
    """The city's languages with their names, its own first."""
    names = dict(settings.LANGUAGES)
    return [(code, str(names[code])) for code in offered()]


def text_row(page, language: str, name: str, own: Standing | None, now) -> dict[str, Any]:
    stands = own or our_text(page, language)
    whose = _("version %(number)s") % {"number": own.version} if own else _("our text")
    return {
        "title": page.label,
        "language": name,
        "whose": whose,
        "day": full_day(stands.day),
        "is_old": stands.is_old(now),
        "url": reverse("city-text", args=[page.value, language]),
        "public": public_address(page),
    }


def public_address(page: CityText.Page) -> str:
    return reverse("data" if page == CityText.Page.DATA else f"about-{page.value}")


def values_of(stands: Standing, language: str, form: TextForm, preview: str = "") -> dict[str, Any]:
    return {
        "nav": "city",
        "title": stands.page.label,
        "form": form,
        "base": stands.version,
        "is_ours": stands.is_ours,
        "lang": language,
        "is_yearly": stands.page in LOOKED_AT_EACH_YEAR,
        "public": public_address(stands.page),
        "preview": markdown(preview, 2) if preview else "",
        "versions": [
            version_row(one)
            | {"url": reverse("city-text-version", args=[one.page, one.language, one.version])}
            for one in versions_of_text(stands.page, language)
        ],
    }


def version_row(one: CityText) -> dict[str, Any]:
    return {
        "number": one.version,
        "day": full_day(timezone.localdate(one.saved)),
        "who": one.saved_by.display_name if one.saved_by else _("a former participant"),
    }
