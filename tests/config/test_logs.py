"""Logs tell what was answered and how quickly, and nothing that anybody wrote, chose or is."""

import io
import json
import logging
import logging.config
import re

import pytest
from django.conf import settings
from django.db import DataError, IntegrityError
from django.test import Client
from django.urls import path

from config import logs
from config.urls import urlpatterns as real_addresses
from people.tokens import make_token
from tests.factories import a_person, a_proposal, an_open_consultation
from tests.voting.polls import a_poll


@pytest.fixture
def lines():
    """`lines()`: everything logged so far, as the JSON that a service would see."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    wanted = logs.configuration("DEBUG")
    formatter = wanted["formatters"]["line"]
    made = formatter["()"](
        processors=formatter["processors"], foreign_pre_chain=formatter["foreign_pre_chain"]
    )
    handler.setFormatter(made)
    handler.addFilter(logs.RoutesOnly())
    root = logging.getLogger()
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.removeHandler(handler)


def fails(request, word):
    raise IntegrityError(
        'duplicate key\nDETAIL:  Key (email)=(zanzibar@example.org) is "zanzibar words"'
    )


urlpatterns = [path("fails/<str:word>/", fails, name="fails"), *real_addresses]


@pytest.mark.django_db
def test_a_request_is_one_line_with_its_route_and_an_id(lines, client):
    proposal = a_proposal("Zanzibar title")
    answer = client.get(f"{proposal.get_absolute_url()}?q=zanzibar", REMOTE_ADDR="198.51.100.77")
    [line] = [line for line in lines() if line["logger"] == "request"]
    assert {name: line[name] for name in ("event", "method", "status", "level")} == {
        "event": "answered",
        "method": "GET",
        "status": 200,
        "level": "info",
    }
    assert "proposals/" in line["route"]
    assert "?P<" in line["route"] or "<" in line["route"]
    assert line["request_id"] == answer["X-Request-ID"]
    assert "zanzibar" not in json.dumps(lines()).lower()


@pytest.mark.django_db
def test_nothing_personal_is_logged_whatever_people_do(lines, client):
    amara = a_person("Zanzibar", email="zanzibar@example.org")
    amara.set_password("zanzibar by the river 7")
    amara.save()
    token = make_token(amara)
    consultation = an_open_consultation()
    poll = a_poll("yes-no", consultation=consultation)
    sign_in = {"login": "zanzibar@example.org", "password": "zanzibar by the river 7"}
    client.post("/account/login/", {**sign_in, "password": "zanzibar-wrong"})
    client.post("/account/login/", sign_in)
    client.post(f"/polls/{poll.pk}/ballot/", {"choice": "yes"})
    client.get("/report/ZANZ-IBAR-CODE/")
    client.get("/search/?q=zanzibar")
    header = {"HTTP_AUTHORIZATION": f"Token {token}", "REMOTE_ADDR": "203.0.113.99"}
    Client().post(
        "/api/v1/proposals/",
        {"consultation": consultation.pk, "title": "Zanzibar", "body": "zanzibar"},
        content_type="application/json",
        HTTP_USER_AGENT="zanzibar\r\n{}",
        **header,
    )
    Client().get("/zanzibar/", HTTP_HOST="zanzibar.example.org")
    said = json.dumps(lines())
    assert len(lines()) >= 8
    for word in ("zanzibar", token, "203.0.113", '"yes"', "choice"):
        assert word.lower() not in said.lower(), word


@pytest.mark.urls("tests.config.test_logs")
@pytest.mark.django_db
def test_a_failure_is_told_with_its_place_but_without_the_row(lines):
    browser = Client(raise_request_exception=False)
    assert browser.get("/fails/zanzibar/").status_code == 500
    failure = next(line for line in lines() if line["level"] == "error")
    assert "IntegrityError" in failure["exception"]
    assert "in fails" in failure["exception"]
    assert failure["event"] == "request at /fails/<str:word>/"
    assert re.fullmatch("[0-9a-f]{16}", failure["request_id"])
    assert "zanzibar" not in json.dumps(failure)


def test_what_others_log_cannot_begin_a_line_of_its_own(lines):
    logging.getLogger("daphne").warning(
        "from %s: %s", "198.51.100.7", 'x\n{"event": "forged", "level": "info"}\x1b[2J\u2028'
    )
    logging.getLogger("redis").error("AUTH password=hunter22 for amara@example.org 2001:db8:1:2::9")
    first, second = lines()
    assert "\n" not in first["event"]
    assert "\x1b" not in first["event"]
    assert "198.51.100.7" not in first["event"]
    for word in ("hunter22", "amara", "2001:db8"):
        assert word not in second["event"]


def test_numbers_and_names_of_our_own_stay_readable():
    for text in ("Letter 12 waits 0:05:00: timed out", "jobs: people.jobs.send_letter goes back"):
        assert logs.harmless(text) == text
    assert logs.harmless("key 7Hk3jx9QpLm2Vb8RtYw4Zc6N was used") == "key [key] was used"
    assert logs.harmless(str(DataError("bad\nFailing row contains (7, zanzibar)."))) == (
        "bad\\n[row]"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("proxies", "given", "kept"),
    [
        ([], "from-a-proxy-1", False),
        (["127.0.0.0/8"], "from-a-proxy-1", True),
        (["127.0.0.1"], "x\r\nSet-Cookie: a=b", False),
    ],
)
def test_a_request_id_is_taken_from_our_own_proxies_only(client, settings, proxies, given, kept):
    settings.TRUSTED_PROXIES = proxies
    answer = client.get("/healthz", headers={"X-Request-ID": given})
    assert (answer["X-Request-ID"] == given) is kept


def test_the_settings_log_to_one_handler_through_the_sieve():
    assert settings.LOGGING["root"]["handlers"] == ["console"]
    assert logs.sieve in settings.LOGGING["formatters"]["line"]["processors"]
