"""The API in a browser: any answer as a page in our own shell, under our own policy."""

import re
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from rest_framework.renderers import BaseRenderer, JSONRenderer

# A whole string of the answer that is an address: ours with its host, or a path of ours.
ADDRESS = re.compile(r"&quot;((?:https?:/)?/[^\s&\\]*(?:&amp;[^\s&\\]*)*)&quot;")


class PlainPageRenderer(BaseRenderer):
    """Indented JSON in which our own addresses can be pressed, and what else may be sent here."""

    media_type = "text/html"
    format = "html"
    charset = "utf-8"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        context = renderer_context or {}
        request, response, view = context["request"], context["response"], context["view"]
        page = {
            "path": request.path,
            "status": f"{response.status_code} {response.reason_phrase}",
            "methods": view.allowed_methods,
            "about": (view.__doc__ or "").strip(),
            "body": linked(as_json(data), request),
            "data_url": with_format(request, "json"),
        }
        return render_to_string("pages/api_face/answer.html", page, request=plain(request))


def plain(request: Any) -> HttpRequest:
    """Django's own request inside the framework's, with the person that a token names."""
    inner: HttpRequest = request._request
    inner.user = request.user
    return inner


def as_json(data: Any) -> str:
    if data is None:
        return ""
    return JSONRenderer().render(data, "application/json; indent=2").decode()


def linked(text: str, request: Any) -> SafeString:
    """Escaped text whose own addresses are links; words that people wrote stay words."""
    host = f"{request.scheme}://{request.get_host()}"

    def link(match: re.Match) -> str:
        address = match[1]
        ours = address.startswith(f"{host}/") or re.match(r"/(?!/)", address)
        return (
            format_html('&quot;<a href="{0}">{0}</a>&quot;', mark_safe(address))  # noqa: S308 - escaped below
            if ours
            else match[0]
        )

    return mark_safe(ADDRESS.sub(link, escape(text)))  # noqa: S308 - escaped before it is linked


def with_format(request: Any, name: str) -> str:
    asked = request.GET.copy()
    asked["format"] = name
    return f"{request.path}?{asked.urlencode()}"
