"""What is missing from a consultation being set up, and what contradicts itself, in words.

Pure functions of what was entered: the task list shows the sentences, publishing refuses on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import Consultation, Phase, Promise
from consultations.phases import day, last_day


class Task(StrEnum):
    """The tasks of setting up a consultation, in the order of the list."""

    QUESTION = "question"
    FIELD = "field"
    PARTICIPANTS = "participants"
    PHASES = "phases"
    PROMISE = "promise"
    DEPARTMENTS = "departments"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a task is not done: something is `missing`, or it contradicts something."""

    task: Task
    sentence: str
    missing: bool = False


def troubles_of(consultation: Consultation, now: datetime) -> list[Trouble]:
    """Everything that stands between a draft and its publication; empty when it may be published.

    Three small queries, none where phases, themes and departments were fetched with it.
    """
    phases = list(consultation.phases.all())
    promise = getattr(consultation, "promise", None)
    return [
        *missing_words(consultation),
        *troubles_of_phases(phases, now),
        *troubles_of_promise(promise, phases, now),
        *missing_departments(consultation),
    ]


def missing_words(consultation: Consultation) -> list[Trouble]:
    found = []
    if not consultation.title or not consultation.standfirst:
        found.append(
            Trouble(Task.QUESTION, _("Write the question and one sentence about it."), True)
        )
    if not consultation.themes.all():
        found.append(Trouble(Task.FIELD, _("Choose at least one theme."), True))
    if not consultation.who_may:
        found.append(Trouble(Task.PARTICIPANTS, _("Say who may take part."), True))
    return found


def missing_departments(consultation: Consultation) -> list[Trouble]:
    if consultation.departments.all():
        return []
    return [Trouble(Task.DEPARTMENTS, _("Name at least one department that answers."), True)]


def troubles_of_phases(phases: Sequence[Phase], now: datetime) -> list[Trouble]:
    """Dates that cannot be: ends before beginnings, a vote before its proposals, all in the past."""
    if not phases:
        return [Trouble(Task.PHASES, _("Enter at least one phase with its dates."), True)]
    sentences = [
        _("%(phase)s would end before it begins.") % {"phase": phase.name}
        for phase in phases
        if phase.closes <= phase.opens
    ]
    if not any(phase.takes_something() for phase in phases):
        sentences.append(_("In none of the phases could anybody do anything. Tick what is open."))
    first_proposals = min((p.opens for p in phases if p.takes_proposals), default=None)
    for phase in phases:
        if phase.takes_votes and first_proposals and phase.opens < first_proposals:
            sentences.append(
                _("%(phase)s would open on %(date)s, before proposals do.")
                % {"phase": phase.name, "date": day(phase.opens, now)}
            )
        if phase.closes <= now and phase.takes_something():
            sentences.append(
                _("%(phase)s would be over before the consultation is published.")
                % {"phase": phase.name}
            )
    return [Trouble(Task.PHASES, sentence) for sentence in sentences]


def troubles_of_promise(
    promise: Promise | None, phases: Sequence[Phase], now: datetime
) -> list[Trouble]:
    """A promise that is missing, past, or due before people have finished speaking."""
    if promise is None:
        return [Trouble(Task.PROMISE, _("Say who decides, what happens, and by when."), True)]
    sentences = []
    if promise.answer_by < timezone.localdate(now):
        sentences.append(_("The answer is promised for a day that is past."))
    if too_early(promise.answer_by, phases):
        ends = max(phase.closes for phase in phases if phase.takes_something())
        sentences.append(
            _("The answer is promised before the last phase ends, on %(date)s.")
            % {"date": last_day(ends, now)}
        )
    return [Trouble(Task.PROMISE, sentence) for sentence in sentences]


def too_early(answer_by: date, phases: Sequence[Phase]) -> bool:
    """Whether people could still write, support or vote on the day after the promised one."""
    ends = [phase.closes for phase in phases if phase.takes_something()]
    return bool(ends) and answer_by < timezone.localdate(max(ends) - timedelta(seconds=1))
