"""Mail is a row first: written in the act's transaction, sent by the worker, never by a request."""

import logging
import uuid
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from people.models import Letter, Notice, Person

log = logging.getLogger(__name__)


@transaction.atomic
def write_letter(
    *,
    key: str,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    leaves: datetime | None = None,
    kind: str = Letter.Kind.NECESSARY,
    person: Person | None = None,
) -> None:
    """Keep a letter for the worker; the same `key` twice is one letter.

    Rolled back with the act. Mail that fails later never fails the act. With `leaves` it waits
    until then, and may be torn up before. One that is not necessary names its `person`, who may
    have said that she wants none. Its language is the one that is active now.
    """
    now = timezone.now()
    written = Letter.objects.bulk_create(
        [
            Letter(
                key=key,
                kind=kind,
                person=person,
                to=to,
                language=get_language() or "",
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


def write_notice_letters(notices: QuerySet[Notice], leaves: datetime | None = None) -> None:
    """A letter of its own for each of these notices whose person wants that; few at a time.

    The others stay without a letter, so that a digest takes them up.
    """
    wants = Q(person__letter_choice__isnull=True) | Q(
        person__letter_choice__letters=True, person__letter_choice__at_once=True
    )
    next_try = leaves or timezone.now()
    for notice in notices.filter(wants, letter_key="", person__is_active=True).order_by("pk"):
        key = f"notice.{notice.pk}"
        Letter.objects.bulk_create(
            [
                Letter(
                    key=key,
                    kind=Letter.Kind.NOTICE,
                    person_id=notice.person_id,
                    next_try=next_try,
                )
            ],
            ignore_conflicts=True,
        )
        Notice.objects.filter(pk=notice.pk).update(letter_key=key)
        if leaves is None:
            transaction.on_commit(partial(wake_worker, key), robust=True)


def tear_up(keys: Iterable[str]) -> int:
    """Take back letters that have not been tried yet; returns how many."""
    gone, _by_model = Letter.objects.filter(
        key__in=list(keys), sent__isnull=True, attempts=0
    ).delete()
    return gone


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
