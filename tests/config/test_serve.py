"""The runner, over real sockets: Daphne as we start it, and the same application on uvicorn."""

import json
import re
import signal
import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import psutil
import pytest
import websockets
from django.conf import settings
from django.db import connection
from django.utils import timezone
from websockets.sync.client import connect

from config.models import Moment
from consultations.models import Phase
from live.models import TopicVersion
from live.revoking import close_sockets
from tests.config.conftest import DAPHNE, UVICORN, hear, say, version
from tests.factories import a_person, a_proposal, an_open_consultation
from voting.actions import give_support

both = pytest.mark.parametrize("command", [DAPHNE, UVICORN], ids=["daphne", "uvicorn"])


@both
def test_what_another_process_does_reaches_an_open_page(start, command):
    proposal = a_proposal()
    server = start(command)
    with server.page() as page:
        assert page.subprotocol == "polyphony.live.v1"
        say(page, op="sub", topics=[proposal.topic])
        assert hear(page)["data"]["support_count"] == 0
        give_support(person=a_person("Chidi"), proposal=proposal)
        assert version(page, proposal.topic, 1)["data"]["support_count"] == 1


@both
def test_the_clock_tells_that_a_phase_closed(start, command):
    consultation = an_open_consultation()
    server = start(command)
    with server.page() as page:
        say(page, op="sub", topics=[consultation.topic])
        v = hear(page)["v"]
        phase = Phase.objects.get(consultation=consultation)
        Phase.objects.filter(pk=phase.pk).update(closes=timezone.now())
        assert version(page, consultation.topic, v + 1)["data"]["phase"] == ""
    assert Moment.objects.filter(thing=f"phase.{phase.pk} closes").count() == 1


@both
def test_at_sigterm_pages_hear_goodbye_and_the_server_ends(start, command):
    server = start(command)
    with server.page() as page:
        server.process.send_signal(signal.SIGTERM)
        if command is DAPHNE:  # uvicorn closes sockets before it lets the application speak
            assert hear(page)["t"] == "bye"
        with pytest.raises(websockets.ConnectionClosed) as closed:
            page.recv(timeout=20)
        assert closed.value.rcvd.code == 1012
    assert server.process.wait(20) in (0, -signal.SIGTERM)  # uvicorn ends itself by the signal
    assert "Traceback" not in server.words.read_text()


@both
@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "null", None, "http://127.0.0.1:1"]
)
def test_foreign_pages_get_403(start, command, origin):
    server = start(command)
    with (
        pytest.raises(websockets.InvalidStatus) as refused,
        connect(f"ws://127.0.0.1:{server.port}/live/", origin=origin),
    ):
        pass
    assert refused.value.response.status_code == 403


@both
def test_unknown_socket_addresses_get_403(start, command):
    server = start(command)
    with (
        pytest.raises(websockets.InvalidStatus) as refused,
        connect(f"ws://127.0.0.1:{server.port}/somewhere/", origin=server.origin),
    ):
        pass
    assert refused.value.response.status_code == 403


@both
def test_a_frame_over_the_limit_closes_with_1009(start, command):
    server = start(command)
    with server.page() as page:
        page.send("x" * 5000)
        with pytest.raises(websockets.ConnectionClosed) as closed:
            page.recv(timeout=20)
        assert closed.value.rcvd.code == 1009


def test_a_megabyte_frame_ends_the_socket_and_not_the_server(start):
    server = start()
    with server.page() as page, pytest.raises(websockets.ConnectionClosed):
        page.send("x" * (2 * 1024 * 1024))
        page.recv(timeout=20)
    assert server.get("/healthz")[0] == 200


@both
def test_a_slow_reader_costs_little_and_ends_with_the_newest(start, command):
    """Daphne and uvicorn would queue what nobody reads; only the newest is kept instead."""
    big = {"DJANGO_SETTINGS_MODULE": "tests.config.big.settings"}
    server = start(command, LIVE_REREAD_MS="20", LIVE_TICK_MS="10", **big)
    slowly = {"max_queue": 1, "max_size": None, "compression": None}
    with server.page(**slowly) as asleep, server.page(max_size=None) as page:
        for somebody in (asleep, page):
            say(somebody, op="sub", topics=["novel.1"])
        version(page, "novel.1", 0)
        resident = psutil.Process(server.process.pid).memory_info().rss
        for _ in range(80):
            v = next_version("novel.1")
            version(page, "novel.1", v)
        grown = psutil.Process(server.process.pid).memory_info().rss - resident
        assert grown < 5 * 1024 * 1024

        frames = 1
        while hear(asleep)["v"] < v:
            frames += 1
        assert frames < 60


