"""What went wrong, in words, each with a way on; the API says the same in its own shape."""

from django.core.exceptions import BadRequest
from django.http import HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.views import defaults

API = "/api/"


def csrf_failure(request, reason=""):
    return render(request, "pages/errors/csrf.html", status=403)


def bad_request(request, exception):
    """400. The door's own sentence is shown; what others raise is not written for people."""
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    if request.path_info.startswith(API):
        return _to_machines(sentence or _("This request could not be read."), "bad-request", 400)
    # Without context: what makes it might need what the request has broken.
    return HttpResponseBadRequest(get_template("400.html").render({"sentence": sentence}))


def not_found(request, exception):
    if request.path_info.startswith(API):
        return _to_machines(_("Nothing is at this address."), "not-found", 404)
    return defaults.page_not_found(request, exception)


def _to_machines(sentence, code, status):
    return JsonResponse({"detail": sentence, "code": code, "fields": {}}, status=status)
