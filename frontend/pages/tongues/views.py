"""What the city writes, in further languages: one page for each, with its first words beside."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations import actions
from consultations.actions.translating import things_of, things_of_city
from consultations.rules import may_run_city
from frontend.pages.setup.views import organised_or_404
from frontend.pages.tongues.forms import TextsForm
from people.languages import is_offered, offered
from people.tongues import KNOWN
from people.verdicts import require


@require_http_methods(["GET", "POST"])
def consultation(request, number, language):
    """A consultation in another language, before and after it is published."""
    found = organised_or_404(request, number)
    if not is_offered(language):
        raise Http404
    form = TextsForm(things_of(found), language, sent(request))
    if request.method == "POST" and form.is_valid():
        actions.translate_consultation(
            person=request.user, consultation=found, language=language, texts=form.texts()
        )
        return kept(request, "setup-language", found.pk, language)
    back = {"text": found.title, "url": reverse("setup-tasks", args=[found.pk])}
    return shown(request, form, language, back, lambda code: ("setup-language", found.pk, code))


@require_http_methods(["GET", "POST"])
def city(request, language):
    """Themes, places, departments and house rules in another language."""
    require(may_run_city(request.user))
    if not is_offered(language):
        raise Http404
    form = TextsForm(things_of_city(), language, sent(request))
    if request.method == "POST" and form.is_valid():
        actions.translate_city(person=request.user, language=language, texts=form.texts())
        return kept(request, "city-language", language)
    back = {"text": _("This city"), "url": reverse("this-city")}
    return shown(request, form, language, back, lambda code: ("city-language", code))


def sent(request):
    return request.POST if request.method == "POST" else None


def kept(request, name, *named):
    messages.success(request, _("Saved. What you left empty is read in a language that has it."))
    return redirect(name, *named)


def shown(request, form, language, back, address):
    tabs = []
    for code in offered():
        name, *named = address(code)
        tabs.append(
            {"text": KNOWN[code], "url": reverse(name, args=named), "current": code == language}
        )
    return render(
        request,
        "pages/tongues/tongues.html",
        {"nav": "setup", "form": form, "language": language, "back": back, "tabs": tabs},
        status=400 if form.errors else 200,
    )
