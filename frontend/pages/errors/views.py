"""What went wrong, in words, each with a way on; the API says the same in its own shape."""

import sys

from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import (
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseServerError,
    JsonResponse,
)
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _
from django.views import defaults
from django.views.decorators.http import require_safe

API = "/api/"
RETRY_AFTER = "5"


def csrf_failure(request, reason=""):
    return render(request, "pages/errors/csrf.html", status=403)


def bad_request(request, exception):
    """400. The door's own sentence is shown; what others raise is not written for people."""
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    if request.path_info.startswith(API):
        return _to_machines(sentence or _("This request could not be read."), "bad-request", 400)
    # Without context: what makes it might need what the request has broken.
    return HttpResponseBadRequest(get_template("400.html").render({"sentence": sentence}))


def server_error(request):
    """500, or 503 where it is the database that does not answer. Needs neither it nor a context."""
    busy = isinstance(sys.exception(), OperationalError | InterfaceError)
    with override(get_language_from_request(request)):
        if request.path_info.startswith(API):
            return busy_or_broken_for_machines(busy)
        page = get_template("503.html" if busy else "500.html").render()
    if not busy:
        return HttpResponseServerError(page)
    return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER})


@require_safe
def offline(request):
    """The page that a proxy shows while nothing behind it answers; here to be looked at."""
    return HttpResponse(get_template("offline.html").render())


def busy_or_broken_for_machines(busy: bool) -> JsonResponse:
    if not busy:
        return _to_machines(_("Something went wrong on our side."), "broken", 500)
    answer = _to_machines(_("The database is busy. Try again in a moment."), "busy", 503)
    answer["Retry-After"] = RETRY_AFTER
    return answer


def not_found(request, exception):
    if request.path_info.startswith(API):
        return _to_machines(_("Nothing is at this address."), "not-found", 404)
    return defaults.page_not_found(request, exception)


def _to_machines(sentence, code, status):
    return JsonResponse({"detail": sentence, "code": code, "fields": {}}, status=status)
