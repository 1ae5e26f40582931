"""What narrows a search, as it stands in the address: theme, level, phase, answered or not."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Level, Phase, Theme
from intake.errors import BadInput

ANSWERED = {"yes": gettext_lazy("Answered by the city"), "no": gettext_lazy("Not answered yet")}


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty words narrow nothing."""

    theme: str = ""
    level: str = ""
    phase: str = ""
    answered: str = ""

    def __bool__(self) -> bool:
        return any(asdict(self).values())

    def chosen(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if value}


def filters_in(asked, themes: list[Theme]) -> Filters:
    """What the address asks for; what nobody could have chosen raises `BadInput`."""
    known = {name: {value for value, _text in options} for name, options in choices(themes).items()}
    given = {name: asked.get(name, "") for name in known}
    for name, value in given.items():
        if value and value not in known[name]:
            raise BadInput(_("Search cannot be narrowed like this."), code="invalid", field=name)
    return Filters(**given)


def choices(themes: list[Theme]) -> dict[str, list[tuple[str, Any]]]:
    return {
        "theme": [(theme.slug, theme.name) for theme in themes],
        "level": list(Level.choices),
        "phase": list(Phase.Kind.choices),
        "answered": list(ANSWERED.items()),
    }


LABELS = {
    "theme": gettext_lazy("Theme"),
    "level": gettext_lazy("Level"),
    "phase": gettext_lazy("What is open now"),
    "answered": gettext_lazy("The city’s answer"),
}


def narrowed(rows: QuerySet[Any], kind: str, filters: Filters, now: datetime) -> QuerySet[Any]:
    """Rows of a kind that the filters let through. Consultations are not answered, so none is."""
    consultation, proposal = PATHS[kind]
    if filters.theme:
        through = "themes" if proposal is None else f"{proposal}effects__theme"
        rows = rows.filter(**{f"{through}__slug": filters.theme})
    if filters.level:
        rows = rows.filter(**{f"{consultation}place__level": filters.level})
    if filters.phase:
        key = f"{consultation.removesuffix('__')}_id" if consultation else "pk"
        phases = Phase.objects.filter(kind=filters.phase, opens__lte=now, closes__gt=now)
        rows = rows.filter(Exists(phases.filter(consultation=OuterRef(key))))
    if filters.answered:
        if proposal is None:
            return rows.none()
        rows = rows.filter(**{f"{proposal}answer__isnull": filters.answered == "no"})
    return rows


PATHS: dict[str, tuple[str, str | None]] = {
    "consultation": ("", None),
    "proposal": ("consultation__", ""),
    "point": ("proposal__consultation__", "proposal__"),
}
"""From a kind of row to its consultation, and to its proposal."""
