"""Mail is a row first: written in the act's transaction, sent by the worker, never by a request."""

import logging
import uuid
from datetime import datetime
from functools import partial

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from people.models import Letter

log = logging.getLogger(__name__)


@transaction.atomic
def write_letter(
    *, key: str, to: str, subject: str, text: str, html: str = "", leaves: datetime | None = None
) -> None:
    """Keep a letter for the worker; the same `key` twice is one letter.

    Rolled back with the act. Mail that fails later never fails the act. With `leaves` it waits
    until then, and may be torn up before.
    """
    now = timezone.now()
    written = Letter.objects.bulk_create(
        [
            Letter(
                key=key,
                to=to,
                subject=" ".join(subject.split())[:200],
                text=text,
                html=html,
                next_try=leaves or now,
            )
        ],
        ignore_conflicts=True,
    )
    if written and not leaves:
        transaction.on_commit(partial(wake_worker, key), robust=True)


def wake_worker(key: str) -> None:
    """Give the worker a job for this letter; without one the sweep finds the letter anyway."""
    from people.jobs import send_letter  # the job needs this module in turn

    send_letter.enqueue(key)


class QueuedBackend(BaseEmailBackend):
    """Django's mail door: keeps each message as a `Letter` for each of its readers."""

    def send_messages(self, messages):
        for message in messages:
            html = [part.content for part in alternatives(message) if part.mimetype == "text/html"]
            for address in message.recipients():
                write_letter(
                    key=f"plain.{uuid.uuid4()}",
                    to=address,
                    subject=message.subject,
                    text=message.body,
                    html=html[0] if html else "",
                )
        return len(messages)


def alternatives(message):
    return getattr(message, "alternatives", [])
