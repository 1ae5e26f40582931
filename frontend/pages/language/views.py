"""Choosing the language once for all later visits."""

from django import forms
from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from people import languages
from people.actions import change_person
from people.tongues import KNOWN

YEAR = 365 * 24 * 60 * 60


class LanguageForm(forms.Form):
    """One of the languages that this city speaks, each by its own name."""

    language = forms.ChoiceField(
        label=_("Language"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a language."),
            "invalid_choice": _("Choose one of these languages."),
        },
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["language"].choices = [(code, KNOWN[code]) for code in languages.offered()]


@require_http_methods(["GET", "POST"])
def language(request):
    """Shown to everybody; kept with a person's account, or in a cookie of this browser."""
    back = page_to_return_to(request)
    form = LanguageForm(request.POST or None, initial={"language": languages.now_spoken()})
    if request.method == "POST" and form.is_valid():
        return remembered(request, form.cleaned_data["language"], back)
    return render(request, "pages/language/language.html", {"form": form, "back": back})


def remembered(request, chosen: str, back: str) -> HttpResponseRedirect:
    answer = HttpResponseRedirect(f"/{chosen}{back}" if len(languages.offered()) > 1 else back)
    if request.user.is_authenticated:
        change_person(person=request.user, language=chosen)
        return answer
    answer.set_cookie(
        languages.cookie_name(),
        chosen,
        max_age=YEAR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return answer


def page_to_return_to(request) -> str:
    """The address in `next`, where it is one of ours; without its language."""
    given = request.POST.get("next") or request.GET.get("next") or "/"
    path = languages.cut(given)[1]
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if ours else "/"
