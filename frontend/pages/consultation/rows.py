"""Consultations and proposals as rows of a list, in ready values for `components/entry`."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation
from consultations.queries import phases_of
from consultations.wording import due_day, place_in_words, proposals_text, state_sentence
from frontend.pages.consultation.acts import primary_act
from frontend.values import Values
from people.formats import number as written
from proposals.models import Answer, Counters
from proposals.queries.answers import is_overdue
from proposals.queries.listing import first_words

VERDICTS = {
    Answer.Kind.WILL: "agreed",
    Answer.Kind.PARTLY: "partly",
    Answer.Kind.WONT: "refused",
}


def open_row(consultation: Consultation, theme_names: Iterable[str], now: datetime) -> dict:
    """A consultation that is open: what can be done, and until when."""
    act = primary_act(consultation, phases_of(consultation), now)
    return Values(
        {
            "title": consultation.title,
            "url": consultation.get_absolute_url(),
            "line": consultation.standfirst,
            "above": " · ".join([place_in_words(consultation.place), *theme_names]),
            "act": {"text": act.text, "url": act.url},
            "notes": [note for note in (act.until, so_far(consultation)) if note],
        }
    )


def consultation_row(consultation: Consultation, now: datetime) -> dict:
    """A consultation in whatever state it is."""
    themes = [theme.name for theme in consultation.themes.all()]
    return Values(
        {
            "title": consultation.title,
            "url": consultation.get_absolute_url(),
            "line": consultation.standfirst,
            "above": " · ".join([place_in_words(consultation.place), *themes]),
            "notes": [
                state_sentence(consultation, phases_of(consultation), now),
                *(
                    [proposals_text(consultation.proposal_count)]
                    if consultation.proposal_count
                    else []
                ),
            ],
        }
    )


def proposal_row(row: Counters, consultation: Consultation, now: datetime) -> dict:
    """A proposal in the list of its consultation, from one row of its counters."""
    proposal = row.proposal
    answer = getattr(proposal, "answer", None)
    return Values(
        {
            "row": proposal.pk,
            "title": proposal.title,
            "lang": proposal.language,
            "url": proposal.get_absolute_url(),
            "line": first_words(row.excerpt),
            "byline": " · ".join(byline(proposal)),
            "count": written(row.supports),
            "count_word": ngettext("person supports this", "people support this", row.supports),
            "verdict": verdict_of(row, answer, consultation, now),
        }
    )


def verdict_of(
    row: Counters, answer: Answer | None, consultation: Consultation, now: datetime
) -> dict | None:
    """What the city said, or that it is late; nothing while there is time."""
    if answer:
        return {"kind": VERDICTS[Answer.Kind(answer.kind)], "text": answered_text(answer)}
    if is_overdue(consultation, row, now):
        return {"kind": "late", "text": _("Answer overdue")}
    return None


def answered_text(answer: Answer) -> str:
    return {
        Answer.Kind.WILL: _("The city will do it"),
        Answer.Kind.PARTLY: _("The city will do part of it"),
        Answer.Kind.WONT: _("The city will not do it"),
    }[Answer.Kind(answer.kind)]


def byline(proposal) -> list[str]:
    who = proposal.author.display_name if proposal.author else _("A former participant")
    where = proposal.place.name if proposal.place else proposal.where
    return [part for part in (who, where) if part]


def so_far(consultation: Consultation) -> str:
    if not consultation.proposal_count:
        return ""
    return _("%(proposals)s so far") % {"proposals": proposals_text(consultation.proposal_count)}


def answered_row(answer: Answer, now: datetime) -> dict:
    """An answer as "Decided lately" shows it: verdict, title, one line, and whether it was in time."""
    return {
        "verdict": VERDICTS[Answer.Kind(answer.kind)],
        "title": answer.proposal.title,
        "url": answer.proposal.get_absolute_url(),
        "line": first_words(answer.because, 140),
        "byline": punctuality(answer, now),
    }


def punctuality(answer: Answer, now: datetime) -> str:
    """ "Answered on 9 April, 6 days early"."""
    day = timezone.localdate(answer.published)
    early = (answer.due - day).days
    values = {"date": due_day(day, now), "days": abs(early)}
    if early > 0:
        pattern = ngettext(
            "Answered on %(date)s, %(days)s day early",
            "Answered on %(date)s, %(days)s days early",
            early,
        )
    elif early < 0:
        pattern = ngettext(
            "Answered on %(date)s, %(days)s day late",
            "Answered on %(date)s, %(days)s days late",
            -early,
        )
    else:
        pattern = _("Answered on %(date)s, on the day it was due")
    return pattern % values


def outcome_entry(answer: Answer, now: datetime) -> dict:
    """An answer in the list of outcomes."""
    row = answered_row(answer, now)
    return Values(
        {
            "above": answer.proposal.consultation.title,
            "title": row["title"],
            "url": row["url"],
            "line": row["line"],
            "verdict": {"kind": row["verdict"], "text": answered_text(answer)},
            "notes": [row["byline"]],
        }
    )
