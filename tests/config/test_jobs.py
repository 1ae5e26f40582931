"""What was enqueued runs, also when its worker was killed, and in the end once."""

import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config import jobs
from config.models import WorkerBeat
from live.models import Revocation
from people.models import Session

pytestmark = pytest.mark.django_db(transaction=True)


@task()
def write_line(path: str, line: str) -> None:
    """Idempotent by its line, as every job is by its key."""
    file = Path(path)
    if line not in file.read_text().splitlines():
        with file.open("a") as lines:
            lines.write(f"{line}\n")


@task()
def hang(path: str) -> None:
    """Takes far too long, until a file says otherwise."""
    Path(path).with_suffix(".begun").touch()
    end = time.monotonic() + 60
    while not Path(path).exists() and time.monotonic() < end:
        time.sleep(0.05)


@task()
def fail() -> None:
    raise RuntimeError("the printer is on fire")


@pytest.fixture
def worker():
    worker = jobs.JobWorker()
    yield worker
    worker.stop()


def until(reached, patience=15):
    """Wait for a state, not for a time."""
    end = time.monotonic() + patience
    while not reached():
        assert time.monotonic() < end, "never happened"
        time.sleep(0.02)


def test_a_job_runs_once_it_is_enqueued(worker, tmp_path):
    file = tmp_path / "lines"
    file.touch()
    worker.start()
    result = write_line.enqueue(str(file), "Amara")
    until(lambda: DBTaskResult.objects.get(pk=result.id).status == TaskResultStatus.SUCCESSFUL)
    assert file.read_text() == "Amara\n"


def test_a_killed_workers_job_is_taken_up_again_once(start, tmp_path):
    """It is killed in the middle of a job; the next one runs it to its end."""
    go = tmp_path / "go"
    job = hang.enqueue(str(go))
    first = start_worker(start)
    until(go.with_suffix(".begun").exists)
    first.process.kill()
    first.process.wait()
    assert DBTaskResult.objects.get(pk=job.id).status == TaskResultStatus.RUNNING

    go.touch()
    second = start_worker(start)
    until(lambda: DBTaskResult.objects.get(pk=job.id).status == TaskResultStatus.SUCCESSFUL)
    row = DBTaskResult.objects.get(pk=job.id)
    assert len(row.worker_ids) == len(set(row.worker_ids)) == 2
    assert DBTaskResult.objects.count() == 1
    assert second.terminate() == 0


def start_worker(start):
    """Where jobs run: on SQLite in the server, on PostgreSQL in a process of their own."""
    if connection.vendor == "sqlite":
        return start()
    command = [sys.executable, "manage.py", "work"]
    return start(command, ready=False, JOBS_SILENT_SECONDS="1")


def orphan(worker_id="worker-gone", attempts=1) -> DBTaskResult:
    job = fail.enqueue()
    DBTaskResult.objects.filter(pk=job.id).update(
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now(),
        worker_ids=[worker_id] * attempts,
    )
    return DBTaskResult.objects.get(pk=job.id)


def test_a_living_workers_job_is_left_alone(worker):
    jobs.beat(worker.worker_id)
    job = orphan(worker.worker_id)
    assert jobs.sweep() == 0
    job.refresh_from_db()
    assert job.status == TaskResultStatus.RUNNING


def test_a_silent_workers_job_goes_back_once_however_many_sweep():
    job = orphan()
    WorkerBeat.objects.create(worker_id="worker-gone", at=timezone.now() - timedelta(minutes=1))
    assert [jobs.sweep(), jobs.sweep()] == [1, 0]
    job.refresh_from_db()
    assert job.status == TaskResultStatus.READY
    assert job in DBTaskResult.objects.ready()


def test_two_sweeps_that_saw_the_same_orphan_put_it_back_once():
    job = orphan()
    seen_by_the_other = DBTaskResult.objects.get(pk=job.pk)
    assert jobs.put_back(job, started_at=job.started_at) == 1
    assert jobs.put_back(seen_by_the_other, started_at=seen_by_the_other.started_at) == 0


def test_a_failed_job_comes_back_later_and_later_and_is_given_up(worker, caplog):
    job = fail.enqueue()
    pauses = []
    for _ in range(jobs.MOST_ATTEMPTS):
        DBTaskResult.objects.update(run_after=timezone.now())
        worker.work()
        row = DBTaskResult.objects.get(pk=job.id)
        assert row.status == TaskResultStatus.FAILED
        if jobs.sweep():
            row.refresh_from_db()
            pauses.append(round((row.run_after - timezone.now()).total_seconds()))
    assert pauses == [10, 20, 40, 80, 160, 320, 640]
    assert jobs.sweep() == 0
    assert DBTaskResult.objects.get(pk=job.id).status == TaskResultStatus.FAILED


def test_an_orphan_that_was_tried_too_often_is_given_up(caplog):
    job = orphan(attempts=jobs.MOST_ATTEMPTS)
    assert jobs.sweep() == 0
    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED
    assert "given up" in caplog.text


def test_a_worker_that_stops_finishes_the_job_in_hand(worker, tmp_path):
    go = tmp_path / "go"
    job = hang.enqueue(str(go))
    worker.start()
    until(go.with_suffix(".begun").exists)
    later = write_line.enqueue(str(tmp_path / "lines"), "later")
    go.touch()
    worker.stop()
    assert DBTaskResult.objects.get(pk=job.id).status == TaskResultStatus.SUCCESSFUL
    assert DBTaskResult.objects.get(pk=later.id).status == TaskResultStatus.READY


def test_what_says_nothing_any_more_is_cleared_away():
    long_ago = timezone.now() - timedelta(days=3)
    WorkerBeat.objects.create(worker_id="old", at=long_ago)
    jobs.beat("new")
    Revocation.objects.create(person_id=1, reason="old")
    Revocation.objects.update(at=long_ago)
    Revocation.objects.create(person_id=2, reason="new")
    done = orphan()
    DBTaskResult.objects.filter(pk=done.pk).update(
        status=TaskResultStatus.SUCCESSFUL, finished_at=long_ago
    )
    jobs.tidy()
    assert list(WorkerBeat.objects.values_list("worker_id", flat=True)) == ["new"]
    assert list(Revocation.objects.values_list("reason", flat=True)) == ["new"]
    assert not DBTaskResult.objects.exists()
    assert connection.in_atomic_block is False


def test_sessions_that_ended_are_cleared_away_and_others_stay():
    now = timezone.now()
    for key, days in (("ended", -1), ("open", 1)):
        Session.objects.create(session_key=key, expire_date=now + timedelta(days=days))
    jobs.tidy()
    assert [session.session_key for session in Session.objects.all()] == ["open"]
