"""Liveness asks nothing; readiness names what does not work."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from live.hub import hub
from tests.config.test_jobs import fail


def test_living_asks_nothing_of_the_database(client):
    answer = client.get("/healthz")  # without the db fixture, any query would fail
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_a_job_that_waits_too_long_is_said(db, client):
    fail.enqueue()
    assert client.get("/readyz").json()["ready"] is True
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(hours=1))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["oldest_job_seconds"] >= 3600


def test_a_job_for_tomorrow_is_not_late(db, client):
    fail.using(run_after=timezone.now() + timedelta(days=1)).enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(hours=1))
    assert client.get("/readyz").json()["oldest_job_seconds"] == 0


def test_a_ticker_that_stands_still_is_said(db, client):
    hub.running, hub.ticked = True, hub.ticked - 60
    try:
        answer = client.get("/readyz")
    finally:
        hub.running = False
    assert answer.status_code == 503
    assert answer.json()["ticker_seconds"] >= 60
