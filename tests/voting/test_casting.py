"""Casting in an open poll: the last ballot counts, one each, until one instant."""

import threading
from datetime import timedelta

import pytest
from django.db import connections

from intake.errors import BadInput
from people.models import Person
from people.verdicts import Refused, Stale
from tests.factories import a_person
from tests.voting.polls import a_poll, close
from voting.actions import cast_ballot, count_poll, withdraw_ballot
from voting.models import OpenBallot, PollHead
from voting.queries.reading import ballot_of, result_of
from voting.queries.recounting import wrong_turnouts

pytestmark = pytest.mark.django_db
YES, NO = {"kind": "yes-no", "choice": "yes"}, {"kind": "yes-no", "choice": "no"}


def turnout(poll) -> int:
    return PollHead.objects.get(poll=poll).turnout


def test_a_second_ballot_replaces_the_first():
    poll, chidi = a_poll(), a_person("Chidi")
    cast_ballot(person=chidi, poll=poll, ballot=YES)
    cast_ballot(person=chidi, poll=poll, ballot=NO)
    assert ballot_of(chidi, poll) == {"choice": "no", "kind": "yes-no"}
    assert turnout(poll) == 1


def test_a_ballot_taken_back_is_gone():
    poll, chidi = a_poll(), a_person("Chidi")
    cast_ballot(person=chidi, poll=poll, ballot=YES)
    withdraw_ballot(person=chidi, poll=poll)
    withdraw_ballot(person=chidi, poll=poll)
    assert turnout(poll) == 0
    assert ballot_of(chidi, poll) is None


def test_a_ballot_of_another_kind_changes_nothing():
    poll, chidi = a_poll("approval"), a_person("Chidi")
    cast_ballot(person=chidi, poll=poll, ballot={"kind": "approval", "choices": ["p1"]})
    with pytest.raises(BadInput):
        cast_ballot(person=chidi, poll=poll, ballot=YES)
    assert ballot_of(chidi, poll) == {"choices": ["p1"], "kind": "approval"}


@pytest.mark.parametrize(("milliseconds", "counts"), [(-1, True), (0, False), (1, False)])
def test_what_was_received_before_the_closing_instant_counts(milliseconds, counts):
    poll, chidi = a_poll(), a_person("Chidi")
    received = poll.closes + timedelta(milliseconds=milliseconds)
    if counts:
        cast_ballot(person=chidi, poll=poll, ballot=YES, received=received)
    else:
        with pytest.raises(Refused) as refusal:
            cast_ballot(person=chidi, poll=poll, ballot=YES, received=received)
        assert refusal.value.verdict.code == "closed"
    assert turnout(poll) == (1 if counts else 0)


def test_before_it_opens_nobody_votes():
    with pytest.raises(Refused) as refusal:
        cast_ballot(person=a_person("Chidi"), poll=a_poll(opens=2), ballot=YES)
    assert refusal.value.verdict.code == "not-open-yet"


def test_a_ballot_that_arrives_behind_the_count_is_told_so():
    poll, chidi = close(a_poll()), a_person("Chidi")
    count_poll(poll.pk)
    with pytest.raises(Stale):
        cast_ballot(
            person=chidi, poll=poll, ballot=YES, received=poll.closes - timedelta(seconds=1)
        )
    assert not OpenBallot.objects.exists()


def test_an_open_poll_is_not_counted_and_shows_no_tally():
    poll = a_poll()
    cast_ballot(person=a_person("Chidi"), poll=poll, ballot=YES)
    with pytest.raises(Stale):
        count_poll(poll.pk)
    assert result_of(poll) is None


def test_the_count_is_exact_and_made_once():
    poll = a_poll("approval", max_choices=2)
    for name, ballot in [
        ("Amara", {"kind": "approval", "choices": ["p1", "p2"]}),
        ("Bo", {"kind": "approval", "choices": ["p2"]}),
        ("Chidi", {"kind": "blank"}),
    ]:
        cast_ballot(person=a_person(name), poll=poll, ballot=ballot)
    closed = close(poll)
    first, second = count_poll(closed.pk), count_poll(closed.pk)
    assert first.pk == second.pk
    assert first.facts["cast"] == 3
    assert first.facts["blank"] == 1
    assert {option["key"]: option["votes"] for option in first.facts["options"]} == {
        "p1": 1,
        "p2": 2,
        "p3": 0,
    }


@pytest.mark.django_db(transaction=True)
def test_eight_identical_ballots_at_once_by_ten_people_are_ten_ballots():
    poll = a_poll()
    people = [a_person(f"Person {number}") for number in range(10)]
    every_one_ready, troubles = threading.Barrier(8), []

    def press() -> None:
        try:
            for person in people:
                every_one_ready.wait(timeout=60)
                cast_ballot(person=Person.objects.get(pk=person.pk), poll=poll, ballot=YES)
        except Exception as trouble:
            troubles.append(trouble)
            every_one_ready.abort()
        finally:
            connections.close_all()

    pressing = [threading.Thread(target=press) for _ in range(8)]
    for thread in pressing:
        thread.start()
    for thread in pressing:
        thread.join()
    assert troubles == []
    assert turnout(poll) == OpenBallot.objects.count() == 10
    assert list(wrong_turnouts()) == []
