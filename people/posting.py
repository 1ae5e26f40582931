"""Taking letters out of the house: each at most once, tried again when the server says "later".

A letter is claimed by an UPDATE that only one worker can win. Trouble before its words leave us is
tried again with growing pauses. Once they have left and no reply came, nobody can know whether
they arrived: such a letter is laid aside with its trouble instead of being sent twice.
"""

import logging
import re
import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from email.utils import formataddr, parseaddr
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.utils import DNS_NAME
from django.db import DatabaseError
from django.db.models import F, Q
from django.utils import timezone

from people.city import city_name
from people.composing import absolute, compose
from people.letter_choices import stop_address
from people.models import Letter

log = logging.getLogger(__name__)

PAUSES = [timedelta(minutes=m) for m in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60)]
LEASE = timedelta(minutes=10)
"""Longer than one attempt can last; after it a letter of a killed worker is free again."""
REST = 30.0
"""Seconds for which a server that could not be reached is left alone, so that one which hangs does
not hold up the worker letter by letter."""


class Later(Exception):
    """Not sent, and it may be tried again."""


class Unreachable(Later):
    """The server could not be reached at all: other letters need not try now either."""


class Never(Exception):
    """Not sent, and trying again would not help."""


class Unknown(Exception):
    """Handed over, and no reply: it may have arrived."""


def send(key: str, *, now: datetime | None = None) -> bool:
    """Send one letter if it is due and nobody else is at it; True when it has left us."""
    if server_rests():
        return False
    letter = claim(key, now or timezone.now())
    if letter is None:
        return False
    try:
        if not composed(letter):
            letter.delete()
            return False
        deliver(letter)
    except Later as trouble:
        if isinstance(trouble, Unreachable):
            let_server_rest()
        put_back(letter, trouble)
    except (Never, Unknown) as trouble:
        lay_aside(letter, trouble)
    else:
        Letter.objects.filter(pk=letter.pk).update(
            sent=timezone.now(), next_try=None, trouble="", text="", html=""
        )
        return True
    return False


resting: dict[str, float] = {"until": 0.0}


def server_rests() -> bool:
    return time.monotonic() < resting["until"]


def let_server_rest() -> None:
    resting["until"] = time.monotonic() + REST


def due_letters(now: datetime, limit: int = 200) -> list[str]:
    """Keys of letters that wait to be tried, oldest first."""
    waiting = Letter.objects.filter(sent__isnull=True, next_try__lte=now)
    return list(waiting.order_by("next_try", "pk").values_list("key", flat=True)[:limit])


def claim(key: str, now: datetime) -> Letter | None:
    """Win the letter against every other worker, or None. A killed worker's claim runs out."""
    mine = Q(key=key, sent__isnull=True, next_try__lte=now)
    won = Letter.objects.filter(mine, handed__isnull=True).update(
        attempts=F("attempts") + 1, next_try=now + LEASE
    )
    if won:
        return Letter.objects.select_related("person").get(key=key)
    for lost in Letter.objects.filter(mine, handed__isnull=False):
        lay_aside(lost, Unknown("the worker ended while the letter was on its way"))
    return None


def put_back(letter: Letter, trouble: Later) -> None:
    """Try again after a pause, until the pauses are used up."""
    if letter.attempts > len(PAUSES):
        lay_aside(letter, trouble)
        return
    pause = PAUSES[letter.attempts - 1]
    log.warning("Letter %s waits %s: %s", letter.pk, pause, trouble)
    Letter.objects.filter(pk=letter.pk).update(
        next_try=timezone.now() + pause, handed=None, trouble=str(trouble)[:300]
    )


def lay_aside(letter: Letter, trouble: Exception) -> None:
    """Try no more; the operator finds the letter by its trouble."""
    log.error("Letter %s laid aside: %s", letter.pk, trouble)
    Letter.objects.filter(pk=letter.pk).update(next_try=None, trouble=str(trouble)[:300])


def composed(letter: Letter) -> bool:
    """Give the letter its words; False where nothing is left to say. A mistake of ours waits."""
    try:
        return compose(letter)
    except DatabaseError:
        raise
    except Exception as trouble:
        log.exception("Letter %s could not be written", letter.pk)
        raise Later(f"could not be written: {type(trouble).__name__}") from trouble


