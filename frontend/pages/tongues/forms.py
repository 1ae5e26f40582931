"""One form for all texts of some things in one language, each beside its first words."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from consultations.actions.translating import key_of
from intake.forms import LineField, ProseField
from people.texts import InLanguages, Line, first, in_language, texts_of

PROSE_LIMIT = 10_000
LABELS = {
    "title": _("Title"),
    "standfirst": _("One sentence about it"),
    "body": _("What people should know"),
    "who_may": _("Who may take part"),
    "feeds": _("What it feeds at the level above"),
    "who_decides": _("Who decides"),
    "what_happens": _("What happens with what people write"),
    "name": _("Name"),
    "line": _("One sentence about it"),
    "intro": _("The text"),
    "text": _("The text"),
}


class TextsForm(forms.Form):
    """Fields are named `phase-12.name`; a text that was never written has none."""

    def __init__(self, things: list[InLanguages], language: str, *args: Any, **options: Any):
        super().__init__(*args, **options)
        self.things = [thing for thing in things if thing.language != language]
        self.originals: dict[str, tuple[str, str]] = {}
        for thing in self.things:
            for name in texts_of(thing):
                if told := first(thing, name):
                    key = f"{key_of(thing)}.{name}"
                    self.originals[key] = (told, thing.language)
                    self.fields[key] = field_for(thing, name, in_language(thing, name, language))

    def rows(self) -> list[dict[str, Any]]:
        """Each field with the first words, and the language they are in."""
        return [
            {"field": self[key], "original": told, "language": language}
            for key, (told, language) in self.originals.items()
        ]

    def texts(self) -> dict[str, dict[str, str]]:
        """What was written, by thing."""
        found: dict[str, dict[str, str]] = {key_of(thing): {} for thing in self.things}
        for key, text in self.cleaned_data.items():
            thing, _dot, name = key.partition(".")
            found[thing][name] = text
        return found


def field_for(thing: InLanguages, name: str, standing: str) -> forms.Field:
    column = thing._meta.get_field(name)
    about = Truncator(first(thing, name)).chars(40)
    label = _("%(what)s: %(about)s") % {"what": LABELS[name], "about": about}
    options = {"label": label, "noun": LABELS[name], "required": False, "initial": standing}
    if isinstance(column, Line):
        return LineField(max_length=column.max_length, **options)
    return ProseField(max_length=PROSE_LIMIT, **options)