def next_version(topic: str) -> int:
    row, _ = TopicVersion.objects.get_or_create(topic=topic)
    TopicVersion.objects.filter(topic=topic).update(v=row.v + 1)
    return row.v + 1


def test_somebody_shown_out_elsewhere_loses_her_sockets_here(start, client):
    dana = a_person("Dana")
    client.force_login(dana, settings.AUTHENTICATION_BACKENDS[0])
    cookie = f"session={client.cookies['session'].value}"
    server = start()
    with server.page(additional_headers={"Cookie": cookie}) as page:
        say(page, op="sub", topics=[f"person.{dana.pk}"])
        assert hear(page)["data"] == {"unread": 0}
        began = time.monotonic()
        close_sockets(dana.pk, reason="role taken")
        assert hear(page) == {"t": "gone", "topic": f"person.{dana.pk}"}
        with pytest.raises(websockets.ConnectionClosed) as closed:
            page.recv(timeout=20)
        assert closed.value.rcvd.code == 4001
        assert time.monotonic() - began < 5


def test_two_servers_agree_within_their_rereading(start, tmp_path):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite serves one process")
    proposal = a_proposal()
    one, two = start(), start(folder=tmp_path / "two")
    with one.page() as here, two.page() as there:
        for page in (here, there):
            say(page, op="sub", topics=[proposal.topic])
            hear(page)
        give_support(person=a_person("Chidi"), proposal=proposal)
        began = time.monotonic()
        for page in (here, there):
            assert version(page, proposal.topic, 1)["data"]["support_count"] == 1
        assert time.monotonic() - began < 2


@both
def test_a_second_server_on_the_same_folder_says_why_it_cannot_start(start, command):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL serves several")
    first = start()
    second = start(command, ready=False)
    assert second.process.wait(20) != 0
    assert f"(process {first.process.pid})" in second.words.read_text()
    assert first.terminate() == 0
    start(command)


def test_a_taken_port_is_said_in_a_line(start, tmp_path):
    first = start()
    second = start(ready=False, folder=tmp_path / "two", PORT=str(first.port))
    assert second.process.wait(20) == 1
    assert "Cannot listen" in second.words.read_text()


@both
def test_health_says_what_works(start, command):
    server = start(command)
    assert server.get("/healthz") == (200, "ok\n")
    status, body = server.get("/readyz")
    facts = json.loads(body)
    assert (status, facts["ready"], facts["database"]) == (200, True, True)
    assert facts["ticker_seconds"] < 5
    assert facts["oldest_job_seconds"] == 0


@both
def test_a_socket_too_many_is_told_when_to_come_again(start, command):
    server = start(command, LIVE_SOCKETS_PER_ADDRESS="1")
    there = f"ws://127.0.0.1:{server.port}/live/"
    with connect(there, origin=server.origin) as first:
        assert "hello" in first.recv(timeout=10)
        with (
            pytest.raises(websockets.InvalidStatus) as refused,
            connect(there, origin=server.origin),
        ):
            pass
        assert refused.value.response.status_code == 429
        assert refused.value.response.headers["Retry-After"] == "30"
    with connect(there, origin=server.origin) as again:
        assert "hello" in again.recv(timeout=10)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="one process alone serves SQLite")
def test_two_processes_count_tries_to_sign_in_together(start):
    servers = [start(DAPHNE, LIMIT_SIGN_IN="5/10m") for _ in range(2)]
    answers = [wrong_sign_in(servers[number % 2]) for number in range(7)]
    assert answers == [200] * 5 + [429] * 2


def wrong_sign_in(server) -> int:
    there = f"{server.origin}/account/login/"
    browser = build_opener(HTTPCookieProcessor())
    token = re.search(
        r'name="csrfmiddlewaretoken" value="(\w+)"', browser.open(there).read().decode()
    )
    form = {
        "login": "amara@example.org",
        "password": "not hers at all",
        "csrfmiddlewaretoken": token[1],
    }
    try:
        return browser.open(there, urlencode(form).encode()).status
    except HTTPError as refusal:
        assert refusal.code != 429 or int(refusal.headers["Retry-After"]) > 0
        return refusal.code
