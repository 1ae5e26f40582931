"""A letter sent while somebody watches: what we asked the mail server, and what it answered.

Unlike every other letter it leaves at once and is kept nowhere. Passwords are not shown.
"""

import smtplib
import socket
import ssl
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.utils import DNS_NAME
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from people.city import city_name
from people.posting import from_line, on_the_wire, sender

PATIENCE = 10
"""Seconds to wait for each answer: somebody is watching."""


@dataclass(slots=True)
class Trial:
    """The conversation, line by line, and one sentence on how it ended."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    arrived: bool = False
    sentence: str = ""

    def note(self, asked: str, said: Any) -> None:
        code, text = said
        words = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
        self.lines.append((asked, f"{code} {words}".replace("\n", " / ")[:500]))


class Refusal(Exception):
    """The server said no at this step."""


def try_mail(to: str) -> Trial:
    """Send one letter to `to` in the sight of whoever asked. Never raises for what mail does."""
    trial = Trial()
    where = settings.EMAIL_SERVER
    if not where:
        trial.sentence = _(
            "No mail server is set: letters become files in %(folder)s. Set EMAIL_URL, for example "
            "smtp+tls://user:password@mail.example.org:587, and start the server again."
        ) % {"folder": settings.EMAIL_FILES}
        return trial
    validate_email(to)
    step = _("Connecting to %(host)s, port %(port)s") % where
    try:
        with connected(where, trial, step) as server:
            converse(server, where, to, trial)
    except Refusal:
        pass
    except ssl.SSLError as trouble:
        trial.note(step, ("–", trouble))
        trial.sentence = _(
            "The server was reached, but no safe connection came about. Check smtp:// (port 25), "
            "smtp+tls:// (587) or smtps:// (465) in EMAIL_URL, and the server’s certificate."
        )
    except socket.gaierror as trouble:
        trial.note(step, ("–", trouble))
        trial.sentence = _("No server of this name was found. Check the host in EMAIL_URL.")
    except ConnectionRefusedError as trouble:
        trial.note(step, ("–", trouble))
        trial.sentence = _("Nobody listens at this host and port. Check both in EMAIL_URL.")
    except TimeoutError as trouble:
        trial.note(step, ("–", trouble or "timed out"))
        trial.sentence = _(
            "The server did not answer within %(seconds)s seconds. Is the port blocked, or meant for "
            "another kind of connection? Many hosts close port 25; try 587 with smtp+tls://."
        ) % {"seconds": PATIENCE}
    except (smtplib.SMTPException, OSError) as trouble:
        trial.note(_("The conversation ended"), ("–", trouble))
        trial.sentence = trial.sentence or _(
            "The server ended the conversation. Its words are above."
        )
    return trial


def connected(where: dict[str, Any], trial: Trial, step: str) -> smtplib.SMTP:
    kind = smtplib.SMTP_SSL if where["use_ssl"] else smtplib.SMTP
    server = kind(local_hostname=DNS_NAME.get_fqdn(), timeout=PATIENCE)
    # Starting TLS later needs the name the certificate is for, which only the constructor keeps.
    server._host = where["host"]  # type: ignore[attr-defined]
    trial.note(step, server.connect(where["host"], where["port"]))
    return server


def converse(server: smtplib.SMTP, where: dict[str, Any], to: str, trial: Trial) -> None:
    accept(trial, "EHLO", server.ehlo(), _("The server does not greet us back."))
    if where["use_tls"]:
        no_tls = _("The server offers no TLS here. Try smtps:// with port 465.")
        if not server.has_extn("starttls"):
            accept(trial, "STARTTLS", server.docmd("STARTTLS"), no_tls)
        accept(trial, "STARTTLS", server.starttls(context=ssl.create_default_context()), no_tls)
        server.ehlo()
    if where["username"]:
        sign_in(server, where, trial)
    accept(
        trial,
        f"MAIL FROM:<{sender()}>",
        server.docmd("MAIL", f"FROM:<{sender()}>"),
        _("The server does not take letters from this sender. Set EMAIL_FROM to one it knows."),
    )
    accept(
        trial,
        f"RCPT TO:<{to}>",
        server.docmd("RCPT", f"TO:<{to}>"),
        _("The server does not take letters for this address: it is wrong, or relaying needs a "
          "user name and password in EMAIL_URL."),
    )  # fmt: skip
    accept(trial, "DATA", server.docmd("DATA"), _("The server does not want the letter."))
    server.send(on_the_wire(words_for(to)))
    accept(
        trial,
        _("The letter itself"),
        server.getreply(),
        _("The server read the letter and refused it. Its words above say why."),
    )
    trial.arrived = True
    trial.sentence = _(
        "The mail server took the letter for %(address)s. Look into the mailbox, also among spam: if "
        "it lies there, the domain of %(sender)s needs SPF and DKIM records."
    ) % {"address": to, "sender": sender()}


def sign_in(server: smtplib.SMTP, where: dict[str, Any], trial: Trial) -> None:
    asked = _("Signing in as %(user)s") % {"user": where["username"]}
    try:
        trial.note(asked, server.login(where["username"], where["password"]))
    except smtplib.SMTPAuthenticationError as trouble:
        trial.note(asked, (trouble.smtp_code, trouble.smtp_error))
        trial.sentence = _("The server does not know this user name and password.")
        raise Refusal from trouble
    except smtplib.SMTPNotSupportedError as trouble:
        trial.note(asked, ("–", trouble))
        trial.sentence = _(
            "The server takes no sign-in on this kind of connection. Try smtp+tls://."
        )
        raise Refusal from trouble


def accept(trial: Trial, asked: str, said: tuple[int, bytes], otherwise: str) -> None:
    trial.note(asked, said)
    if not 200 <= said[0] < 400:
        trial.sentence = otherwise
        raise Refusal


def words_for(to: str) -> bytes:
    message = EmailMultiAlternatives(
        subject=_("%(city)s: mail works") % {"city": city_name()},
        body=_("Somebody who runs %(city)s sent this letter to see whether mail works. It does.")
        % {"city": city_name()},
        from_email=from_line(),
        to=[to],
    )
    return message.message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]  # as in posting
