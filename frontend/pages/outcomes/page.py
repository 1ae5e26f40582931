"""The outcome of a consultation in ready values: one sentence, numbers, answers, what comes next."""

from datetime import datetime

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation
from consultations.phases import next_phase
from consultations.queries import phases_of
from consultations.wording import due_day, full_day, number_word, place_in_words
from frontend.pages.consultation.page import late_sentence, promise_values
from frontend.pages.consultation.rows import outcome_entry
from frontend.pages.poll.result import result_values
from frontend.timeline import timeline
from people.formats import number as written
from proposals.models import Answer, Commitment
from proposals.queries.answers import answers_by_kind, answers_in, commitments_of
from voting.models import Poll
from voting.queries.reading import polls_of_consultation, result_of

ANSWERS_SHOWN = 50


def outcome_values(consultation: Consultation, now: datetime) -> dict:
    phases = phases_of(consultation)
    polls = polls_of_consultation(consultation.pk)
    prefetch_related_objects(polls, "options")
    results = [poll_values(poll, facts) for poll in polls if (facts := result_of(poll))]
    kinds = answers_by_kind(consultation)
    answers = answers_in(consultation, ANSWERS_SHOWN)
    commitments = commitments_of(consultation)
    return {
        "nav": "outcomes",
        "consultation": consultation,
        "trail": [
            {"text": place_in_words(consultation.place)},
            {"text": consultation.title, "url": consultation.get_absolute_url()},
        ],
        "sentence": decided(kinds, results, consultation, now),
        "facts": facts_of(consultation, kinds, polls),
        **timeline(phases, now),
        "results": results,
        "answers": [outcome_entry(answer, now) | {"above": ""} for answer in answers],
        "more_url": more_url(consultation, kinds, answers),
        "commitments": [commitment_values(one, now) for one in commitments],
        "next": next_dates(consultation, phases, commitments, now),
        "late": late_sentence(consultation, now),
        "promise": promise_values(getattr(consultation, "promise", None), now),
        "printed": full_day(timezone.localdate(now)),
    }


def decided(kinds: dict, results: list[dict], consultation: Consultation, now: datetime) -> str:
    """What was decided, in one sentence; where nothing is yet, by when it will be."""
    if kinds:
        will, partly, wont = (kinds.get(kind, 0) for kind in Answer.Kind.values)
        return _(
            "The city has answered %(all)s: it will do %(will)s, part of %(partly)s, and %(wont)s it will not do."
        ) % {
            "all": ngettext("%(count)s proposal", "%(count)s proposals", will + partly + wont)
            % {"count": number_word(will + partly + wont)},
            "will": number_word(will) if will else _("none"),
            "partly": number_word(partly) if partly else _("none"),
            "wont": number_word(wont) if wont else _("none"),
        }
    if results:
        return results[-1]["sentence"]
    promise = getattr(consultation, "promise", None)
    if promise:
        return _("Nothing is decided yet. The city answers by %(date)s.") % {
            "date": due_day(promise.answer_by, now)
        }
    return _("Nothing is decided yet.")


def facts_of(consultation: Consultation, kinds: dict, polls: list[Poll]) -> list[dict]:
    facts = []
    if consultation.proposal_count:
        facts.append({"name": _("proposals"), "value": written(consultation.proposal_count)})
    if answered := sum(kinds.values()):
        facts.append({"name": _("answered"), "value": written(answered)})
    if turnout := sum(poll.head.turnout for poll in polls):
        facts.append({"name": _("ballots"), "value": written(turnout)})
    return facts


def poll_values(poll: Poll, facts: dict) -> dict:
    return {
        "id": f"poll-{poll.pk}",
        "question": poll.question,
        "url": poll.get_absolute_url(),
        **result_values(poll, facts),
    }


def commitment_values(commitment: Commitment, now: datetime) -> dict:
    return {
        "what": commitment.what,
        "details": ", ".join(
            part
            for part in (
                commitment.who,
                _("by %(date)s") % {"date": due_day(commitment.due, now)},
            )
            if part
        ),
        "state": commitment_state(commitment, now),
    }


def commitment_state(commitment: Commitment, now: datetime) -> dict:
    if commitment.done:
        return {
            "kind": "agreed",
            "text": _("Done on %(date)s") % {"date": due_day(commitment.done, now)},
        }
    if commitment.due < timezone.localdate(now):
        return {
            "kind": "late",
            "text": _("Overdue since %(date)s") % {"date": due_day(commitment.due, now)},
        }
    return {"kind": "due", "text": _("Due on %(date)s") % {"date": due_day(commitment.due, now)}}


def next_dates(consultation, phases, commitments: list[Commitment], now: datetime) -> list[dict]:
    """What happens next, day by day: the next phase, the promised answer, open commitments."""
    today = timezone.localdate(now)
    dates = []
    if ahead := next_phase(phases, now):
        dates.append(
            (timezone.localdate(ahead.opens), _("%(phase)s opens.") % {"phase": ahead.name})
        )
    promise = getattr(consultation, "promise", None)
    if promise and promise.answer_by >= today:
        dates.append((promise.answer_by, _("The city has answered by then, as it promised.")))
    dates += [(one.due, f"{one.what}.") for one in commitments if not one.done and one.due >= today]
    return [
        {"day": due_day(day, now), "iso": day.isoformat(), "text": text}
        for day, text in sorted(dates)[:8]
    ]


def more_url(consultation: Consultation, kinds: dict, answers: list[Answer]) -> str:
    if sum(kinds.values()) <= len(answers):
        return ""
    return f"{consultation.get_absolute_url()}?order=answered#proposals"
