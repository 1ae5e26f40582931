"""A city begins with everything its first consultation needs, and with nothing made up."""

import pytest

from consultations.actions import change_city, start_city
from consultations.models import Clause, Department, Place, Role, Theme
from consultations.place_lists import read_places
from consultations.roles import read_roles
from intake.errors import BadInput
from people.city import city_name, the_city
from people.models import AuditRow, City, Crest, Demonstration, Person
from people.verdicts import Refused, Stale
from tests.factories import a_person, a_place, a_second_factor, appoint
from tests.intake.test_crests import a_picture

pytestmark = pytest.mark.django_db

PLACES = "Estmark: nation\n  Lindhaven: city\n    Old Town"


def start(**changed) -> Person:
    facts = {
        "name": "Lindhaven on Marrow",
        "organiser_name": "Olga",
        "organiser_email": "Olga@example.org",
        "languages": ["en"],
        "places": read_places(PLACES).lines,
        "departments": ["Parks", "Streets", "Parks"],
        "colour": "#7a1f5c",
        "crest": a_picture(),
    }
    return start_city(**facts | changed)


def test_a_city_begins_with_themes_rules_places_and_an_organiser():
    olga = start()
    a_second_factor(olga)
    assert (olga.email, olga.has_usable_password()) == ("olga@example.org", False)
    assert Theme.objects.count() == 8
    assert Clause.objects.count() == 8
    assert list(Place.objects.order_by("pk").values_list("slug", "level")) == [
        ("estmark", "nation"),
        ("lindhaven", "city"),
        ("old-town", "district"),
    ]
    assert [(d.name, d.place.name) for d in Department.objects.order_by("name")] == [
        ("Parks", "Lindhaven"),
        ("Streets", "Lindhaven"),
    ]
    assert read_roles(olga.pk).holds_at(Role.ORGANISER, Place.objects.get(slug="old-town").pk)
    assert (city_name(), the_city().colour) == ("Lindhaven on Marrow", "#7a1f5c")
    assert not Demonstration.objects.exists()
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"organiser_email": "olga"}, "email"),
        ({"colour": "#eeeeee"}, "colour"),
        ({"crest": b"<svg/>"}, "crest"),
        ({"languages": ["tlh"]}, "languages"),
        ({"languages": []}, "languages"),
    ],
)
def test_what_cannot_be_taken_leaves_nothing_behind(changed, field):
    with pytest.raises(BadInput) as refusal:
        start(**changed)
    assert refusal.value.field == field
    assert not (City.objects.exists() or Place.objects.exists() or Person.objects.exists())


def test_a_city_begins_once_and_never_over_people():
    start()
    with pytest.raises(Stale):
        start(organiser_email="other@example.org")
    assert City.objects.get().name == "Lindhaven on Marrow"


def test_a_database_with_people_is_left_alone():
    a_person("Amara")
    with pytest.raises(Stale):
        start()


def test_an_organiser_changes_the_face_and_every_change_is_written_down():
    olga = start()
    a_second_factor(olga)
    old = the_city().crest
    change_city(person=olga, name="Linden", languages=["en"], crest=a_picture(size=(40, 80)))
    assert (city_name(), the_city().colour) == ("Linden", "")
    assert list(Crest.objects.values_list("digest", flat=True)) == [the_city().crest] != [old]
    change_city(person=olga, name="Linden", languages=["en"], crest=None)
    assert the_city().crest
    change_city(person=olga, name="Linden", languages=["en"], crest=b"")
    assert the_city().crest == ""
    assert not Crest.objects.exists()
    whats = AuditRow.objects.filter(act="city.changed").order_by("pk")
    assert [row.facts["what"] for row in whats] == ["name, colour, crest", "languages", "crest"]


def test_an_organiser_of_a_district_does_not_change_the_city():
    city = a_place("Lindhaven")
    district = a_place("Eastside", "district", parent=city)
    bo = a_person("Bo")
    appoint(bo, Role.ORGANISER, place=district)
    with pytest.raises(Refused):
        change_city(person=bo, name="Eastside", languages=["en"])
