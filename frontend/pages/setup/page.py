"""The pages of setting up in ready values."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.contradictions import Task, Trouble, troubles_of
from consultations.models import Consultation
from consultations.phases import last_day, steps
from consultations.queries import phases_of
from consultations.wording import due_day, place_in_words, state_sentence
from frontend.pages.consultation.page import which_are_answered
from frontend.timeline import timeline

NAMES = {
    Task.QUESTION: gettext_lazy("The question"),
    Task.FIELD: gettext_lazy("Theme and level"),
    Task.PARTICIPANTS: gettext_lazy("Who may take part"),
    Task.PHASES: gettext_lazy("Phases and dates"),
    Task.PROMISE: gettext_lazy("Who decides, and the promise"),
    Task.DEPARTMENTS: gettext_lazy("Departments that answer"),
}


def draft_rows(mine: list[Consultation], now: datetime) -> dict:
    """What is being prepared, with what is left to do; and what is public."""
    return {
        "drafts": [
            {
                "title": one.title,
                "url": reverse("setup-tasks", args=[one.pk]),
                "above": place_in_words(one.place),
                "notes": [left(troubles_of(one, now))],
            }
            for one in mine
            if not one.published
        ],
        "published": [
            {
                "title": one.title,
                "url": reverse("setup-tasks", args=[one.pk]),
                "above": place_in_words(one.place),
                "notes": [state_sentence(one, phases_of(one), now)],
            }
            for one in mine
            if one.published
        ],
    }


def left(troubles: list[Trouble]) -> str:
    tasks = {one.task for one in troubles}
    if not tasks:
        return _("Ready to be published")
    return _("%(done)s of %(all)s tasks done") % {
        "done": len(Task) - len(tasks),
        "all": len(Task),
    }


def task_rows(consultation: Consultation, troubles: list[Trouble]) -> list[dict]:
    """Each task with its state in words; a contradiction is said where it can be mended."""
    rows = []
    for task in Task:
        mine = [one for one in troubles if one.task == task]
        wrong = [one for one in mine if not one.missing]
        rows.append(
            {
                "text": NAMES[task],
                "url": reverse("setup-task", args=[consultation.pk, task.value]),
                "hint": wrong[0].sentence if wrong else "",
                "state": "wrong" if wrong else "todo" if mine else "done",
                "state_text": _("Contradiction") if wrong else _("To do") if mine else _("Done"),
            }
        )
    return rows


def strip(consultation: Consultation, now: datetime) -> dict | None:
    """The phases on one line, as readers will see them."""
    phases = phases_of(consultation)
    if not phases:
        return None
    return timeline(phases, now)


def phase_rows(consultation: Consultation, now: datetime) -> list[dict]:
    """Phases of a published consultation; those not over may be extended."""
    return [
        {
            "name": phase.name,
            "until": last_day(phase.closes, now),
            "url": reverse("setup-extend", args=[consultation.pk, phase.pk])
            if phase.closes > now
            else "",
        }
        for phase in phases_of(consultation)
    ]


def publication_values(consultation: Consultation, now: datetime) -> dict:
    """Every answer with its way back, before it is public."""
    promise = consultation.promise
    values = [
        (_("The question"), f"{consultation.title} {consultation.standfirst}", Task.QUESTION),
        (_("Place"), place_in_words(consultation.place), Task.FIELD),
        (_("Themes"), ", ".join(theme.name for theme in consultation.themes.all()), Task.FIELD),
        (_("Who may take part"), consultation.who_may, Task.PARTICIPANTS),
        *((step.name, step.when, Task.PHASES) for step in steps(phases_of(consultation), now)),
        (_("Who decides"), promise.who_decides, Task.PROMISE),
        (_("The city answers by"), due_day(promise.answer_by, now), Task.PROMISE),
        (_("Which proposals"), which_are_answered(promise), Task.PROMISE),
        (
            _("Departments"),
            ", ".join(one.name for one in consultation.departments.all()),
            Task.DEPARTMENTS,
        ),
    ]
    return {
        "nav": "setup",
        "consultation": consultation,
        "answers": [
            {
                "name": name,
                "value": value,
                "url": reverse("setup-task", args=[consultation.pk, task.value]),
            }
            for name, value, task in values
        ],
    }
