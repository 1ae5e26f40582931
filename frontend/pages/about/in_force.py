"""The rules of every consultation that is open now: phases, promise, votes. Read, not retold."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Phase
from consultations.phases import Act, span
from consultations.queries import open_consultations, phases_of
from consultations.wording import deadline, due_day
from frontend.pages.consultation.page import which_are_answered
from voting.models import Poll
from voting.queries.reading import polls

ACTS = {
    Act.PROPOSE: gettext_lazy("write proposals"),
    Act.SUPPORT: gettext_lazy("support them"),
    Act.DISCUSS: gettext_lazy("write points and questions"),
    Act.VOTE: gettext_lazy("vote"),
}
COUNTED = {
    Poll.Kind.YES_NO: gettext_lazy(
        "Each person says yes, no or abstains. Yes or no wins by having more ballots; with as many of each, neither has won."
    ),
    Poll.Kind.APPROVAL: gettext_lazy(
        "Each person ticks whatever she approves. What is ticked on most ballots comes first."
    ),
}


def in_force(now: datetime) -> list[dict[str, Any]]:
    """Three queries however many consultations are open: they, their phases, their polls."""
    found = open_consultations(now)
    votes: dict[int, list[Poll]] = {}
    for poll in polls().filter(consultation__in=found, closes__gt=now).order_by("closes", "id"):
        votes.setdefault(poll.consultation_id, []).append(poll)
    return [
        {
            "title": one.title,
            "url": one.get_absolute_url(),
            "who_may": one.who_may,
            "phases": phase_rows(phases_of(one), now),
            "promise": promise_values(getattr(one, "promise", None), now),
            "votes": [vote_values(poll, now) for poll in votes.get(one.pk, [])],
        }
        for one in found
    ]


def phase_rows(phases: list[Phase], now: datetime) -> list[dict[str, str]]:
    return [
        {
            "name": phase.name,
            "when": span(phase, now),
            "acts": ", ".join(str(word) for act, word in ACTS.items() if getattr(phase, act.value))
            or _("the city works"),
        }
        for phase in phases
    ]


def promise_values(promise, now: datetime) -> dict[str, str] | None:
    if promise is None:
        return None
    return {
        "who": promise.who_decides.rstrip("."),
        "which": which_are_answered(promise),
        "by": due_day(promise.answer_by, now),
        "what": promise.what_happens,
    }


def vote_values(poll: Poll, now: datetime) -> dict[str, str]:
    return {
        "question": poll.question,
        "url": poll.get_absolute_url(),
        "until": _("until %(date)s") % {"date": deadline(poll.closes, now)},
        "rule": str(COUNTED.get(Poll.Kind(poll.kind), "")),
    }
