"""The one runner: Daphne with the hub, the clock and the job worker. `python -m config.serve`.

Only this module imports daphne. The order matters: the loop's policy before daphne's reactor, the
reactor before Django, so that everything lives in one uvloop.
"""

import asyncio
import logging
import os
import signal
import sys
from typing import Any

import uvloop

asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())

from autobahn.websocket.types import ConnectionDeny  # noqa: E402
from daphne.server import Server, twisted_loop  # noqa: E402
from daphne.ws_protocol import WebSocketFactory, WebSocketProtocol  # noqa: E402
from twisted.internet import interfaces  # noqa: E402
from zope.interface import implementer  # noqa: E402

FRAME_LIMIT = 1024 * 1024
IN_HAND_SECONDS = 10.0


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from config.asgi import application
    from config.lock import Taken
    from config.running import Running

    logging.getLogger("daphne.server").setLevel(logging.WARNING)
    host, port = listen_on()
    running = Running()
    server = CityServer(
        application,
        endpoints=[f"tcp:port={port}:interface={host.replace(':', chr(92) + ':')}"],
        signal_handlers=False,
        verbosity=0,
        server_name="",
        websocket_max_frame_size=FRAME_LIMIT,
        websocket_max_message_size=FRAME_LIMIT,
        websocket_timeout=-1,
        application_close_timeout=10,
    )
    ending = Ending(server, running)
    for number in (signal.SIGTERM, signal.SIGINT):
        twisted_loop.add_signal_handler(number, ending.begin)
    try:
        twisted_loop.run_until_complete(running.start())
    except Taken as trouble:
        print(trouble, file=sys.stderr)
        return 1
    server.run()
    return 1 if server.could_not_listen else 0


def listen_on() -> tuple[str, int]:
    from django.conf import settings

    return settings.LISTEN, settings.PORT


class CityServer(Server):
    """Daphne, which also tells each socket when bytes pile up before its reader."""

    could_not_listen = False

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        if scope["type"] == "websocket":
            extensions = scope.setdefault("extensions", {})
            extensions["polyphony.flow"] = DaphneFlow(protocol.transport)
            extensions["websocket.http.response"] = {}
        return super().create_application(protocol, scope)

    def listen_error(self, failure: Any) -> None:
        self.could_not_listen = True
        print(f"Cannot listen: {failure.getErrorMessage()}", file=sys.stderr)
        self.stop()

    async def stop_listening(self) -> None:
        for listening in self.listeners:
            listening.addCallback(lambda port: port and port.stopListening())

    def in_hand(self) -> int:
        """How many requests and sockets are still being served."""
        return len(self.connections)


class CitySocket(WebSocketProtocol):
    """A socket that may close with a server's own codes (1008, 1009, 1012), and answer as HTTP does.

    A handshake may end with a status and headers (`websocket.http.response`), for which Daphne has
    only 403. autobahn's `sendClose` keeps them from applications; `sendCloseFrame` is what Daphne itself
    uses for 1011.
    """

    def handle_reply(self, message: dict[str, Any]) -> None:
        if message.get("type") == "websocket.http.response.start":
            self.turned_away = [
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, value in message.get("headers", ())
            ]
            denied = ConnectionDeny(code=message["status"], reason="Not now")
            self.handshake_deferred.errback(denied)
            del self.handshake_deferred
            self.server.protocol_disconnected(self)
        elif message.get("type") != "websocket.http.response.body":
            super().handle_reply(message)

    def failHandshake(  # noqa: N802 - autobahn's name
        self,
        reason: str,
        code: int = 400,
        responseHeaders: Any = None,  # noqa: N803
    ) -> None:
        super().failHandshake(reason, code, getattr(self, "turned_away", responseHeaders))

    def serverClose(self, code: int | None = None) -> None:  # noqa: N802 - Daphne's name
        self.sendCloseFrame(code=code or 1000)


WebSocketFactory.protocol = CitySocket  # Daphne makes the factory itself and asks nobody


@implementer(interfaces.IPushProducer)
class DaphneFlow:
    """Twisted's word on a connection: paused above 64 KiB unsent, resumed once all is sent."""

    def __init__(self, transport: Any):
        self.paused = False
        self.on_resume: Any = None
        self._transport = transport
        transport.unregisterProducer()
        transport.registerProducer(self, True)

    def pauseProducing(self) -> None:  # noqa: N802 - Twisted's name
        self.paused = True

    def resumeProducing(self) -> None:  # noqa: N802 - Twisted's name
        self.paused = False
        if self.on_resume:
            self.on_resume()

    def stopProducing(self) -> None:  # noqa: N802 - Twisted's name
        self.paused = True
        self.on_resume = None

    def abort(self) -> None:
        self._transport.abortConnection()


class Ending:
    """A graceful end at SIGTERM: no new connections, goodbye to sockets, requests finish."""

    def __init__(self, server: CityServer, running: Any):
        self._server, self._running = server, running
        self._task: asyncio.Task | None = None

    def begin(self) -> None:
        """Begin to end; asked a second time, end at once."""
        if self._task:
            self._server.stop()
        else:
            self._task = twisted_loop.create_task(self._end())

    async def _end(self) -> None:
        try:
            await self._server.stop_listening()
            await self._running.stop()
            for _ in range(int(IN_HAND_SECONDS / 0.1)):
                if not self._server.in_hand():
                    break
                await asyncio.sleep(0.1)
        finally:
            self._server.stop()


if __name__ == "__main__":
    sys.exit(main())
