"""The language of a page: chosen here, and carried along in the addresses of what is read.

Everywhere inside, addresses have no language: `/rules/`. A reader's `/de/rules/` is cut on the way
in, and on the way out the links, forms and redirects of its answer get `/de` again. So no view and
no template has to think of it, and what is stored or sent by the API stays without.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from people import languages
from people.tongues import KNOWN

UNPREFIXED = r"(?:static|media|live|api/v1|\.well-known|city)/|city\.css|healthz$|readyz$|robots\.txt$|sitemap"
"""What is for machines has one address in all languages."""

PLACES_IN_LISTS = ("after", "before")
NUMBERS_ALONE = "/api/v1/live/"
"""Asked for by every open page whose socket fails: for this no session is loaded."""

_FOR_MACHINES = re.compile(rf"/(?:{UNPREFIXED})")
_KNOWN = "|".join(KNOWN)
_ADDRESS = re.compile(
    rf'\s(?:href|action|formaction|data-url)="(?=/(?!/|{UNPREFIXED}|(?:{_KNOWN})(?:[/?#"])))'.encode()
)


class LanguageMiddleware:
    """Address, then the cookie of our switch, then the browser, then the city decide.

    What a signed-in person chose is asked by `PersonsLanguageMiddleware`, once we know who it is.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language, path = languages.cut(request.path_info)
        if _FOR_MACHINES.match(path):  # with a language before it there is nothing
            language = ""
        if language and not languages.is_offered(language):
            rest = request.get_full_path().removeprefix(f"/{language}")
            return HttpResponseRedirect(f"/{rest.lstrip('/')}", preserve_request=True)
        if language:
            return self._answer_in(language, path, request)
        request.language_in_address = ""
        machine = request.path_info.startswith("/api/v1/")
        request.language_asked = languages.asked_by(request, cookie=not machine)
        with translation.override(request.language_asked or languages.city_language()):
            response = self.get_response(request)
            patch_vary_headers(
                response, ["Accept-Language"] if machine else ["Accept-Language", "Cookie"]
            )
            return _named(response)

    def _answer_in(self, language, path, request):
        request.language_in_address = request.language_asked = language
        request.path_info = request.META["PATH_INFO"] = path
        request.path = request.META.get("SCRIPT_NAME", "").rstrip("/") + path
        with translation.override(language):
            return lead_on(_named(self.get_response(request)), language)


class PersonsLanguageMiddleware:
    """Where the address names no language, the one that a person chose for herself is spoken."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.language_in_address or request.path_info == NUMBERS_ALONE:
            return self.get_response(request)
        if not request.session.session_key:
            return self.get_response(request)
        if request.path_info.startswith("/api/v1/") and request.language_asked:
            return self.get_response(request)
        chosen = getattr(request.user, "language", "")
        if languages.is_offered(chosen):
            translation.activate(chosen)  # the middleware around us puts the old one back
        return self.get_response(request)


def lead_on(response: HttpResponse, language: str) -> HttpResponse:
    """Put the language before every address of ours that this answer leads to."""
    if target := response.get("Location"):
        if target.startswith("/") and not _leads_elsewhere(target):
            response["Location"] = f"/{language}{target}"
    elif not response.streaming and response.get("Content-Type", "").startswith("text/html"):
        response.content = _with_language(response.content, language)
        if response.has_header("Content-Length"):
            response["Content-Length"] = str(len(response.content))
    return response


def _leads_elsewhere(target: str) -> bool:
    return bool(
        target.startswith("//")
        or _FOR_MACHINES.match(target)
        or languages.cut(target.split("?")[0])[0]
    )


def _with_language(page: bytes, language: str) -> bytes:
    prefix = f"/{language}".encode()

    def lengthen(found: re.Match[bytes]) -> bytes:
        # Somebody may have written such words in a text: only what stands inside a tag is a link.
        in_tag = page.rfind(b"<", 0, found.start()) > page.rfind(b">", 0, found.start())
        return found[0] + prefix if in_tag else found[0]

    return _ADDRESS.sub(lengthen, page)


def _named(response):
    spoken = translation.get_language()
    response.headers.setdefault("Content-Language", spoken)
    if response.streaming and not response.is_async:
        response.streaming_content = _spoken_in(spoken, response.streaming_content)
    return response


def _spoken_in(language: str, parts: Iterator[bytes]) -> Iterator[bytes]:
    """What is sent bit by bit is made when the view is over; it still speaks the page's language."""
    while True:
        with translation.override(language):
            part = next(parts, None)
        if part is None:
            return
        yield part


def addresses(request) -> dict:
    """This page in every language: for the switch, and for those who look pages up.

    `own` is the address of what is shown now, `any` the one that asks the reader's browser.
    """
    here, spoken = first_page(request), languages.now_spoken()
    codes = languages.offered()
    host = f"{request.scheme}://{request.get_host()}"
    return {
        "own": f"{host}/{spoken}{here}" if len(codes) > 1 else f"{host}{here}",
        "any": f"{host}{here}",
        "host": host,
        "remember_url": f"{reverse('language')}?{urlencode({'next': here}, safe='/')}",
        "tongues": [
            {
                "code": code,
                "name": KNOWN[code],
                "url": f"/{code}{here}",
                "current": code == spoken,
            }
            for code in codes
        ]
        if len(codes) > 1
        else [],
    }


def first_page(request) -> str:
    """The address without its place in a list: rows may stand elsewhere for another reader."""
    asked = request.GET.copy()
    for place in PLACES_IN_LISTS:
        asked.pop(place, None)
    return f"{request.path}?{asked.urlencode(safe='/')}" if asked else request.path
