"""A notice as a line: its sentence, its day, whether it was read."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from consultations.phases import day
from people.models import Notice
from people.notices import sentence_of


def notice_row(notice: Notice, now: datetime) -> dict[str, Any]:
    """The link leads through `notice`, so that what was opened by a press counts as read."""
    return {
        "number": notice.pk,
        "sentence": sentence_of(notice),
        "day": day(notice.made, now),
        "unread": notice.read is None,
        "url": notice.url,
        "open_url": reverse("notice", args=[notice.pk]),
    }
