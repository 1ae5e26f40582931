"""Agree, disagree, pass."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connections

from discussions.actions import decide, post_point, react, take_back
from discussions.models import Point, Reaction
from intake.errors import BadInput
from live.models import TopicVersion
from people.verdicts import Refused
from tests.factories import a_person


@pytest.fixture
def point(amara, proposal):
    return post_point(person=amara, proposal=proposal, kind="for", body="Shade!")


def totals(point):
    point.refresh_from_db()
    return point.agree, point.disagree, point.passed


@pytest.mark.django_db
def test_another_reaction_replaces_the_first_and_is_taken_back(chidi, point):
    react(person=chidi, point=point, value="agree")
    react(person=chidi, point=point, value="agree")
    assert totals(point) == (1, 0, 0)
    react(person=chidi, point=point, value="pass")
    assert totals(point) == (0, 0, 1)
    react(person=chidi, point=point, value="disagree")
    assert totals(point) == (0, 1, 0)
    take_back(person=chidi, point=point)
    take_back(person=chidi, point=point)
    assert totals(point) == (0, 0, 0)
    assert not Reaction.objects.exists()


@pytest.mark.django_db
def test_totals_are_no_news(chidi, point):
    before = list(TopicVersion.objects.order_by("topic").values_list("topic", "v"))
    react(person=chidi, point=point, value="agree")
    assert list(TopicVersion.objects.order_by("topic").values_list("topic", "v")) == before


@pytest.mark.django_db
def test_only_three_reactions_are_known(chidi, point):
    with pytest.raises(BadInput, match="agree, disagree or pass"):
        react(person=chidi, point=point, value="love")


@pytest.mark.django_db
def test_nobody_reacts_to_hidden_words_or_without_signing_in(chidi, bo, clause, point):
    with pytest.raises(Refused) as trouble:
        react(person=AnonymousUser(), point=point, value="agree")
    assert trouble.value.verdict.code == "sign-in"
    decide(person=bo, item=point, kind="hide", clause=clause, facts="Rude.")
    with pytest.raises(Refused, match="hidden"):
        react(person=chidi, point=point, value="agree")


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_count_once_each_of_twelve_people(point):
    people = [a_person(f"Chidi {n}") for n in range(12)]
    barrier, troubles = threading.Barrier(8), []

    def press():
        try:
            for person in people:
                barrier.wait(30)
                react(person=person, point=point, value="agree")
        except Exception as trouble:
            troubles.append(trouble)
            barrier.abort()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _finger in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert totals(point) == (12, 0, 0)
    assert Reaction.objects.count() == 12
    assert Point.objects.count() == 1
