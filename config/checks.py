"""What an operator easily forgets: asked by `manage.py check --deploy`, before anybody comes.

Warnings name the variable and the mend. A demonstration is asked nothing: it is no deployment.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Mistake

from people.posting import sender_host


@register(Tags.security, deploy=True)
def deployment(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Mail, sender, origins, proxies, the demonstration, and who may read our files."""
    return [
        message for check in (demonstration, origins, mail, proxies, files) for message in check()
    ]


def demonstration() -> list[CheckMessage]:
    if not settings.DEMO:
        return []
    return [
        Mistake(
            "DEMO=1: everybody can sign in as an organiser, with a published password.",
            hint="Set DEMO=0 where people take part, with a database of their own.",
            id="polyphony.W001",
        )
    ]


def origins() -> list[CheckMessage]:
    hosts = {urlsplit(origin).hostname for origin in settings.ALLOWED_ORIGINS}
    if settings.LOOPBACK.issuperset(hosts):
        return [
            Mistake(
                "ALLOWED_ORIGINS names this machine only: nobody else can open the city.",
                hint="Set it to the whole address people type, like https://participate.example.org.",
                id="polyphony.W002",
            )
        ]
    if not settings.HTTPS:
        return [
            Mistake(
                "ALLOWED_ORIGINS holds an origin without https: passwords would travel in clear.",
                hint="Put Caddy or nginx before the server (docs/install.md), and name https origins only.",
                id="polyphony.W003",
            )
        ]
    return []


def mail() -> list[CheckMessage]:
    if not settings.EMAIL_SERVER:
        return [
            Mistake(
                "EMAIL_URL is not set: letters become files, and nobody can sign up.",
                hint="Set it like smtp+tls://user:password@mail.example.org:587, then run test_mail.",
                id="polyphony.W004",
            )
        ]
    if sender_host() in {"", "localhost"} or "." not in sender_host():
        return [
            Mistake(
                f"EMAIL_FROM is “{settings.DEFAULT_FROM_EMAIL}”: most mail servers refuse it.",
                hint="Set it to an address of the city’s own domain, which its mail server may send from.",
                id="polyphony.W005",
            )
        ]
    return []


def proxies() -> list[CheckMessage]:
    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        return [
            Mistake(
                "https is promised, but TRUSTED_PROXIES is empty: all people would seem to come from "
                "the proxy and share one limit, and pages would redirect for ever.",
                hint="Set it to the proxy’s address, like 127.0.0.1.",
                id="polyphony.W006",
            )
        ]
    return []


def files() -> list[CheckMessage]:
    folder = settings.DATA_DIR
    if folder.is_dir() and folder.stat().st_mode & 0o007:
        return [
            Error(
                f"Everybody on this machine can look into {folder}, where keys and addresses are.",
                hint=f"chmod o-rwx {folder}",
                id="polyphony.E001",
            )
        ]
    return []
