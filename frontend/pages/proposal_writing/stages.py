"""The stages of writing a proposal: one question a page, every answer kept in one draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation, Theme
from consultations.queries import within
from frontend.pages.proposal_writing.forms import (
    PlaceForm,
    StageForm,
    TextForm,
    ThemesForm,
    TitleForm,
)
from proposals.models import Draft, ThemeEffect


@dataclass(frozen=True, slots=True)
class Stage:
    """One page: its form, what it asks, and where it leads."""

    name: str
    word: Any
    heading: Any
    form: type[StageForm]
    form_values: Callable[[Draft], dict[str, Any]]
    typed: Callable[[Mapping[str, str], Consultation], dict[str, Any]]
    back: str
    onward: str


def url_of(stage: str, consultation: Consultation) -> str:
    name = "proposal-new" if stage == "title" else f"proposal-new-{stage}"
    return reverse(name, args=[consultation.slug])


def typed_effects(posted: Mapping[str, str], consultation: Consultation) -> dict[str, Any]:
    """What was said about each theme there is."""
    said = {
        slug: posted.get(f"theme-{slug}") for slug in Theme.objects.values_list("slug", flat=True)
    }
    known = ThemeEffect.Effect.values
    return {"effects": {slug: effect for slug, effect in said.items() if effect in known}}


def typed_place(posted: Mapping[str, str], consultation: Consultation) -> dict[str, Any]:
    known = {str(place.pk): place for place in within(consultation.place)}
    return {"where": posted.get("where", ""), "place": known.get(posted.get("place", ""))}


STAGES = {
    stage.name: stage
    for stage in (
        Stage(
            name="title",
            word=_("A title"),
            heading=_("What do you propose?"),
            form=TitleForm,
            form_values=lambda draft: {"title": draft.title},
            typed=lambda posted, consultation: {"title": posted.get("title", "")},
            back="",
            onward="similar",
        ),
        Stage(
            name="text",
            word=_("What and why"),
            heading=_("What should change, and why?"),
            form=TextForm,
            form_values=lambda draft: {"body": draft.body},
            typed=lambda posted, consultation: {"body": posted.get("body", "")},
            back="title",
            onward="place",
        ),
        Stage(
            name="place",
            word=_("Where"),
            heading=_("Where would it be?"),
            form=PlaceForm,
            form_values=lambda draft: {"place": draft.place_id or "", "where": draft.where},
            typed=typed_place,
            back="text",
            onward="themes",
        ),
        Stage(
            name="themes",
            word=_("What it touches"),
            heading=_("What does it help, what does it cost?"),
            form=ThemesForm,
            form_values=lambda draft: {
                f"theme-{slug}": effect for slug, effect in draft.effects.items()
            },
            typed=typed_effects,
            back="place",
            onward="check",
        ),
    )
}

STEPS = (
    ("title", STAGES["title"].word),
    ("similar", _("Similar ones")),
    ("text", STAGES["text"].word),
    ("place", STAGES["place"].word),
    ("themes", STAGES["themes"].word),
    ("check", _("Check and send")),
)


def steps_at(current: str) -> dict[str, Any]:
    """The list of steps beside each page, and the line above its heading."""
    names = [name for name, _word in STEPS]
    here = names.index(current)
    steps = [
        {"text": word, "state": "done" if at < here else "now" if at == here else ""}
        for at, (_name, word) in enumerate(STEPS)
    ]
    return {"steps": steps, "step": here + 1, "of": len(names)}
