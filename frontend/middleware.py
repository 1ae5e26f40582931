"""Refusals become pages with a way on, and personal pages stay out of shared caches."""

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.urls import reverse

from consultations.rules import needs_second_factor
from intake.errors import BadInput
from people.limits import seconds_to_wait
from people.verdicts import Refused, Stale


class WriteLimitMiddleware:
    """Forms sent too often are asked to wait; the API counts for itself."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Asked once the route is known, because some acts have limits of their own."""
        if request.method != "POST" or request.path_info.startswith("/api/"):
            return None
        seconds = seconds_to_wait(request, request.user)
        if not seconds:
            return None
        minutes = -(-seconds // 60)
        response = render(request, "429.html", {"minutes": minutes}, status=429)
        response["Retry-After"] = str(seconds)
        return response


class RefusalMiddleware:
    """An action said no: show its sentence. Someone not signed in is taken to the sign-in page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, trouble):
        if isinstance(trouble, Refused):
            if trouble.verdict.code == "sign-in":
                return redirect_to_login(request.get_full_path())
            if trouble.verdict.code == "second-factor":
                return redirect(f"{reverse('mfa_index')}?for=desk")
            return render(
                request, "pages/errors/refused.html", {"sentence": str(trouble)}, status=403
            )
        if isinstance(trouble, BadInput):  # one that no form has taken to its field
            return render(request, "400.html", {"sentence": trouble.sentence}, status=400)
        if isinstance(trouble, Stale):
            return render(
                request, "pages/errors/stale.html", {"sentence": str(trouble.sentence)}, status=409
            )
        return None


class DeskDoorMiddleware:
    """Whoever holds a role and has no second factor yet is led from the desk to setting one up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith("/desk/") and needs_second_factor(request.user):
            return redirect(f"{reverse('mfa_index')}?for=desk")
        return self.get_response(request)


class PersonalPagesMiddleware:
    """Whatever is made for a signed-in person is hers alone: no cache keeps it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        personal = "HTTP_AUTHORIZATION" in request.META or (
            hasattr(request, "session") and request.session.session_key is not None
        )
        if personal and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response
