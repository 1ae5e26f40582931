"""The city's answer under a proposal, or the clock that runs until it is there."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.phases import Act, open_for
from consultations.queries import phases_of
from consultations.wording import due_day
from frontend.pages.consultation.rows import VERDICTS, answered_text, punctuality
from frontend.pages.outcomes.page import commitment_values
from intake.markdown import render as markdown
from proposals.models import Answer, Commitment, Proposal
from proposals.queries.answers import is_due, is_overdue


def reply_section(proposal: Proposal, now: datetime) -> dict:
    """`{"reply": …|None, "clock": …|None}` for `pages/answering/reply.html`.

    No query where the proposal came with counters, promise, answer, its department and commitments.
    """
    answer = getattr(proposal, "answer", None)
    if answer is not None:
        return {"reply": reply_values(answer, answer.commitments.all(), now), "clock": None}
    return {"reply": None, "clock": clock_values(proposal, now)}


def reply_values(answer: Answer, commitments: Iterable[Commitment], now: datetime) -> dict:
    """The answer in its own voice, published or about to be."""
    return {
        "who": " · ".join(part for part in (voice(answer), punctuality(answer, now)) if part),
        "verdict": {
            "kind": VERDICTS[Answer.Kind(answer.kind)],
            "text": answered_text(answer),
        },
        "because": markdown(answer.because),
        "facts": [
            {"name": name, "value": value}
            for name, value in (
                (_("Money"), answer.money),
                (_("Who"), answer.who),
                (_("By when"), answer.by_when),
            )
            if value
        ],
        "commitments": [commitment_values(one, now) for one in commitments],
    }


def voice(answer: Answer) -> str:
    return answer.department.name if answer.department else _("The city")


def clock_values(proposal: Proposal, now: datetime) -> dict | None:
    """By when the city answers, that it is late, or what is missing until it must."""
    consultation, counters = proposal.consultation, proposal.counters
    promise = getattr(consultation, "promise", None)
    if promise is None or not counters.standing:
        return None
    date = due_day(promise.answer_by, now)
    if is_overdue(consultation, counters, now):
        days = (timezone.localdate(now) - promise.answer_by).days
        text = ngettext(
            "The city promised an answer by %(date)s. It is %(days)s day late.",
            "The city promised an answer by %(date)s. It is %(days)s days late.",
            days,
        ) % {"date": date, "days": days}
        return {"kind": "late", "text": text}
    if is_due(consultation, counters):
        return {"kind": "due", "text": _("The city answers by %(date)s.") % {"date": date}}
    support = open_for(phases_of(consultation), Act.SUPPORT, now)
    if support.code == "never-open":
        return None
    missing = promise.threshold - counters.supports
    if support.code == "closed":
        text = ngettext(
            "It stayed %(count)s supporter short of the number from which the city must answer.",
            "It stayed %(count)s supporters short of the number from which the city must answer.",
            missing,
        )
    else:
        text = ngettext(
            "With %(count)s more supporter the city must answer, by %(date)s.",
            "With %(count)s more supporters the city must answer, by %(date)s.",
            missing,
        )
    return {"kind": "", "text": text % {"count": missing, "date": date}}
