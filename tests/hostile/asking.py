"""Asking as somebody, and putting everything back afterwards."""

import json
from copy import deepcopy
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.hostile.scene import Scene

WRITING = ("POST", "PUT", "PATCH", "DELETE")


class Asker:
    """`ask("moderator", "POST", "/desk/…", {…})` answers, and leaves the city as it was.

    A mistake of the server is an answer with status 500, as it would be for a visitor.
    """

    def __init__(self, scene: Scene):
        self.scene = scene
        self.clients: dict[str, Client] = {}

    def __call__(self, who: str, method: str, address: str, body: Any = None, **options):
        client = self.client(who)
        cookies = deepcopy(client.cookies)
        cache.clear()  # nobody is slowed down for what somebody else tried
        before = transaction.savepoint()
        try:
            sent = client.generic(method, address, *encoded(method, address, body), **options)
            return read_to_the_end(sent) if sent.streaming else sent
        finally:
            transaction.savepoint_rollback(before)
            client.cookies = cookies

    def client(self, who: str) -> Client:
        if who not in self.clients:
            client = Client(raise_request_exception=False)
            if who != "nobody":
                client.force_login(self.scene.people[who])
            self.clients[who] = client
        return self.clients[who]


def read_to_the_end(sent) -> HttpResponse:
    """What was written while it was being sent, as one answer."""
    whole = HttpResponse(b"".join(sent.streaming_content), status=sent.status_code)
    whole.headers, whole.cookies = sent.headers, sent.cookies
    return whole


def encoded(method: str, address: str, body: Any) -> tuple[bytes, str]:
    """JSON for the API, a form for pages; bytes go as they are."""
    if isinstance(body, bytes):
        kind = "application/json" if address.startswith("/api/v1/") else FORM
        return body, kind
    if address.startswith("/api/v1/"):
        return (json.dumps(body or {}).encode() if method in WRITING else b""), "application/json"
    return form_bytes(body or {}) if method in WRITING else b"", FORM


FORM = "application/x-www-form-urlencoded"


def form_bytes(fields: dict[str, Any]) -> bytes:
    """A form as a browser sends it; halves of characters go as the bytes that spell them."""
    from urllib.parse import quote_plus

    pairs = []
    for name, value in fields.items():
        for one in value if isinstance(value, list) else [value]:
            pairs.append(f"{quote_plus(name)}={quote_plus(str(one), errors='surrogatepass')}")
    return "&".join(pairs).encode()
