"""“This city”: its face, and whether its mail works. For organisers of the topmost place."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.actions import change_city
from consultations.rules import may_run_city
from frontend.pages.city.forms import CityForm
from people.auditing import audit
from people.city import the_city
from people.languages import city_language, other_language
from people.mail_trial import try_mail
from people.verdicts import require


@require_http_methods(["GET", "POST"])
def this_city(request):
    """Change name, crest, colour and languages."""
    require(may_run_city(request.user))
    form = CityForm(the_city(), request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        change_city(person=request.user, **form.wanted())
        messages.success(request, _("Saved. Every page shows it within a few seconds."))
        return redirect("this-city")
    return render(
        request,
        "pages/city/city.html",
        {"nav": "city", "form": form, "other_language": other_language(city_language())},
    )


@require_http_methods(["GET", "POST"])
def mail(request):
    """Send the organiser herself a letter, and show what the mail server said to it."""
    require(may_run_city(request.user))
    if request.method == "GET":
        return redirect("this-city")
    trial = try_mail(request.user.email)
    audit(request.user, "mail.tried", "city.1", arrived=trial.arrived)
    return render(request, "pages/city/mail.html", {"nav": "city", "trial": trial})
