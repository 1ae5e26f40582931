"""Texts of the city in several languages, none of which has to be there.

A model with `InLanguages` keeps its texts as they were first written, in `language`, and what they
say in others in `translations`: `{"de": {"title": "…"}}`. Reading `consultation.title` gives the
text in the language spoken just now, or else in one that exists; `.language` says which:

    consultation.title            # Words("Grünere Straßen"), .language == "de"
    first(consultation, "title")  # as it was first written

The database only ever gets the first text, whatever `Words` are saved, compared or copied.
"""

from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from people.languages import in_order, now_spoken, offered


class Words(str):
    """A text that knows its language, and what it was first."""

    language: str
    first: str

    def __new__(cls, text: str, language: str, first: str) -> "Words":
        words = super().__new__(cls, text)
        words.language, words.first = language, first
        return words

    def __reduce__(self) -> tuple:
        return Words, (str(self), self.language, self.first)


class Spoken(DeferredAttribute):
    """Gives the text in the language spoken now, keeps the one first written."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        text = super().__get__(instance, cls)
        if instance is None or not isinstance(text, str):
            return text
        return _best(instance, self.field.attname, text)

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = unspoken(value)


class _Several:
    """What makes a text field one in several languages; its column is an ordinary one."""

    descriptor_class: type[DeferredAttribute] = Spoken

    def deconstruct(self) -> tuple:
        name, _path, args, options = super().deconstruct()  # type: ignore[misc]
        plain = next(base for base in type(self).__mro__ if base.__module__.startswith("django."))
        return name, f"django.db.models.{plain.__name__}", args, options

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(unspoken(value))  # type: ignore[misc]


class Line(_Several, models.CharField):  # type: ignore[type-arg]
    """One line in several languages."""


class Prose(_Several, models.TextField):  # type: ignore[type-arg]
    """A text in several languages."""


class InLanguages(models.Model):
    """A thing of the city whose texts may stand in several languages."""

    language = models.CharField(
        max_length=12, default=now_spoken, help_text=_("In which its texts were first written")
    )
    translations = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


def unspoken(value: Any) -> Any:
    return value.first if isinstance(value, Words) else value


def texts_of(model: type[models.Model] | models.Model) -> list[str]:
    """The names of the texts that may stand in several languages."""
    return [field.name for field in model._meta.fields if isinstance(field, _Several)]


def first(thing: Any, name: str) -> str:
    """A text as it was first written, whatever is spoken now."""
    return unspoken(getattr(thing, name))


def in_language(thing: Any, name: str, language: str) -> str:
    """A text in exactly this language; empty where there is none."""
    if language == thing.language:
        return first(thing, name)
    return thing.translations.get(language, {}).get(name, "")


def in_all_languages(thing: Any) -> list[str]:
    """Every text in every language: for search."""
    told = [text for texts in thing.translations.values() for text in texts.values()]
    return [*(first(thing, name) for name in texts_of(thing)), *told]


def languages_of(thing: Any) -> list[str]:
    """In which languages there is anything to read."""
    return [
        thing.language,
        *(code for code, texts in thing.translations.items() if any(texts.values())),
    ]


def _best(thing: Any, name: str, text: str) -> Words:
    known = thing.__dict__
    own, others = known.get("language") or now_spoken(), known.get("translations")
    spoken = now_spoken()
    if spoken == own or not others:
        return Words(text, own, text) if text or not others else _some(others, name, own, text)
    told = others.get(spoken, {}).get(name)
    if told:
        return Words(told, spoken, text)
    return Words(text, own, text) if text else _some(others, name, own, text)


def _some(others: dict, name: str, own: str, text: str) -> Words:
    """The first language that has it, in the city's order."""
    for code in in_order(own):
        if told := others.get(code, {}).get(name):
            return Words(told, code, text)
    return Words(text, own, text)


def put(thing: Any, language: str, texts: dict[str, str]) -> None:
    """Keep these texts in this language and no others; empty ones are not there. Saves the thing."""
    kept = {name: text for name, text in texts.items() if text}
    others = {code: told for code, told in thing.translations.items() if code != language}
    thing.translations = others | ({language: kept} if kept else {})
    thing.save(update_fields=["translations"])


def from_catalogue(**texts: Any) -> dict[str, dict[str, str]]:
    """What our own catalogues have for sentences that every city begins with, as `translations`."""
    spoken = now_spoken()
    found: dict[str, dict[str, str]] = {}
    own = {name: str(text) for name, text in texts.items()}
    for code in offered():
        with override(code):
            told = {name: str(text) for name, text in texts.items()}
        if code != spoken and told != own:
            found[code] = told
    return found
