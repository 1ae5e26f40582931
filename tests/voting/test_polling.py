"""Organisers make polls; what contradicts itself is refused by the action as by the form."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.errors import BadInput
from people.verdicts import Refused, Stale
from tests.factories import a_consultation, a_person, a_phase, appoint
from tests.voting.polls import a_poll
from voting.actions import make_poll, remove_poll
from voting.models import Poll

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    """An organiser and her consultation."""
    consultation, person = a_consultation(), a_person("Olga")
    appoint(person, "organiser", consultation=consultation)
    a_phase(consultation, "vote", opens=-1, closes=20, takes_votes=True)
    return person, consultation


def words(**other) -> dict:
    now = timezone.now()
    return {
        "kind": "approval",
        "question": "Where should the benches stand?",
        "opens": now + timedelta(days=1),
        "closes": now + timedelta(days=9),
        "options": ["Mill Street", "Harbour"],
    } | other


def test_olga_makes_a_poll_and_removes_it_before_it_opens(olga):
    person, consultation = olga
    poll = make_poll(person=person, consultation=consultation, **words())
    assert [option.key for option in poll.options.all()] == ["p1", "p2"]
    remove_poll(person=person, poll=poll)
    assert not Poll.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"options": ["Mill Street"]},
        {"options": ["Mill Street", "Mill Street"]},
        {"options": ["x" * 301, "Harbour"]},
        {"kind": "yes-no"},
        {"kind": "points"},
        {"max_choices": 3},
        {"closes": timezone.now() - timedelta(days=1)},
        {"question": "\u200b "},
        {"closes": timezone.now() + timedelta(days=30)},
    ],
)
def test_what_contradicts_itself_is_refused_with_a_sentence(olga, wrong):
    person, consultation = olga
    with pytest.raises(BadInput) as refusal:
        make_poll(person=person, consultation=consultation, **words(**wrong))
    assert refusal.value.sentence
    assert not Poll.objects.exists()


def test_a_poll_that_has_opened_stands(olga):
    person, consultation = olga
    with pytest.raises(Stale):
        remove_poll(person=person, poll=a_poll(consultation=consultation))


def test_nobody_else_makes_polls(olga):
    _person, consultation = olga
    with pytest.raises(Refused):
        make_poll(person=a_person("Dana"), consultation=consultation, **words())
