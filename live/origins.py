"""From which pages a socket may be opened: whole origins, scheme, host and port."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def ours_only(application: Any) -> Any:
    """The same sockets, closed to pages of other origins: those get a 403 instead of a handshake."""

    async def door(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if is_ours(scope):
            await application(scope, receive, send)
        else:
            await refuse(scope, receive, send)

    return door


async def refuse(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """End a handshake before it is accepted, which servers answer with 403."""
    if (await receive())["type"] == "websocket.connect":
        await send({"type": "websocket.close"})


async def turn_away(scope: dict[str, Any], receive: Any, send: Any, seconds: int) -> None:
    """End a handshake with 429 and the time to wait, where the server can say so; else with 403."""
    if "websocket.http.response" not in scope.get("extensions", {}):
        await refuse(scope, receive, send)
    elif (await receive())["type"] == "websocket.connect":
        headers = [(b"retry-after", str(seconds).encode())]
        await send({"type": "websocket.http.response.start", "status": 429, "headers": headers})
        await send({"type": "websocket.http.response.body", "body": b""})


def is_ours(scope: dict[str, Any]) -> bool:
    """Whether exactly one Origin was sent and it is one of ALLOWED_ORIGINS, port included.

    Browsers always send one; a missing, `null` or doubled one is refused like a foreign one.
    """
    origins = [value for name, value in scope["headers"] if name == b"origin"]
    return len(origins) == 1 and origins[0].decode("latin-1").lower() in allowed()


def allowed() -> set[str]:
    return {as_browsers_write(origin) for origin in settings.ALLOWED_ORIGINS}


def as_browsers_write(origin: str) -> str:
    """Lower case, no last slash, and the port left out where the scheme implies it."""
    origin = origin.lower().rstrip("/")
    return origin.removesuffix(DEFAULT_PORTS.get(urlsplit(origin).scheme, "\0"))
