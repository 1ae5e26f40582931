"""A real city begins, and changes how it shows itself."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from consultations.actions.appointing import appoint
from consultations.first_rules import CLAUSES, INTRO
from consultations.models import Clause, Consultation, Department, HouseRules, Level, Place, Role
from consultations.models import Theme as ThemeRow
from consultations.place_lists import Line, slugs_for
from consultations.rules import may_run_city
from consultations.themes import THEMES, THREATS
from intake.colours import clean_colour
from intake.crests import clean_crest
from intake.errors import BadInput
from intake.text import clean_line
from people import city as cities
from people.actions import invite
from people.auditing import audit
from people.models import City, Crest, Person
from people.texts import from_catalogue
from people.verdicts import Stale, require

CITY_LIMIT, DEPARTMENT_LIMIT = 60, 80


@transaction.atomic
def start_city(
    *,
    name: str,
    organiser_name: str,
    organiser_email: str,
    languages: Iterable[str],
    places: Iterable[Line],
    departments: Iterable[str] = (),
    colour: str = "",
    crest: bytes = b"",
) -> Person:
    """Everything a city needs before its first consultation, in a database that holds nothing yet.

    Returns the first organiser, who has no password yet: `people.first_passwords` gives her a way.
    """
    if Person.objects.exists() or Consultation.objects.exists() or City.objects.exists():
        raise Stale(
            _("This database holds a city already. Change it under “This city”."), "started"
        )
    languages = clean_languages(languages)
    city = City(pk=1, name=clean_line(name, limit=CITY_LIMIT, field="name"), languages=languages)
    if colour:
        city.colour = clean_colour(colour)
    if crest:
        city.crest = keep_crest(crest)
    city.save(force_insert=True)
    rows = plant_places(places)
    found_departments(departments, next((p for p in rows if p.level == Level.CITY), rows[0]))
    with translation.override(languages[0]):
        lay_themes()
        lay_house_rules()
    organiser = invite(email=organiser_email, display_name=organiser_name, language=languages[0])
    appoint(by=None, person=organiser, role=Role.ORGANISER, scope=rows[0])
    audit(None, "city.started", "city.1", name=city.name)
    known_anew()
    return organiser


@transaction.atomic
def change_city(
    *,
    person: Person,
    name: str,
    languages: Iterable[str],
    colour: str = "",
    crest: bytes | None = None,
) -> City:
    """Another name, colour, crest or other languages. `crest`: None keeps it, empty takes it away."""
    require(may_run_city(person))
    city = City.objects.select_for_update().filter(pk=1).first() or City(pk=1)
    before = {"name": city.name, "colour": city.colour, "crest": city.crest}
    city.name = clean_line(name, limit=CITY_LIMIT, field="name")
    city.languages = clean_languages(languages)
    city.colour = clean_colour(colour) if colour.strip() else ""
    if crest is not None:
        city.crest = keep_crest(crest) if crest else ""
    city.save()
    Crest.objects.exclude(digest=city.crest).delete()
    changed = [what for what, was in before.items() if getattr(city, what) != was]
    audit(person, "city.changed", "city.1", what=", ".join(changed) or "languages")
    known_anew()
    return city


def known_anew() -> None:
    """This process asks again at once, and once more when all of it stands."""
    cities.ask_again()
    transaction.on_commit(cities.ask_again, robust=True)


def keep_crest(content: bytes) -> str:
    png = clean_crest(content)
    digest = hashlib.sha256(png).hexdigest()[:16]
    Crest.objects.get_or_create(digest=digest, defaults={"png": png})
    return digest


def clean_languages(codes: Iterable[str]) -> list[str]:
    """Known codes, each once, in the order given; the first is the city's own."""
    offered = dict(settings.LANGUAGES)
    wanted = list(dict.fromkeys(code.strip().lower() for code in codes if code.strip()))
    for code in wanted:
        if code not in offered:
            raise BadInput(
                _("“%(code)s” is no language of this platform. There are: %(codes)s.")
                % {"code": code, "codes": ", ".join(offered)},
                code="language",
                field="languages",
            )
    if not wanted:
        raise BadInput(_("Choose at least one language."), code="required", field="languages")
    return wanted


def plant_places(lines: Iterable[Line]) -> list[Place]:
    """Rows for a checked list, which comes from the top down."""
    lines = list(lines)
    by_name: dict[str, Place] = {}
    for line, slug in zip(lines, slugs_for(line.name for line in lines), strict=True):
        by_name[line.name] = Place.objects.create(
            name=line.name, slug=slug, level=line.level, parent=by_name.get(line.parent)
        )
    return list(by_name.values())


def found_departments(names: Iterable[str], place: Place) -> None:
    cleaned = [clean_line(each, limit=DEPARTMENT_LIMIT, field="departments") for each in names]
    wanted = list(dict.fromkeys(cleaned))
    Department.objects.bulk_create(
        Department(slug=slug[:60], name=name, place=place)
        for name, slug in zip(wanted, slugs_for(each[:50] for each in wanted), strict=True)
    )


def lay_themes() -> None:
    for order, (slug, name, line) in enumerate(THEMES, start=1):
        group = ThemeRow.Group.THREAT if slug in THREATS else ThemeRow.Group.ANSWER
        facts: dict[str, Any] = {"name": str(name), "line": str(line)}
        facts["translations"] = from_catalogue(name=name, line=line)
        ThemeRow.objects.create(slug=slug, group=group, order=order, **facts)


def lay_house_rules() -> None:
    rules = HouseRules.objects.create(
        version=1,
        intro=str(INTRO),
        translations=from_catalogue(intro=INTRO),
        in_force_from=timezone.now(),
    )
    Clause.objects.bulk_create(
        Clause(
            rules=rules,
            number=number,
            title=str(title),
            text=str(text),
            translations=from_catalogue(title=title, text=text),
        )
        for number, (title, text) in enumerate(CLAUSES, start=1)
    )
