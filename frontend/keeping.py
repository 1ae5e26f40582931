"""Words sent after the session had ended: kept aside until their writer has signed in again.

They wait in the session of the browser that sent them, which signing in carries over, and leave it
as soon as they are shown again.
"""

from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse

MOST_KEPT = 60_000
"""Characters of one form, all its fields together: anybody may send one, signed in or not."""


def keep_and_sign_in(request, back: str = "") -> HttpResponse:
    """Keep the words of this POST for this address, and lead to sign-in and back here.

    `back` is another page to come back to, or a place on one (`/points/3/#write`).
    """
    back = back or request.path
    words: dict[str, str] = {}
    room = MOST_KEPT
    for name, value in request.POST.items():
        if name != "csrfmiddlewaretoken" and len(name) < room:
            words[name] = value[: room - len(name)]
            room -= len(name) + len(words[name])
    request.session[key_of(urlsplit(back).path)] = words
    return redirect_to_login(back)


def kept_words(request) -> dict[str, str] | None:
    """What was kept for this address, once; None when nothing was."""
    return request.session.pop(key_of(request.path), None)


def key_of(path: str) -> str:
    return f"kept:{path}"
