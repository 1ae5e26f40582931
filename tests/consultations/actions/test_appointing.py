"""Roles are given where one organises, taken with a trace, and somebody always remains."""

import pytest

from consultations.actions.appointing import appoint, dismiss
from consultations.models import Appointment, Level, Role
from consultations.roles import roles_of
from live.models import Revocation
from people.models import AuditRow
from people.notices import sentence_of
from people.queries import notices_of
from people.verdicts import Refused
from tests.factories import a_consultation, a_person, a_place, a_second_factor
from tests.factories import appoint as appointed

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return a_place("Lindhaven")


@pytest.fixture
def olga(city):
    """The organiser of the city."""
    person = a_person("Olga")
    appointed(person, Role.ORGANISER, place=city)
    return person


def test_olga_makes_bo_a_moderator_of_her_city_and_he_is_told(olga, city):
    bo = a_person("Bo")
    a_second_factor(bo)
    assert not roles_of(bo)
    appoint(by=olga, person=bo, role=Role.MODERATOR, scope=city)
    assert roles_of(bo).holds(Role.MODERATOR, a_consultation(place=city))
    assert [sentence_of(notice) for notice in notices_of(bo)] == [
        "You now hold a role for Lindhaven: Moderator."
    ]
    row = AuditRow.objects.get()
    assert (row.person, row.act, row.topic) == (olga, "role.given", f"place.{city.pk}")
    assert row.facts == {"role": "moderator", "person": bo.pk}


def test_giving_the_same_role_twice_is_giving_it_once(olga, city):
    bo = a_person("Bo")
    for _ in range(2):
        appoint(by=olga, person=bo, role=Role.MODERATOR, scope=city)
    assert Appointment.objects.filter(person=bo).count() == 1
    assert AuditRow.objects.count() == 1


def test_olga_may_appoint_below_her_city_and_in_its_consultations_only(olga, city):
    bo = a_person("Bo")
    district = a_place("Harbour", Level.DISTRICT, parent=city)
    appoint(by=olga, person=bo, role=Role.MODERATOR, scope=district)
    appoint(by=olga, person=bo, role=Role.EVALUATOR, scope=a_consultation(place=district))
    for elsewhere in (a_place("Oxmere"), a_consultation(place=a_place("Oxmere"))):
        with pytest.raises(Refused):
            appoint(by=olga, person=bo, role=Role.MODERATOR, scope=elsewhere)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ORGANISER])
def test_no_other_role_gives_roles(role, city):
    bo = a_person("Bo")
    appointed(bo, role, place=city)
    with pytest.raises(Refused):
        appoint(by=bo, person=bo, role=Role.ORGANISER, scope=city)


def test_taking_a_role_closes_the_sockets_and_tells_the_person(olga, city):
    bo = a_person("Bo")
    appointment = appointed(bo, Role.MODERATOR, place=city)
    assert roles_of(bo)
    dismiss(by=olga, appointment=appointment)
    assert not Appointment.objects.filter(person=bo).exists()
    assert list(Revocation.objects.values_list("person_id", flat=True)) == [bo.pk]
    assert [sentence_of(notice) for notice in notices_of(bo)] == [
        "You no longer hold this role for Lindhaven: Moderator."
    ]
    assert AuditRow.objects.get().act == "role.taken"


def test_the_last_organiser_of_a_place_cannot_remove_herself(olga, city):
    own = Appointment.objects.get(person=olga)
    with pytest.raises(Refused, match="last organiser"):
        dismiss(by=olga, appointment=own)
    omar = a_person("Omar")
    appoint(by=olga, person=omar, role=Role.ORGANISER, scope=city)
    dismiss(by=olga, appointment=own)
    assert [one.person for one in Appointment.objects.all()] == [omar]


def test_an_organiser_of_a_district_may_go_while_the_city_has_one(olga, city):
    district = a_place("Harbour", Level.DISTRICT, parent=city)
    omar = a_person("Omar")
    own = appointed(omar, Role.ORGANISER, place=district)
    dismiss(by=omar, appointment=own)
    assert not Appointment.objects.filter(person=omar).exists()


def test_the_operator_gives_the_first_role_of_all(city):
    olga = a_person("Olga")
    a_second_factor(olga)
    appoint(by=None, person=olga, role=Role.ORGANISER, scope=city)
    assert roles_of(olga).holds_at(Role.ORGANISER, city.pk)
