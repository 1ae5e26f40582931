"""Texts of a consultation, and of the city, in further languages. None has to be there."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.models import Clause, Consultation, Department, HouseRules, Place, Theme
from consultations.queries import phases_of
from consultations.rules import may_organise, may_run_city
from intake.errors import BadInput
from intake.search import searchable
from people.auditing import audit
from people.languages import is_offered
from people.models import Person
from people.texts import InLanguages, in_all_languages, put
from people.verdicts import require

Texts = Mapping[str, str]


@transaction.atomic
def translate_consultation(
    *, person: Person, consultation: Consultation, language: str, texts: Mapping[str, Texts]
) -> Consultation:
    """What it says in another language; the first words, and what was promised, stay.

    `texts` names things by their keys: `consultation-7`, `phase-12`, `promise-3`.
    """
    found = Consultation.objects.select_for_update().get(pk=consultation.pk)
    require(may_organise(person, found))
    written(things_of(found), language, texts)
    found.search_text = searchable(*in_all_languages(found))
    found.save(update_fields=["search_text"])
    audit(person, "consultation.translated", found.topic, language=language)
    return found


@transaction.atomic
def translate_city(*, person: Person, language: str, texts: Mapping[str, Texts]) -> None:
    """Themes, places, departments and the house rules in force, in another language."""
    require(may_run_city(person))
    written(things_of_city(), language, texts)
    audit(person, "city.translated", "city.1", language=language)


def things_of(consultation: Consultation) -> list[InLanguages]:
    """Everything of a consultation that has texts: itself, its promise, its phases."""
    promise = getattr(consultation, "promise", None)
    return [consultation, *([promise] if promise else []), *phases_of(consultation)]


def things_of_city() -> list[InLanguages]:
    rules = HouseRules.objects.order_by("-version").first()
    clauses = Clause.objects.filter(rules=rules) if rules else []
    return [
        *Theme.objects.all(),
        *Place.objects.order_by("pk"),
        *Department.objects.order_by("pk"),
        *([rules] if rules else []),
        *clauses,
    ]


def written(things: list[InLanguages], language: str, texts: Mapping[str, Texts]) -> None:
    if not is_offered(language):
        raise BadInput(_("Choose one of these languages."), code="language", field="language")
    for thing in things:
        if language != thing.language and key_of(thing) in texts:
            put(thing, language, dict(texts[key_of(thing)]))


def key_of(thing: InLanguages) -> str:
    return f"{thing._meta.model_name}-{thing.pk}"
