"""How the notices of this app read, and what they are about."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Consultation, Place, Role, Theme
from consultations.phases import last_day
from consultations.wording import place_in_words
from people.matters import Matter, Quote, matter_kind, quote_by_topic
from people.notices import phrase


def register_phrases() -> None:
    phrase(
        "role.given",
        gettext_lazy("You now hold a role for %(where)s: %(role)s."),
        in_words=with_role,
    )
    phrase(
        "role.taken",
        gettext_lazy("You no longer hold this role for %(where)s: %(role)s."),
        in_words=with_role,
    )
    phrase(
        "phase.extended",
        gettext_lazy("The phase “%(phase)s” of “%(title)s” now lasts until %(date)s."),
        short=gettext_lazy("The phase “%(phase)s” now lasts until %(date)s."),
        in_words=with_date,
    )
    phrase(
        "phase.opened",
        gettext_lazy("The phase “%(phase)s” of “%(title)s” has begun. It lasts until %(date)s."),
        short=gettext_lazy("The phase “%(phase)s” has begun. It lasts until %(date)s."),
        in_words=with_date,
    )
    phrase(
        "phase.closed",
        gettext_lazy("The phase “%(phase)s” of “%(title)s” is over."),
        short=gettext_lazy("The phase “%(phase)s” is over."),
    )
    phrase(
        "consultation.published",
        gettext_lazy("“%(title)s” is a new consultation."),
        short=gettext_lazy("This is a new consultation."),
    )
    quote_by_topic("consultation.published", standfirsts)
    matter_kind("consultation", consultations)
    matter_kind("theme", themes)
    matter_kind("place", places)


def with_role(facts: dict[str, Any]) -> dict[str, Any]:
    role = facts.get("role", "")
    return facts | ({"role": Role(role).label} if role in Role.values else {})


def with_date(facts: dict[str, Any]) -> dict[str, Any]:
    if "closes" not in facts:
        return facts
    return facts | {"date": last_day(datetime.fromisoformat(facts["closes"]), timezone.now())}


def consultations(keys: Sequence[int]) -> dict[int, Matter]:
    return {
        one.pk: Matter(one.title, one.get_absolute_url(), _("Consultation"))
        for one in Consultation.objects.published().filter(pk__in=keys)
    }


def standfirsts(keys: Sequence[int]) -> dict[int, Quote]:
    found = Consultation.objects.published().filter(pk__in=keys)
    return {one.pk: Quote(text=one.standfirst) for one in found}


def themes(keys: Sequence[int]) -> dict[int, Matter]:
    return {
        one.pk: Matter(one.name, one.get_absolute_url(), _("Theme"))
        for one in Theme.objects.filter(pk__in=keys)
    }


def places(keys: Sequence[int]) -> dict[int, Matter]:
    return {
        one.pk: Matter(place_in_words(one), one.get_absolute_url(), _("Place"))
        for one in Place.objects.filter(pk__in=keys)
    }
