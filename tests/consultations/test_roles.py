"""A role given for a place reaches down the tree, and nowhere else."""

import pytest
from django.contrib.auth.models import AnonymousUser

from consultations.models import Level, Role
from consultations.roles import roles_of
from tests.factories import a_consultation, a_department, a_person, a_place, appoint

pytestmark = pytest.mark.django_db


def test_a_role_for_a_city_holds_in_its_districts_and_not_above():
    city = a_place("Lindhaven")
    district = a_place("Harbour", Level.DISTRICT, parent=city)
    street = a_place("Quay", Level.NEIGHBOURHOOD, parent=district)
    elsewhere = a_place("Oxmere")
    bo = a_person("Bo")
    appoint(bo, Role.MODERATOR, place=district)
    roles = roles_of(bo)
    assert roles.holds(Role.MODERATOR, a_consultation(place=street))
    assert roles.holds(Role.MODERATOR, a_consultation(place=district))
    assert not roles.holds(Role.MODERATOR, a_consultation(place=city))
    assert not roles.holds(Role.MODERATOR, a_consultation(place=elsewhere))
    assert not roles.holds(Role.ORGANISER, a_consultation(place=street))
    assert roles.places(Role.MODERATOR) == {district.pk, street.pk}


def test_a_role_for_one_consultation_holds_there_alone():
    bo, ours, other = a_person("Bo"), a_consultation(), a_consultation()
    appoint(bo, Role.EVALUATOR, consultation=ours)
    roles = roles_of(bo)
    assert roles.holds(Role.EVALUATOR, ours)
    assert not roles.holds(Role.EVALUATOR, other)
    assert not roles.holds_at(Role.EVALUATOR, ours.place_id)
    assert roles.holds_anywhere(Role.EVALUATOR)
    assert not roles.holds_anywhere(Role.MODERATOR)


def test_roles_cost_one_query_however_often_they_are_asked(django_assert_num_queries):
    bo = a_person("Bo")
    place = a_place()
    appointment = appoint(bo, Role.EVALUATOR, place=place)
    appointment.department = a_department(place=place)
    appointment.save()
    with django_assert_num_queries(1):
        assert roles_of(bo).departments == {appointment.department_id}
        assert roles_of(bo).holds_at(Role.EVALUATOR, place.pk)


def test_nobody_has_no_roles_and_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert not roles_of(AnonymousUser())
        assert not roles_of(None)
