"""`announce()` raises versions in the act's transaction, and never costs the act anything."""

import threading

import pytest
from django.db import connection, transaction

from live import topics
from live.announcing import announce, raise_versions
from live.hub import hub
from live.models import TopicVersion
from tests.live.conftest import SquareVisited, visit


def test_news_outside_a_transaction_is_a_mistake(transactional_db):
    with pytest.raises(RuntimeError, match="waits for commit"):
        announce(SquareVisited(1))


def test_each_announcement_raises_the_version_by_one(db):
    assert announce(SquareVisited(1)) == {"square.1": 1}
    assert announce(SquareVisited(1)) == {"square.1": 2}
    assert announce(SquareVisited(2)) == {"square.2": 1}
    assert topics.versions(["square.1", "square.2", "square.3"]) == {
        "square.1": 2,
        "square.2": 1,
        "square.3": 0,
    }


def test_several_topics_are_raised_by_one_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert raise_versions(["square.2", "square.1", "square.1"]) == {
            "square.1": 1,
            "square.2": 1,
        }


def test_a_misspelt_topic_is_a_mistake_of_ours(db):
    for wrong in (
        "square",
        "Square.1",
        "square.-1",
        "square.01",
        "square.1\n",
        "square.x",
        "s" * 99,
    ):
        with pytest.raises(ValueError, match="is not a topic"):
            raise_versions([wrong])


def test_a_failing_hub_never_fails_a_vote(transactional_db, caplog):
    hub.running, hub._lock = True, None  # broken in a way nobody foresaw
    try:
        assert visit() == 1
    finally:
        hub.running, hub._lock = False, threading.Lock()
    assert "could not mark square.1" in caplog.text
    assert TopicVersion.objects.get(topic="square.1").v == 1


def test_eight_people_in_the_same_instant_make_eight_versions(transactional_db):
    together = threading.Barrier(8)
    seen: list[int] = []

    def cross_the_square():
        together.wait()
        try:
            with transaction.atomic():
                seen.append(announce(SquareVisited(1))["square.1"])
        finally:
            connection.close()

    people = [threading.Thread(target=cross_the_square) for _ in range(8)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(seen) == [1, 2, 3, 4, 5, 6, 7, 8]
