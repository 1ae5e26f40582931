"""The clock tells each boundary once, at its instant, and again only where it was moved."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from config import boundaries, clock
from config.clock import Boundary, Source, next_boundary, tell_once, tell_what_is_due
from config.models import Moment
from consultations.models import Phase, Promise
from live import topics
from tests.factories import a_consultation, a_phase
from tests.voting.polls import a_poll
from voting.actions import GRACE
from voting.models import Result


@pytest.fixture(autouse=True)
def _sources():
    before = list(clock.sources)
    boundaries.register()
    yield
    clock.sources[:] = before


def v_of(topic: str) -> int:
    return topics.versions([topic])[topic]


def test_a_phase_that_opened_is_told_once(db):
    phase = a_phase(a_consultation(), opens=-1, closes=5)
    assert tell_what_is_due() == [f"phase.{phase.pk} opens"]
    v = v_of(phase.consultation.topic)
    assert v == 1
    assert tell_what_is_due() == []
    assert v_of(phase.consultation.topic) == v


def test_a_boundary_that_was_moved_is_told_again_when_it_comes(db):
    phase = a_phase(a_consultation(), opens=-5, closes=-2)
    tell_what_is_due()
    now = timezone.now()
    Phase.objects.filter(pk=phase.pk).update(closes=now + timedelta(hours=1))
    assert tell_what_is_due(now) == []
    assert tell_what_is_due(now + timedelta(hours=1)) == [f"phase.{phase.pk} closes"]


@pytest.mark.parametrize(
    ("offset", "told"), [(-0.001, []), (0, ["closes"]), (0.001, ["closes"])], ids=str
)
def test_one_millisecond_before_closing_nothing_is_told(db, offset, told):
    poll = a_poll(opens=-40, closes=1)
    told_now = tell_what_is_due(poll.closes + timedelta(seconds=offset))
    assert told_now == [f"poll.{poll.pk} {verb}" for verb in told]


def test_drafts_and_imported_polls_are_nobodys_news(db):
    a_phase(a_consultation(published=False), opens=-2, closes=-1)
    a_poll(opens=-2, closes=-1, imported=True)
    assert tell_what_is_due() == []
    assert next_boundary(timezone.now()) is not None  # the published consultation's promise


def test_a_closed_poll_is_counted_once_its_last_ballots_are_in(db):
    poll = a_poll(opens=-40, closes=1)
    tell_what_is_due(poll.closes)
    assert not Result.objects.exists()
    assert next_boundary(poll.closes) == poll.closes + GRACE
    assert tell_what_is_due(poll.closes + GRACE) == [f"poll.{poll.pk} counted"]
    assert Result.objects.get(poll=poll)


def test_a_promise_falls_due_when_its_day_is_over(db):
    consultation = a_consultation()
    promise = Promise.objects.get(consultation=consultation)
    midnight = boundaries.end_of(promise.answer_by)
    assert next_boundary(timezone.now()) == midnight
    assert tell_what_is_due(midnight - timedelta(seconds=1)) == []
    assert tell_what_is_due(midnight) == [f"promise.{promise.pk} falls due"]
    assert v_of(consultation.topic) == v_of(f"desk.{consultation.pk}") == 1


def test_the_next_boundary_is_the_earliest_of_all(db):
    consultation = a_consultation()
    phase = a_phase(consultation, opens=2, closes=9)
    poll = a_poll(opens=1, closes=3)
    assert next_boundary(timezone.now()) == poll.opens
    assert next_boundary(poll.opens) == phase.opens


def test_what_fails_is_not_noted_and_is_tried_again(db, caplog):
    at, told = timezone.now(), []

    def fails():
        raise RuntimeError("no ink")

    assert not tell_once(Boundary("bell.1 rings", at, fails))
    assert not Moment.objects.exists()
    assert "bell.1 rings failed" in caplog.text
    assert tell_once(Boundary("bell.1 rings", at, lambda: told.append(1)))
    assert told == [1]


def test_four_clocks_tell_one_moment_once(transactional_db):
    at, told, together = timezone.now(), [], threading.Barrier(4)

    def look():
        together.wait()
        try:
            tell_once(Boundary("bell.1 rings", at, lambda: told.append(1)))
        finally:
            connection.close()

    clocks = [threading.Thread(target=look) for _ in range(4)]
    for each in clocks:
        each.start()
    for each in clocks:
        each.join()
    assert told == [1]


def test_a_city_that_was_switched_off_tells_what_it_missed_but_not_its_history(db):
    consultation = a_consultation()
    old = a_phase(consultation, opens=-300, closes=-200)
    missed = a_phase(consultation, opens=-29, closes=-3)
    told = tell_what_is_due()
    assert told == [f"phase.{missed.pk} opens", f"phase.{missed.pk} closes"]
    assert not any(f"phase.{old.pk} " in thing for thing in told)


def test_the_running_clock_tells_at_the_instant(transactional_db):
    rung = threading.Event()
    at = timezone.now() + timedelta(seconds=0.4)
    late = []

    def ring():
        late.append((timezone.now() - at).total_seconds())
        rung.set()

    clock.sources[:] = [
        Source(
            lambda after, until: (
                [Boundary("bell.1 rings", at, ring)] if after < at <= until else []
            ),
            lambda now: at if at > now else None,
        )
    ]
    running = clock.Clock()
    running.start()
    try:
        assert rung.wait(10)
    finally:
        running.stop()
    assert 0 <= late[0] < 0.35
    assert not running.is_alive()
