"""Every role and every consultation: who may set up, judge, answer, see."""

import pytest
from django.contrib.auth.models import AnonymousUser

from consultations import rules
from consultations.models import Role
from tests.factories import a_consultation, a_person, a_place, appoint

pytestmark = pytest.mark.django_db

ACTS = {
    rules.may_organise: Role.ORGANISER,
    rules.may_moderate: Role.MODERATOR,
    rules.may_evaluate: Role.EVALUATOR,
}


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize("rule", list(ACTS), ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("role", [*Role, None])
def test_each_role_may_do_its_own_work_and_no_other(rule, role, published):
    consultation = a_consultation(published=published)
    bo = a_person("Bo")
    if role:
        appoint(bo, role, consultation=consultation)
    assert bool(rule(bo, consultation)) == (ACTS[rule] == role)


@pytest.mark.parametrize("rule", list(ACTS), ids=lambda rule: rule.__name__)
def test_somebody_not_signed_in_is_asked_to_sign_in(rule):
    consultation = a_consultation()
    for nobody in (None, AnonymousUser()):
        assert rule(nobody, consultation).code == "sign-in"


def test_a_role_of_the_city_holds_in_its_districts_and_not_next_door():
    city = a_place("Lindhaven")
    here = a_consultation(place=a_place("Eastside", "district", parent=city))
    elsewhere = a_consultation(place=a_place("Marrow"))
    bo = a_person("Bo")
    appoint(bo, Role.MODERATOR, place=city)
    assert rules.may_moderate(bo, here)
    assert not rules.may_moderate(bo, elsewhere)


@pytest.mark.parametrize("role", [*Role, None])
def test_a_draft_is_seen_by_its_organisers_alone(role):
    draft = a_consultation(published=False)
    bo = a_person("Bo")
    if role:
        appoint(bo, role, consultation=draft)
    assert bool(rules.may_see(bo, draft)) == (role == Role.ORGANISER)
    assert not rules.may_see(None, draft)


def test_everybody_sees_what_is_published():
    assert rules.may_see(None, a_consultation())
    assert rules.may_see(a_person("Dana"), a_consultation())


def test_only_organisers_of_a_place_begin_consultations():
    place = a_place()
    bo, dana = a_person("Bo"), a_person("Dana")
    appoint(bo, Role.ORGANISER, place=place)
    appoint(dana, Role.ORGANISER, consultation=a_consultation())
    assert rules.may_set_up(bo)
    assert not rules.may_set_up(dana)
    assert rules.may_set_up(None).code == "sign-in"


def test_the_desk_is_for_whoever_holds_a_role():
    bo = a_person("Bo")
    appoint(bo, Role.COUNTER_OFFICER, place=a_place())
    assert rules.may_enter_desk(bo)
    assert not rules.may_enter_desk(a_person("Dana"))
    assert rules.may_enter_desk(None).code == "sign-in"


def test_roles_are_asked_once_for_many_questions(django_assert_num_queries):
    consultation = a_consultation()
    bo = a_person("Bo")
    appoint(bo, Role.EVALUATOR, place=consultation.place)
    with django_assert_num_queries(1):
        assert rules.may_evaluate(bo, consultation)
        assert not rules.may_organise(bo, consultation)
        assert rules.may_enter_desk(bo)
