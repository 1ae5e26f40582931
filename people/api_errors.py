"""Every mistake in the API is answered the same way: `{"detail", "code", "fields"}`."""

from django.db import OperationalError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from intake.errors import BadInput
from people.verdicts import Refused, Stale

SIGN_IN_FIRST = _("Sign in first, or send a token.")
TOO_OFTEN = _("That was too often. Wait a moment, then send it once more.")


def answer_for(trouble, context):
    """DRF exception handler: 400, 401, 403, 404, 409, 429 and 503 in one shape."""
    if isinstance(trouble, Refused):
        sign_in = trouble.verdict.code == "sign-in"
        return answer(401 if sign_in else 403, str(trouble), trouble.verdict.code)
    if isinstance(trouble, Stale):
        return answer(409, str(trouble.sentence), trouble.code)
    if isinstance(trouble, BadInput):
        field = getattr(trouble, "field", None)
        return answer(
            400, trouble.sentence, trouble.code, {field: [trouble.sentence]} if field else {}
        )
    if isinstance(trouble, OperationalError):
        busy = answer(503, gettext("The database is busy. Try again in a moment."), "busy")
        busy["Retry-After"] = "2"
        return busy
    if isinstance(trouble, exceptions.NotAuthenticated):
        trouble.detail = exceptions.ErrorDetail(str(SIGN_IN_FIRST), "sign-in")
    if isinstance(trouble, exceptions.Throttled):
        trouble.detail = exceptions.ErrorDetail(str(TOO_OFTEN), "too-often")
    response = exception_handler(trouble, context)
    if response is None:
        return None
    if isinstance(trouble, exceptions.ValidationError):
        fields = trouble.detail if isinstance(trouble.detail, dict) else {"": trouble.detail}
        response.data = body(first_sentence(fields), "invalid", fields)
    else:
        detail = getattr(trouble, "detail", None) or response.data.get("detail", "")
        code = getattr(detail, "code", None) or "not-found"
        response.data = body(str(detail), str(code).replace("_", "-"))
    return response


def answer(status: int, detail, code: str, fields=None) -> Response:
    return Response(body(detail, code, fields), status=status)


def body(detail, code: str, fields=None) -> dict:
    return {"detail": str(detail), "code": code, "fields": fields or {}}


def first_sentence(fields) -> str:
    """The first message of a nested error structure."""
    while isinstance(fields, dict | list) and fields:
        fields = next(iter(fields.values())) if isinstance(fields, dict) else fields[0]
    return str(fields or "")
