"""The one primary act of a consultation's present phase, and what to do where there is none."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.models import Consultation, Phase
from consultations.phases import (
    Act,
    closing_of,
    next_phase,
    open_for,
    present_phase,
    state_of,
)
from consultations.wording import deadline, weekday


@dataclass(frozen=True, slots=True)
class PrimaryAct:
    """What a reader can do now: a heading, a sentence, a button and until when."""

    title: str
    line: str
    text: str
    url: str
    until: str = ""


def primary_act(
    consultation: Consultation, phases: list[Phase], now: datetime, polls: list | None = None
) -> PrimaryAct:
    """The act of the present phase; voting before writing, writing before supporting."""
    for act, offer in (
        (Act.VOTE, vote),
        (Act.PROPOSE, propose),
        (Act.SUPPORT, give_support),
        (Act.DISCUSS, discuss),
    ):
        if open_for(phases, act, now):
            closes = closing_of(phases, act, now)
            return offer(consultation, until(closes, now), polls or [])
    return wait(consultation, phases, now)


def vote(consultation: Consultation, until: str, polls: list) -> PrimaryAct:
    here = f"{consultation.get_absolute_url()}#polls"
    return PrimaryAct(
        title=_("Vote"),
        line=_("You can change your ballot until voting closes."),
        text=_("Go to the vote"),
        url=polls[0].get_absolute_url() if len(polls) == 1 else here,
        until=until,
    )


def propose(consultation: Consultation, until: str, _polls: list) -> PrimaryAct:
    return PrimaryAct(
        title=_("Write a proposal"),
        line=_(
            "It takes about ten minutes. You may stop and come back; nothing is public until you send it."
        ),
        text=_("Write a proposal"),
        url=reverse("proposal-new", args=[consultation.slug]),
        until=until,
    )


def give_support(consultation: Consultation, until: str, _polls: list) -> PrimaryAct:
    return PrimaryAct(
        title=_("Support what you want to see"),
        line=_("Open a proposal, read it, and say whether the city should take it up."),
        text=_("Read and support"),
        url=f"{consultation.get_absolute_url()}?order=newest#proposals",
        until=until,
    )


def discuss(consultation: Consultation, until: str, _polls: list) -> PrimaryAct:
    return PrimaryAct(
        title=_("Say what speaks for or against"),
        line=_("Open a proposal and write a point, or agree with one that is there."),
        text=_("Read and discuss"),
        url=f"{consultation.get_absolute_url()}?order=newest#proposals",
        until=until,
    )


def wait(consultation: Consultation, phases: list[Phase], now: datetime) -> PrimaryAct:
    """Nothing to do now: say what comes, or where to read what came of it."""
    state = state_of(phases, now)
    ahead = next_phase(phases, now)
    follow = reverse("consultation-following", args=[consultation.slug])
    if ahead and state != "open":
        return PrimaryAct(
            title=_("Nothing to do just now"),
            line=_("Next: %(phase)s, from %(date)s.")
            % {"phase": ahead.name, "date": weekday(ahead.opens, now)},
            text=_("Tell me when"),
            url=follow,
        )
    present = present_phase(phases, now)
    if present and present.kind == Phase.Kind.ANSWER:
        return PrimaryAct(
            title=_("The city is answering"),
            line=_("Answers stand under each proposal as they are published."),
            text=_("Read the answers"),
            url=f"{consultation.get_absolute_url()}?order=answered#proposals",
            until=until(present.closes, now),
        )
    return PrimaryAct(
        title=_("What became of it"),
        line=_("What was decided, what the city promised to do, and by when."),
        text=_("Read the outcome"),
        url=reverse("outcome", args=[consultation.slug]),
    )


def until(closes: datetime | None, now: datetime) -> str:
    if closes is None:
        return ""
    return _("Until %(date)s") % {"date": deadline(closes, now, weekday=True)}
