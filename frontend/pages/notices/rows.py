"""Notices as lines, and matters with their lines, in ready values."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.phases import day
from people import formats
from people.inbox import Entry
from people.models import Notice
from people.told import Line, lines_of


def notice_rows(notices: list[Notice], now: datetime) -> list[dict[str, Any]]:
    """Each notice alone: the whole sentence."""
    return [row_of(line, line.sentence, now) for line in lines_of(notices)]


def row_of(line: Line, sentence: str, now: datetime) -> dict[str, Any]:
    """The link leads through `notice`, so that what was opened by a press counts as read."""
    notice = line.notice
    return {
        "number": notice.pk,
        "sentence": sentence,
        "words": line.excerpt,
        "by": line.quote.by or "",
        "day": day(notice.made, now),
        "unread": notice.read is None,
        "url": notice.url,
        "open_url": reverse("notice", args=[notice.pk]),
    }


def entry_values(entry: Entry, now: datetime) -> dict[str, Any]:
    """One matter of the inbox; it has no title where nobody knows it any more."""
    matter = entry.lines[0].matter if entry.lines else None
    earlier = entry.count - len(entry.lines)
    return {
        "topic": entry.topic,
        "id": f"about-{entry.topic.replace('.', '-')}",
        "title": matter.title if matter else _("About your account"),
        "noun": matter.noun if matter else "",
        "url": matter.url if matter else "",
        "newest": entry.newest,
        "unread": entry.unread,
        "unread_text": ngettext("%(count)s not read yet", "%(count)s not read yet", entry.unread)
        % {"count": formats.number(entry.unread)},
        "rows": [
            row_of(line, line.short if matter else line.sentence, now) for line in entry.lines
        ],
        "all_url": reverse("notices-about", args=[entry.topic]) if earlier else "",
        "all_text": ngettext("%(count)s earlier", "%(count)s earlier", earlier)
        % {"count": formats.number(earlier)},
    }
