"""What was found, as rows to read."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation
from consultations.phases import day
from consultations.queries import phases_of
from consultations.wording import place_in_words, state_sentence
from discussions.models import Point
from frontend.pages.search.finding import Kind
from people.formats import number as written
from proposals.models import Proposal
from proposals.queries.listing import first_words

TITLE = 110


def entry_of(kind: Kind, row: Any, now) -> dict[str, Any]:
    """Values of `components/entry/entry.html`."""
    return ENTRIES[kind.key](row, now)


def of_consultation(consultation: Consultation, now) -> dict[str, Any]:
    return {
        "title": consultation.title,
        "url": consultation.get_absolute_url(),
        "above": place_in_words(consultation.place),
        "line": consultation.standfirst,
        "byline": state_sentence(consultation, phases_of(consultation), now),
    }


def of_proposal(proposal: Proposal, now) -> dict[str, Any]:
    count = proposal.counters.supports
    return {
        "title": proposal.title,
        "lang": proposal.language,
        "url": proposal.get_absolute_url(),
        "above": proposal.consultation.title,
        "line": first_words(proposal.body),
        "byline": " · ".join(
            part
            for part in (author_of(proposal), day(proposal.posted, now), state(proposal))
            if part
        ),
        "count": written(count),
        "count_word": ngettext("supports this", "support this", count),
        "replied": getattr(proposal, "answer", None) is not None,
    }


def of_point(point: Point, now) -> dict[str, Any]:
    words = {
        Point.Kind.FOR: _("For “%(title)s”"),
        Point.Kind.AGAINST: _("Against “%(title)s”"),
        Point.Kind.QUESTION: _("Question about “%(title)s”"),
    }
    return {
        "title": Truncator(" ".join(point.body.split())).chars(TITLE),
        "url": point.get_absolute_url(),
        "above": words[Point.Kind(point.kind)] % {"title": point.proposal.title},
        "byline": f"{author_of(point)} · {day(point.posted, now)}",
    }


def state(proposal: Proposal) -> str:
    return _("withdrawn") if getattr(proposal, "withdrawal", None) else ""


def author_of(thing: Any) -> str:
    return thing.author.display_name if thing.author else _("A former participant")


ENTRIES: dict[str, Callable[[Any, datetime], dict[str, Any]]] = {
    "consultation": of_consultation,
    "proposal": of_proposal,
    "point": of_point,
}
