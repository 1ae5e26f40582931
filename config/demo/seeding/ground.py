"""The ground of the city: themes, places, departments, house rules, people and their roles."""

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from config.demo.departments import DEPARTMENTS
from config.demo.house_rules import HOUSE_RULES
from config.demo.people import PEOPLE
from config.demo.places import PLACES, ROOT
from config.demo.seeding.city import City
from config.demo.themes import THEMES
from consultations.models import Appointment, Clause, Department, HouseRules, Place, Theme
from consultations.themes import THEMES as EIGHT
from people.demonstration import PASSWORD
from people.models import Person
from people.texts import from_catalogue

JOINED = -430


def lay_ground(city: City) -> None:
    seed_themes(city)
    seed_places(city)
    seed_house_rules(city)
    seed_people(city)
    seed_roles(city)


def seed_themes(city: City) -> None:
    """The eight themes; those that stand already (by their slug) are kept and filled in."""
    names = {slug: name for slug, name, _line in EIGHT}
    for order, theme in enumerate(THEMES, start=1):
        city.themes[theme.slug], _new = Theme.objects.update_or_create(
            slug=theme.slug,
            defaults={
                "name": theme.name,
                "line": theme.description,
                "translations": from_catalogue(name=names[theme.slug]),
                "group": Theme.Group.THREAT if theme.is_threat else Theme.Group.ANSWER,
                "order": order,
            },
        )


def seed_places(city: City) -> None:
    for place in PLACES:
        city.places[place.key] = Place.objects.create(
            slug=place.key,
            name=place.name,
            level=place.level,
            parent=city.places[place.parent] if place.parent else None,
        )
    made = Department.objects.bulk_create(
        Department(slug=each.key, name=each.name, place=city.places[each.place])
        for each in DEPARTMENTS
    )
    city.departments = {department.slug: department for department in made}


def seed_house_rules(city: City) -> None:
    for rules in HOUSE_RULES:
        version = HouseRules.objects.create(
            version=rules.version, intro=rules.intro, in_force_from=city.opening(rules.day)
        )
        clauses = Clause.objects.bulk_create(
            Clause(rules=version, number=clause.number, title=clause.title, text=clause.text)
            for clause in rules.clauses
        )
        city.clauses = {clause.number: clause for clause in clauses}


def seed_people(city: City) -> None:
    """Only those who can be signed in as have a password: one, hashed once."""
    password = make_password(PASSWORD)
    made = Person.objects.bulk_create(
        Person(
            email=person.email,
            display_name=person.name,
            kind=person.kind,
            password=password if person.signs_in else make_password(None),
        )
        for person in PEOPLE
    )
    city.people = {person.key: row for person, row in zip(PEOPLE, made, strict=True)}
    Person.objects.update(joined=city.at(JOINED, 9))
    EmailAddress.objects.bulk_create(
        EmailAddress(user=person, email=person.email, verified=True, primary=True)
        for person in made
    )


def seed_roles(city: City) -> None:
    """Roles reach down from the root of the tree, so that they hold everywhere."""
    Appointment.objects.bulk_create(
        Appointment(person=city.people[person.key], role=person.role, place=city.places[ROOT])
        for person in PEOPLE
        if person.role
    )
