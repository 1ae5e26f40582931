"""What is counted against floods: by account, by neighbourhood and by act, by all processes together."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings as configured
from django.db import DatabaseError, connection
from django.test import Client

from people.counting import Counts, InDatabase, InRedis
from people.limits import count_one
from people.tokens import make_token
from tests.asking import asking
from tests.factories import a_person, an_open_consultation

NOON = 43_200.0


@pytest.mark.django_db
def test_each_is_counted_by_itself_until_its_minute_is_over():
    assert count_one("writes.amara", 60, NOON) == (1, 60)
    assert count_one("writes.amara", 60, NOON + 50) == (2, 10)
    assert count_one("writes.chidi", 60, NOON + 50) == (1, 10)
    assert count_one("writes.amara", 60, NOON + 60) == (1, 60)


@pytest.mark.django_db
def test_a_thousand_others_do_not_make_us_forget_the_first():
    count_one("writes.amara", 60, NOON)
    for number in range(1_000):
        count_one(f"writes.{number}", 60, NOON)
    assert count_one("writes.amara", 60, NOON)[0] == 2


def stores():
    """Every store that answers here; Redis is one where it runs."""
    yield InDatabase()
    redis = InRedis("redis://127.0.0.1:6379/9")
    try:
        redis._redis.flushdb()
    except Exception as trouble:  # whatever its client calls it
        assert "onnect" in str(trouble)
    else:
        yield redis


@pytest.mark.django_db
def test_several_processes_count_together_and_never_let_twice_as_many_through():
    for store in stores():
        processes = [Counts(store) for _ in range(4)]
        allowed = [
            process.add("writes.amara", 120, 600) <= 600
            for _ in range(400)
            for process in processes
        ]
        assert 600 <= sum(allowed) < 720, type(store)
        strict = [Counts(store).add("reports.x", 120, 20) for _ in range(30)]
        assert strict == list(range(1, 31)), type(store)


@pytest.mark.django_db(transaction=True)
def test_counting_at_the_same_moment_loses_nothing():
    def count(_number):
        try:
            return Counts(InDatabase()).add("reports.x", 120, 10)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as others:
        assert sorted(others.map(count, range(12))) == list(range(1, 13))


@pytest.mark.django_db
def test_an_ordinary_act_asks_the_shared_store_nothing():
    counts = Counts(InDatabase())
    with asking() as queries:
        for _ in range(29):
            counts.add("writes.amara", 120, 600)
    assert len(queries) == 0


def test_a_store_that_fails_is_no_reason_for_an_act_to_fail():
    class Broken:
        asked = 0

        def add(self, key, count, seconds):
            self.asked += 1
            raise DatabaseError("gone")

    broken = Broken()
    counts = Counts(broken)
    assert [counts.add("x", 60, 3) for _ in range(5)] == [1, 2, 3, 4, 5]
    assert broken.asked == 1


@pytest.mark.django_db
def test_a_neighbourhood_signs_in_so_often_and_a_town_hall_as_often_as_it_likes(client, settings):
    settings.LIMITS = settings.LIMITS | {"sign-in": (2, 600)}
    wrong = {"login": "amara@example.org", "password": "not hers at all"}

    def ask(address):
        return client.post("/account/login/", wrong, REMOTE_ADDR=address)

    assert [ask(f"198.51.100.{n}").status_code for n in (1, 2, 3)] == [200, 200, 429]
    late = ask("198.51.100.4")
    assert 0 < int(late["Retry-After"]) <= 600
    assert "That was too often" in late.text
    assert ask("198.51.101.1").status_code == 200
    settings.TOWN_HALLS = ["198.51.100.0/24"]
    assert ask("198.51.100.4").status_code == 200


@pytest.mark.django_db
def test_a_spoofed_header_does_not_make_anybody_somebody_else(client, settings):
    settings.LIMITS = settings.LIMITS | {"sign-in": (1, 600)}
    settings.TOWN_HALLS = ["192.0.2.0/24"]
    wrong = {"login": "amara@example.org", "password": "not hers at all"}

    def ask(told, peer="198.51.100.1"):
        headers = {"X-Forwarded-For": told, "Forwarded": f"for={told}", "X-Real-IP": told}
        return client.post("/account/login/", wrong, REMOTE_ADDR=peer, headers=headers).status_code

    assert [ask("192.0.2.9"), ask("192.0.2.9"), ask("203.0.113.5")] == [200, 429, 429]
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    assert ask("192.0.2.9") == 429  # the peer is still no proxy of ours
    assert [ask("6.6.6.6, 203.0.113.5", "10.1.2.3") for _ in range(2)] == [200, 429]
    assert ask("192.0.2.9, 203.0.113.6", "10.1.2.3") == 429  # what he said of himself is not heard
    assert [ask("192.0.2.9", "10.1.2.3") for _ in range(3)] == [200, 200, 200]


@pytest.mark.django_db
def test_tries_for_one_account_are_counted_wherever_they_come_from(settings):
    settings.LIMITS = settings.LIMITS | {"sign-in-account": (2, 600)}
    a_person("Amara", email="amara@example.org")
    wrong = {"login": "amara@example.org", "password": "not hers at all"}
    pages = [
        Client().post("/account/login/", wrong, REMOTE_ADDR=f"198.51.{n}.1").text for n in range(3)
    ]
    assert ["Too many tries" in page for page in pages] == [False, False, True]


@pytest.mark.django_db
def test_proposals_have_a_limit_of_their_own_in_the_api(settings):
    settings.LIMITS = settings.LIMITS | {"propose": (2, 3600)}
    amara, consultation = a_person("Amara"), an_open_consultation()
    key = make_token(amara)

    def propose(number):
        return Client().post(
            "/api/v1/proposals/",
            {"consultation": consultation.pk, "title": f"Pond {number}", "body": "For frogs."},
            content_type="application/json",
            headers={"Authorization": f"Token {key}"},
        )

    assert [propose(n).status_code for n in range(2)] == [201, 201]
    late = propose(3)
    assert (late.status_code, late.json()["code"]) == (429, "too-often")
    assert 0 < int(late["Retry-After"]) <= 3600


@pytest.mark.django_db
def test_guessed_tokens_are_counted_too(client, settings):
    settings.LIMITS = settings.LIMITS | {"sign-in": (2, 600)}
    guesses = [
        client.get("/api/v1/me/", headers={"Authorization": f"Token guess{n}"}) for n in range(3)
    ]
    assert [guess.status_code for guess in guesses] == [401, 401, 429]
    assert guesses[-1]["Retry-After"]


@pytest.mark.parametrize("written", ["60", "sixty/m", "60/10", "-1/m", "٣/m", ""])
def test_a_limit_that_is_no_limit_stops_the_start(monkeypatch, written):
    from django.core.exceptions import ImproperlyConfigured

    from config import environment

    monkeypatch.setenv("LIMIT_PROPOSE", written)
    with pytest.raises(ImproperlyConfigured, match="LIMIT_PROPOSE"):
        environment.limit("LIMIT_PROPOSE", "60/h")
    monkeypatch.setenv("LIMIT_PROPOSE", "7/2h")
    assert environment.limit("LIMIT_PROPOSE", "60/h") == (7, 7200)


def test_one_process_alone_shares_with_nobody():
    from people.counting import store_of_settings

    expected = InRedis if configured.REDIS_URL else None if configured.EMBEDDED else InDatabase
    assert (expected is None and store_of_settings() is None) or isinstance(
        store_of_settings(), expected or object
    )
