"""A page that talks to the socket: connects, says frames, waits for a version."""

import asyncio
import json
from typing import Any

from django.db import connection

from config.asgi import application

ORIGIN = "http://127.0.0.1:8000"
PATIENCE = 10


class Page:
    """One open page. `asleep()` stops it from reading, as a phone in a tunnel does."""

    def __init__(self, *, origin=ORIGIN, cookie="", address="10.0.0.1", app=application, **headers):
        pairs = [(b"origin", origin.encode())] if origin is not None else []
        if cookie:
            pairs.append((b"cookie", cookie.encode()))
        pairs += [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
        self.scope = {
            "type": "websocket",
            "path": "/live/",
            "headers": pairs,
            "client": (address, 50000),
            "subprotocols": ["polyphony.live.v1"],
        }
        self.app = app
        self.incoming: asyncio.Queue = asyncio.Queue()
        self.outgoing: asyncio.Queue = asyncio.Queue()
        self.awake = asyncio.Event()
        self.awake.set()
        self.code: int | None = None
        self.accepted = False
        self.heard: list[dict] = []

    async def __aenter__(self) -> "Page":
        self.task = asyncio.create_task(self.app(self.scope, self.outgoing.get, self._send))
        await self.outgoing.put({"type": "websocket.connect"})
        first = await asyncio.wait_for(self.incoming.get(), PATIENCE)
        self.accepted = first["type"] == "websocket.accept"
        if self.accepted:
            self.hello = await self.hear()
        return self

    async def __aexit__(self, *trouble: Any) -> None:
        self.awake.set()
        await self.outgoing.put({"type": "websocket.disconnect", "code": 1001})
        await asyncio.wait([self.task], timeout=PATIENCE)
        if not self.task.cancelled():
            self.task.result()

    async def _send(self, message: dict) -> None:
        await self.awake.wait()
        await self.incoming.put(message)

    async def say(self, frame: Any) -> None:
        text = frame if isinstance(frame, str) else json.dumps(frame)
        await self.outgoing.put({"type": "websocket.receive", "text": text})

    async def say_bytes(self, frame: bytes) -> None:
        await self.outgoing.put({"type": "websocket.receive", "bytes": frame})

    async def hear(self) -> dict:
        """The next frame; `{"t": "closed"}` once the server closed."""
        message = await asyncio.wait_for(self.incoming.get(), PATIENCE)
        if message["type"] == "websocket.close":
            self.code = message.get("code")
            return {"t": "closed", "code": self.code}
        self.heard.append(json.loads(message["text"]))
        return self.heard[-1]

    async def hear_until(self, wanted) -> dict:
        """Read on until a frame satisfies `wanted`."""
        while not wanted(frame := await self.hear()):
            assert frame["t"] != "closed", f"closed with {self.code}, having heard {self.heard}"
        return frame

    async def version(self, topic: str, v: int) -> dict:
        """Read on until the topic is at version `v` or later."""
        return await self.hear_until(
            lambda f: f["t"] == "snap" and f["topic"] == topic and f["v"] >= v
        )

    async def closed(self) -> int:
        """Read on until the server closes; the code."""
        while (await self.hear())["t"] != "closed":
            pass
        return self.code

    async def follow(self, *topics: str, **have: int) -> None:
        await self.say({"op": "sub", "topics": list(topics), "have": have})


async def in_city(act, *given, **facts):
    """Do something in the city as a request would: in a thread, with a connection of its own."""

    def go():
        try:
            return act(*given, **facts)
        finally:
            connection.close()

    return await asyncio.to_thread(go)
