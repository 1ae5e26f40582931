"""Where no socket opens, the same facts come by HTTP."""

import pytest
from django.conf import settings

from live import epoch
from tests.factories import a_person
from tests.live.conftest import visit

ADDRESS = "/api/v1/live/"


@pytest.fixture(autouse=True)
def _square(square):
    """Every test here knows the square."""


def test_facts_versions_and_epoch(db, client):
    v = visit()
    answer = client.get(ADDRESS, {"topics": "square.1"})
    assert answer.status_code == 200
    assert answer.json() == {
        "epoch": epoch.current(),
        "topics": [{"t": "snap", "topic": "square.1", "v": v, "data": {"visits": v}}],
        "gone": [],
        "refused": [],
    }


def test_only_what_is_newer_is_answered(db, client):
    visit(1)
    visit(2)
    visit(2)
    answer = client.get(ADDRESS, {"topics": "square.1,square.2", "have": "square.1:1,square.2:1"})
    assert [(s["topic"], s["v"]) for s in answer.json()["topics"]] == [("square.2", 2)]


def test_an_answer_without_news_is_304_without_reading_facts(db, client, django_assert_num_queries):
    visit()
    query = {"topics": "square.1", "have": "square.1:1"}
    tag = client.get(ADDRESS, query)["ETag"]
    with django_assert_num_queries(2):  # epoch and versions
        again = client.get(ADDRESS, query, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""
    visit()
    news = client.get(ADDRESS, query, headers={"If-None-Match": tag})
    assert news.status_code == 200
    assert news.json()["topics"][0]["v"] == 2


def test_what_cannot_be_followed_is_refused_and_what_vanished_is_gone(db, client):
    dana = a_person("Dana")
    topics = f"square.9,fountain.1,person.{dana.pk}"
    body = client.get(ADDRESS, {"topics": topics}).json()
    assert body["gone"] == ["square.9"]
    assert body["refused"] == [
        {"topic": "fountain.1", "detail": "There is nothing to follow here."},
        {"topic": f"person.{dana.pk}", "detail": "Sign in to follow your notices."},
    ]


def test_private_facts_are_for_their_reader_and_no_cache(db, client):
    dana = a_person("Dana")
    client.force_login(dana, settings.AUTHENTICATION_BACKENDS[0])
    answer = client.get(ADDRESS, {"topics": f"person.{dana.pk}"})
    assert answer.json()["topics"][0]["data"] == {"unread": 0}
    assert answer["Cache-Control"] == "no-store"


def test_public_facts_load_no_session(db, client, django_assert_num_queries):
    dana = a_person("Dana")
    client.force_login(dana, settings.AUTHENTICATION_BACKENDS[0])
    visit()
    epoch.current()  # the first to ask makes it
    with django_assert_num_queries(3):  # epoch, versions, facts
        answer = client.get(ADDRESS, {"topics": "square.1"})
    assert answer["Cache-Control"] == "no-cache"
    assert "Cookie" not in answer["Vary"]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"topics": ""},
        {"topics": ",,"},
        {"topics": ",".join(f"square.{n}" for n in range(21))},
        {"topics": "square.1", "have": "square.1"},
        {"topics": "square.1", "have": "square.1:-1"},
        {"topics": "square.1", "have": "square.1:²"},
        {"topics": "square.1", "have": "nonsense:1"},
    ],
)
def test_a_question_we_cannot_read_is_400_with_a_sentence(db, client, query):
    answer = client.get(ADDRESS, query)
    assert answer.status_code == 400
    assert set(answer.json()) == {"detail", "code", "fields"}
    assert answer.json()["detail"].endswith(".")


def test_odd_topics_are_refused_not_fatal(db, client):
    for odd in ("\x00", "square.1\x00", "ß.1", "square.999999999999999999", "a" * 5000):
        answer = client.get(ADDRESS, {"topics": odd})
        assert answer.status_code in (200, 400), odd
