"""Choosing letters, and ending them all from a letter itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from frontend.pages.letters.forms import LettersForm
from people.letter_choices import choice_of, choose_letters, person_of


@login_required
@require_http_methods(["GET", "POST"])
def choices(request):
    """Which letters I get."""
    person = request.user
    form = LettersForm(request.POST or None, initial=LettersForm.chosen(choice_of(person)))
    if request.method == "POST" and form.is_valid():
        chosen = form.save(person)
        messages.success(
            request,
            _("Your choice is kept.")
            if chosen.letters
            else _("We no longer write to you, except about your account."),
        )
        return redirect("letter-choices")
    return render(
        request,
        "pages/letters/choices.html",
        {"nav": "voice", "form": form, "off": not choice_of(person).letters},
    )


# Without a CSRF token, because RFC 8058 has mail providers post here, who have no cookie. The
# token in the address is the authority: it ends letters and opens nothing, so no cookie of a
# browser that is led here adds anything to it.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, token):
    """End all letters to the person of this token. A GET, as scanners of mail send it, only asks."""
    person = person_of(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        choose_letters(person=person, letters=False)
        return render(request, "pages/letters/stopped.html", {"nav": ""})
    already = not choice_of(person).letters
    template = "pages/letters/stopped.html" if already else "pages/letters/stop.html"
    return render(request, template, {"nav": ""})
