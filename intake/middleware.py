"""Requests that no page could answer are answered here: 400, and a sentence."""

import re

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from intake.addresses import is_among

LONGEST_ADDRESS = 4096
LARGEST_FORM = 1024 * 1024
LARGEST_UPLOAD = 70 * 1024 * 1024  # six pictures of ten megabytes, and the words beside them
UTF_8 = {"utf-8", "utf8"}  # in others, even half characters can be spelt

_UNSTORABLE_ADDRESS = re.compile(r"%00|%ED%[AB][0-9A-F]|[\x00\ud800-\udfff]", re.IGNORECASE)


FROM_PROXIES = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_REQUEST_ID",
    "HTTP_FORWARDED",
)


class ProxyMiddleware:
    """What only a proxy may say is heard from our own proxies alone; from others it is dropped."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not is_among(request.META.get("REMOTE_ADDR", ""), settings.TRUSTED_PROXIES):
            for header in FROM_PROXIES:
                request.META.pop(header, None)
        return self.get_response(request)


class DoorMiddleware:
    """Refuse what is too long or cannot be stored; everything else passes untouched.

    Files may come to the addresses of `settings.TAKES_FILES`, whose views have limits of their
    own; anywhere else a body with files in it is refused before it is read.
    """

    sync_capable = async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request):
        if iscoroutinefunction(self):
            return self._answer_async(request)
        _refuse_bad(request)
        return self.get_response(request)

    async def _answer_async(self, request):
        _refuse_bad(request)
        return await self.get_response(request)


def _refuse_bad(request):
    query = request.META.get("QUERY_STRING", "")
    if len(request.path_info) + len(query) > LONGEST_ADDRESS:
        raise BadRequest(_("This address is too long. Shorten it, or search for fewer words."))
    if _UNSTORABLE_ADDRESS.search(query) or _UNSTORABLE_ADDRESS.search(request.path_info):
        raise BadRequest(_("This address holds a character that no page has."))
    if "\x00" in request.META.get("HTTP_COOKIE", ""):
        raise BadRequest(_("A cookie is damaged. Delete the cookies of this site, and try again."))
    if request.content_params.get("charset", "utf-8").lower() not in UTF_8:
        raise BadRequest(_("Send this as text in UTF-8."))
    if _takes_files(request):
        if _length(request) > LARGEST_UPLOAD:
            raise BadRequest(_("These files are too large together. Send fewer at once."))
    elif _length(request) > getattr(settings, "LARGEST_FORM", LARGEST_FORM):
        raise BadRequest(_("This is too much text to send at once. Shorten it to under 1 MB."))


def _takes_files(request):
    with_files = request.content_type == "multipart/form-data"
    return with_files and bool(re.match(settings.TAKES_FILES, request.path_info))


def _length(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
