"""Audit rows as the screen shows them: names and addresses found for a whole page at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from consultations.models import Consultation, Place, Role
from frontend.pages.audit.words import in_words, parts_in_words
from intake.numbers import whole
from people import formats
from people.models import AuditRow, Person
from proposals.models import Proposal
from voting.models import Poll

Found = dict[int, tuple[str, str]]


def rows_of(audited: Iterable[AuditRow]) -> list[dict[str, Any]]:
    """When, who, what and about what; five queries more, for one row as for fifty."""
    audited = list(audited)
    matters = find_matters(audited)
    named = find_people(audited)
    return [
        {
            "at": formats.full_moment(row.at),
            "who": row.person.display_name if row.person else _("The operator"),
            "what": in_words(row.act, told(row.facts, named)),
            "matter": matters.get(row.topic, (row.topic, "")),
        }
        for row in audited
    ]


def told(facts: dict[str, Any], named: dict[int, str]) -> dict[str, Any]:
    """Facts with names in place of numbers, and roles in words."""
    shown = dict(facts)
    if "person" in shown:
        shown["person"] = named.get(shown["person"], _("somebody who has left"))
    for part in ("task", "what"):
        if isinstance(shown.get(part), str):
            shown[part] = parts_in_words(shown[part])
    if shown.get("role") in Role.values:
        shown["role"] = Role(shown["role"]).label
    return shown


def find_people(audited: list[AuditRow]) -> dict[int, str]:
    numbers = {row.facts["person"] for row in audited if isinstance(row.facts.get("person"), int)}
    return dict(Person.objects.filter(pk__in=numbers).values_list("pk", "display_name"))


def find_matters(audited: list[AuditRow]) -> dict[str, tuple[str, str]]:
    """Topic → name and address."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for row in audited:
        kind, _dot, number = row.topic.partition(".")
        if (found := whole(number)) is not None:
            numbers[kind].add(found)
    matters = {}
    for kind, find in KINDS.items():
        for number, matter in find(numbers[kind]).items():
            matters[f"{kind}.{number}"] = matter
    return matters


def consultations(numbers: set[int]) -> Found:
    rows = Consultation.objects.filter(pk__in=numbers)
    return {
        row.pk: (row.title, row.get_absolute_url() if row.published else f"/desk/consultations/{row.pk}/")
        for row in rows
    }  # fmt: skip


def places(numbers: set[int]) -> Found:
    return {
        row.pk: (row.name, f"/places/{row.slug}/") for row in Place.objects.filter(pk__in=numbers)
    }


def proposals(numbers: set[int]) -> Found:
    rows = Proposal.objects.filter(pk__in=numbers)
    return {row.pk: (row.title, f"/proposals/{row.pk}/") for row in rows}


def polls(numbers: set[int]) -> Found:
    rows = Poll.objects.filter(pk__in=numbers)
    return {row.pk: (row.question, f"/polls/{row.pk}/") for row in rows}


def points(numbers: set[int]) -> Found:
    return {
        number: (_("Point %(number)s") % {"number": number}, f"/points/{number}/")
        for number in numbers
    }


KINDS: dict[str, Callable[[set[int]], Found]] = {
    "consultation": consultations,
    "place": places,
    "proposal": proposals,
    "poll": polls,
    "point": points,
    "city": lambda numbers: {1: (_("This city"), "/desk/city/")},
}
