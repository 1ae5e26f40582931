"""A real SMTP server for tests: takes letters, or refuses, delays, hangs up and freezes as told."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class Postbox:
    """A mail server that takes letters, or says what it is told to say."""

    def __init__(self):
        self.received: list[str] = []
        self.raw: list[tuple[str, bytes]] = []
        self.say_to_address = self.say_to_letter = None
        self.delay = 0.0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.say_to_address:
            return self.say_to_address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.delay)
        if self.say_to_letter == "hang up":
            server.transport.abort()
            return "250 OK"
        if self.say_to_letter not in (None, "fall silent"):
            return self.say_to_letter
        self.received.append(envelope.content.decode())
        self.raw.append((envelope.rcpt_tos[0], envelope.content))
        if self.say_to_letter == "fall silent":
            await asyncio.sleep(1.5)
        return "250 OK"

    @property
    def addresses(self) -> list[str]:
        """To whom letters came, in order."""
        return [address for address, _words in self.raw]

    def messages(self) -> list[EmailMessage]:
        """The letters as a mail program reads them."""
        return [message_from_bytes(words, policy=policy.default) for _to, words in self.raw]


def a_free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


@contextmanager
def an_open_postbox() -> Iterator[tuple[Postbox, int]]:
    """A server on a free port, for as long as the block runs."""
    box, port = Postbox(), a_free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()


def server_at(port: int, timeout: float = 0.5) -> dict:
    """What settings say of a server on this port."""
    return {
        "host": "127.0.0.1",
        "port": port,
        "username": "",
        "password": "",
        "use_ssl": False,
        "use_tls": False,
        "timeout": timeout,
    }


def words_of(message: EmailMessage) -> str:
    """The plain text of a letter, on Unix lines."""
    part = message.get_body(("plain",))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")


def html_of(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part is not None
    return part.get_content()
