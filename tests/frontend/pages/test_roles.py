"""Roles are given and taken on a screen, by organisers alone, step by step."""

import pytest

from consultations.models import Appointment, Role
from consultations.roles import read_roles
from tests.asking import asking
from tests.factories import (
    a_consultation,
    a_department,
    a_person,
    a_place,
    a_second_factor,
    appoint,
)

pytestmark = pytest.mark.django_db

ROLES = "/desk/roles/"


@pytest.fixture
def city():
    return a_place("Lindhaven")


@pytest.fixture
def olga(client, city):
    """The organiser of the city, signed in."""
    person = a_person("Olga")
    appoint(person, Role.ORGANISER, place=city)
    client.force_login(person)
    return person


def give_to(client, person, city, **more):
    return client.post(
        f"/desk/roles/new/{person.pk}/",
        {"role": "moderator", "where": f"place-{city.pk}", "department": ""} | more,
    )


def test_olga_makes_bo_a_moderator_step_by_step(client, olga, city):
    bo = a_person("Bo", email="bo@example.org")
    a_second_factor(bo)
    found = client.post("/desk/roles/new/", {"who": "Bo@example.org"})
    assert found.headers["Location"] == f"/desk/roles/new/{bo.pk}/"
    assert "A role for Bo" in client.get(found.headers["Location"]).text
    check = give_to(client, bo, city)
    assert "Give this role to Bo?" in check.text
    assert "Moderator: judges what is reported" in check.text
    assert not Appointment.objects.filter(person=bo).exists()
    assert give_to(client, bo, city, sure="1").headers["Location"] == ROLES
    assert read_roles(bo.pk).holds_at(Role.MODERATOR, city.pk)
    page = client.get(ROLES).text
    assert "Bo now holds a role for Lindhaven: Moderator." in page
    assert "bo@example.org" not in page


def test_going_back_from_the_check_page_keeps_what_was_chosen(client, olga, city):
    bo, parks = a_person("Bo"), a_department("Parks")
    page = give_to(client, bo, city, department=parks.pk, back="1").text
    assert "A role for Bo" in page
    assert page.count("checked") == 1
    assert page.count("selected") == 2


def test_people_of_the_same_name_are_told_apart(client, olga):
    first, second = a_person("Bo"), a_person("Bo")
    page = client.post("/desk/roles/new/", {"who": "Bo"}).text
    assert f"/desk/roles/new/{first.pk}/" in page and f"/desk/roles/new/{second.pk}/" in page
    assert "@example.org" not in page


@pytest.mark.parametrize(
    ("who", "sentence"),
    [("nobody@example.org", "Nobody has signed up"), ("", "Write the e-mail address or name.")],
)
def test_a_mistake_in_finding_is_named(client, olga, who, sentence):
    page = client.post("/desk/roles/new/", {"who": who}).text
    assert page.count(sentence) == 2


def test_a_choice_is_asked_for_in_words(client, olga):
    page = client.post(f"/desk/roles/new/{a_person('Bo').pk}/", {"role": "", "where": ""}).text
    assert page.count("Choose a role.") == 2
    assert page.count("Choose a place or a consultation.") == 2


def test_olga_cannot_choose_what_she_does_not_organise(client, olga):
    bo, elsewhere = a_person("Bo"), a_place("Oxmere")
    assert "Oxmere" not in client.get(f"/desk/roles/new/{bo.pk}/").text
    answer = give_to(client, bo, elsewhere, sure="1")
    assert answer.status_code == 200
    assert not Appointment.objects.filter(person=bo).exists()


def test_a_role_is_taken_back_after_asking_once(client, olga, city):
    bo = a_person("Bo")
    appointment = appoint(bo, Role.MODERATOR, place=city)
    address = f"/desk/roles/{appointment.pk}/end/"
    assert "Take this role back from Bo?" in client.get(address).text
    assert Appointment.objects.filter(person=bo).exists()
    client.post(address)
    assert not Appointment.objects.filter(person=bo).exists()


def test_the_last_organiser_reads_why_she_stays(client, olga, city):
    own = Appointment.objects.get(person=olga)
    address = f"/desk/roles/{own.pk}/end/"
    page = client.get(address).text
    assert "This is the last organiser here." in page
    assert 'class="button button--danger"' not in page
    assert client.post(address).status_code == 403


def test_olga_takes_nothing_back_elsewhere(client, olga):
    theirs = appoint(a_person("Bo"), Role.MODERATOR, consultation=a_consultation())
    assert client.post(f"/desk/roles/{theirs.pk}/end/").status_code == 403
    assert Appointment.objects.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize("role", [None, *[role for role in Role if role != Role.ORGANISER]])
@pytest.mark.parametrize("address", [ROLES, "/desk/roles/new/", "/desk/roles/new/1/"])
def test_nobody_but_organisers_enters(client, city, role, address):
    person = a_person("Chidi")
    if role:
        appoint(person, role, place=city)
    client.force_login(person)
    assert client.get(address).status_code == 403


def test_strangers_are_asked_to_sign_in_first(client):
    assert client.get(ROLES).headers["Location"] == f"/account/login/?next={ROLES}"


def test_the_list_asks_the_same_questions_for_one_role_and_for_many(client, olga, city):
    with asking() as one:
        client.get(ROLES)
    for _ in range(3):
        appoint(a_person("Bo"), Role.MODERATOR, consultation=a_consultation(place=city))
    with asking() as many:
        client.get(ROLES)
    assert len(one) == len(many) <= 5
