"""The first organiser is appointed from the command line."""

import pytest
from django.core.management import CommandError, call_command

from consultations.models import Role
from consultations.roles import roles_of
from tests.factories import a_person, a_place, a_second_factor

pytestmark = pytest.mark.django_db


def test_the_topmost_place_is_meant_without_a_name(capsys):
    bo, city = a_person("Bo", email="bo@example.org"), a_place()
    a_second_factor(bo)
    call_command("appoint", "BO@example.org", "organiser")
    assert roles_of(bo).holds_at(Role.ORGANISER, city.pk)
    assert "Bo is now organiser for Lindhaven." in capsys.readouterr().out


def test_a_place_is_named_by_its_slug():
    bo, city = a_person("Bo", email="bo@example.org"), a_place()
    a_second_factor(bo)
    east = a_place("Eastside", "district", parent=city)
    call_command("appoint", "bo@example.org", "moderator", east.slug)
    assert roles_of(bo).places(Role.MODERATOR) == {east.pk}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nobody@example.org", "organiser"], "Nobody has signed up"),
        (["bo@example.org", "organiser", "nowhere"], "no place with the slug"),
        (["bo@example.org", "organiser"], "Name the place"),
    ],
)
def test_what_cannot_be_is_said_in_words(words, sentence):
    a_person("Bo", email="bo@example.org")
    a_place("One"), a_place("Two")
    with pytest.raises(CommandError, match=sentence):
        call_command("appoint", *words)
