"""The languages a city speaks, and which of them is meant."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from people.city import the_city
from people.tongues import KNOWN

COOKIE = "language"
_PREFIX = re.compile(rf"/({'|'.join(KNOWN)})(?=/|$)")


def offered() -> list[str]:
    """The languages of this city, its own first: of those that its operator allows."""
    allowed = [code for code, _ in settings.LANGUAGES]
    return [code for code in the_city().languages if code in allowed] or allowed


def is_offered(code: str) -> bool:
    return code in offered()


def city_language() -> str:
    return offered()[0]


def now_spoken() -> str:
    """The language of what is being written just now."""
    active = (translation.get_language() or "").split("-")[0]
    return active if active in KNOWN else city_language()


def language_for(chosen: str) -> str:
    """The language to write to somebody in who chose this one, or none."""
    return chosen if is_offered(chosen) else city_language()


def in_order(spoken: str) -> list[str]:
    """Where to look for words for somebody who reads `spoken`: there, then as the city has them."""
    return [spoken, *(code for code in (*offered(), *KNOWN) if code != spoken)]


def cut(path: str) -> tuple[str, str]:
    """The language an address begins with, and the rest: `/de/rules/` is `("de", "/rules/")`."""
    found = _PREFIX.match(path)
    return (found[1], path[found.end() :] or "/") if found else ("", path)


def asked_by(request: HttpRequest, *, cookie: bool) -> str:
    """What the browser asks for: by the cookie of our switch, then by its own settings; or ""."""
    chosen = request.COOKIES.get(cookie_name(), "") if cookie else ""
    return chosen if is_offered(chosen) else _first_offered(request)


def _first_offered(request: HttpRequest) -> str:
    asked = parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))
    return _best(code.split("-")[0] for code, _ in asked)


def _best(codes: Iterable[str]) -> str:
    known = offered()
    return next((code for code in codes if code in known), "")


def cookie_name() -> str:
    return f"__Host-{COOKIE}" if settings.HTTPS else COOKIE


def other_language(than: str) -> str:
    """The first language of the city besides this one; empty where there is no other."""
    return next((code for code in offered() if code != than), "")


def written_in(chosen: str) -> str:
    """The language of somebody's words: the one she says, or else the one she reads in."""
    return chosen if chosen in KNOWN else now_spoken()
