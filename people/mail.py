"""Mail is a row first: written in the act's transaction, sent by the worker, never by a request."""

import uuid

from django.core.mail.backends.base import BaseEmailBackend

from people.models import Letter


class QueuedBackend(BaseEmailBackend):
    """Django's mail door: keeps each message as a `Letter` for the worker to send."""

    def send_messages(self, messages):
        for message in messages:
            html = next(
                (
                    part[0]
                    for part in getattr(message, "alternatives", [])
                    if part[1] == "text/html"
                ),
                "",
            )
            for address in message.recipients():
                Letter.objects.create(
                    key=f"plain.{uuid.uuid4()}",
                    to=address,
                    subject=message.subject[:200],
                    text=message.body,
                    html=html,
                )
        return len(messages)