def deliver(letter: Letter) -> None:
    """To the server of EMAIL_URL, or into a file where there is none."""
    if settings.EMAIL_SERVER:
        hand_over(letter)
    else:
        keep_as_file(letter)


def keep_as_file(letter: Letter) -> None:
    folder = Path(settings.EMAIL_FILES)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{letter.pk:06}.eml"
    path.write_bytes(message_of(letter))
    log.info("Letter %s “%s” is in %s", letter.pk, letter.subject, path)


def hand_over(letter: Letter) -> None:
    """One SMTP conversation. Whatever goes wrong before the words leave us means: later."""
    words = on_the_wire(message_of(letter))
    with before_the_words_leave(), connection() as server:
        accepted(server.docmd("MAIL", f"FROM:<{sender()}>"), "sender", refused_for_good=Later)
        accepted(server.docmd("RCPT", f"TO:<{letter.to}>"), "address")
        accepted(server.docmd("DATA"), "letter")
        Letter.objects.filter(pk=letter.pk).update(handed=timezone.now())
        accepted(reply_to(server, words), "letter")


def reply_to(server: smtplib.SMTP, words: bytes) -> tuple[int, bytes]:
    """What the server says to the words. Silence is Unknown; hanging up without a yes is a no."""
    try:
        server.send(words)
        return server.getreply()
    except (TimeoutError, smtplib.SMTPServerDisconnected) as trouble:
        if isinstance(trouble, TimeoutError) or isinstance(trouble.__context__, TimeoutError):
            raise Unknown(
                "the mail server did not reply after it was given the letter"
            ) from trouble
        raise


def accepted(reply: tuple[int, bytes], what: str, *, refused_for_good: type = Never) -> None:
    """Pass on a yes; 4xx is Later, 5xx is Never, except where the mend is the operator's."""
    code, text = reply
    if code >= 400:
        said = text.decode("utf-8", "replace")[:200]
        trouble = refused_for_good if code >= 500 else Later
        raise trouble(f"{what} refused: {code} {said}")


@contextmanager
def before_the_words_leave() -> Iterator[None]:
    """No server, no sign-in, hung up, timed out: the letter is still ours, so it may be tried again."""
    try:
        yield
    except (smtplib.SMTPException, OSError) as trouble:
        raise Later(f"{type(trouble).__name__}: {trouble}") from trouble


@contextmanager
def connection() -> Iterator[smtplib.SMTP]:
    """A greeted, signed-in connection; a bad goodbye is no trouble of the letter's."""
    where = settings.EMAIL_SERVER
    kind = smtplib.SMTP_SSL if where["use_ssl"] else smtplib.SMTP
    try:
        server = kind(where["host"], where["port"], DNS_NAME.get_fqdn(), timeout=where["timeout"])
    except (smtplib.SMTPException, OSError) as trouble:
        raise Unreachable(f"{type(trouble).__name__}: {trouble}") from trouble
    try:
        if where["use_tls"]:
            server.starttls()
        server.ehlo_or_helo_if_needed()
        if where["username"]:
            server.login(where["username"], where["password"])
        yield server
    finally:
        with suppress(smtplib.SMTPException, OSError):
            server.quit()
        server.close()


def message_of(letter: Letter) -> bytes:
    """The whole message; its id is always the same, so that a reader's program knows a twin."""
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=from_line(),
        to=[letter.to],
        headers={
            "Message-ID": f"<letter-{letter.pk}-{int(letter.made.timestamp())}@{sender_host()}>",
            "Auto-Submitted": "auto-generated",
            **ways_to_stop(letter),
        },
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message.message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]  # the stubs name another class


def ways_to_stop(letter: Letter) -> dict[str, str]:
    """RFC 8058: a mail program's own button ends all letters that are not necessary."""
    if letter.person is None or letter.kind == Letter.Kind.NECESSARY:
        return {}
    return {
        "List-Unsubscribe": f"<{absolute(stop_address(letter.person))}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def on_the_wire(message: bytes) -> bytes:
    """Lines that begin with a dot get another one; a lonely dot ends the message (RFC 5321)."""
    return re.sub(rb"(?m)^\.", b"..", message).removesuffix(b"\r\n") + b"\r\n.\r\n"


def from_line() -> str:
    """The sender as readers see it: under the city's name where EMAIL_FROM gives none."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or city_name(), address))


def sender() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def sender_host() -> str:
    return sender().rpartition("@")[2] or "localhost"
