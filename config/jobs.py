"""The job worker and its sweep: what was enqueued runs, also after a crash, and in the end once.

Jobs are idempotent by key, so that taking one up again is always right.
"""

import logging
import secrets
import threading
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from config.models import WorkerBeat
from live.models import Revocation
from people.jobs import look_for_letters
from people.models import Session, Tallied

log = logging.getLogger(__name__)

LOOK_EVERY = 0.5
MOST_ATTEMPTS = 8


class JobWorker(threading.Thread):
    """Runs jobs of every queue, beside the server or in a process of its own, until stopped."""

    def __init__(self) -> None:
        super().__init__(name="jobs", daemon=True)
        self.worker_id = f"worker-{secrets.token_hex(12)}"
        self._worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.worker_id,
            excluded_queue_names=[],
        )
        self._stop_asked = threading.Event()
        self._known = threading.Event()
        self._beats = threading.Thread(target=self._keep_beating, name="job beats", daemon=True)

    def run(self) -> None:
        self._beats.start()
        while not self._stop_asked.wait(LOOK_EVERY):
            try:
                if self._known.is_set():  # claims of a worker nobody knows would be swept away
                    self.work()
            except Exception:
                log.exception("jobs: the worker failed and goes on")
                connection.close()
        connection.close()

    def work(self) -> None:
        """Run everything that is ready. Looking costs no write, so an idle city keeps no lock."""
        if DBTaskResult.objects.ready().exists():
            self._worker.running = not self._stop_asked.is_set()
            self._worker.run()
        if connection.vendor != "sqlite":
            connection.close()

    def _keep_beating(self) -> None:
        """Say that we live, also while a long job runs; and put back what others left."""
        while True:
            try:
                beat(self.worker_id)
                self._known.set()
                sweep()
                look_for_letters()
                tidy()
            except Exception:
                log.exception("jobs: the sweep failed and will be tried again")
            connection.close()
            if self._stop_asked.wait(settings.JOBS_SILENT_SECONDS / 3.5):
                return

    def stop(self) -> None:
        """Finish the job in hand and end; what is left stays in the queue."""
        self._stop_asked.set()
        self._worker.running = False
        if self.is_alive():
            self.join(timeout=20)
            self._beats.join(timeout=5)


def beat(worker_id: str) -> None:
    WorkerBeat.objects.update_or_create(worker_id=worker_id, defaults={"at": timezone.now()})


def forget_workers() -> None:
    """Nobody works any more: for the start of the only process there is."""
    WorkerBeat.objects.all().delete()


def sweep() -> int:
    """Put orphaned and failed jobs back with a growing pause; returns how many."""
    silence = timedelta(seconds=settings.JOBS_SILENT_SECONDS)
    beats = WorkerBeat.objects.filter(at__gt=timezone.now() - silence)
    alive = set(beats.values_list("worker_id", flat=True))
    back = 0
    for job in DBTaskResult.objects.running():
        if not alive.intersection(job.worker_ids[-1:]):
            back += put_back(job, started_at=job.started_at)
    for job in DBTaskResult.objects.failed().filter(
        finished_at__gt=timezone.now() - timedelta(days=2)
    ):
        if len(job.worker_ids) < MOST_ATTEMPTS:
            back += put_back(job, finished_at=job.finished_at)
    return back


def put_back(job: DBTaskResult, **unchanged) -> int:
    """Make one job ready again, unless another sweep or worker has touched it meanwhile."""
    same = DBTaskResult.objects.filter(pk=job.pk, status=job.status, **unchanged)
    attempts = len(job.worker_ids)
    now = timezone.now()
    if attempts >= MOST_ATTEMPTS:
        log.error("jobs: %s was given up after %d attempts", job.task_path, attempts)
        same.update(status=TaskResultStatus.FAILED, finished_at=now)
        return 0
    pause = timedelta() if job.status == TaskResultStatus.RUNNING else back_off(attempts)
    back = same.update(status=TaskResultStatus.READY, run_after=now + pause)
    if back:
        log.warning("jobs: %s goes back to the queue, attempt %d", job.task_path, attempts + 1)
    return back


def back_off(attempts: int) -> timedelta:
    """10 s after the first failure, then double, at most an hour."""
    return timedelta(seconds=min(3600, 10 * 2 ** (attempts - 1)))


def tidy() -> None:
    """Clear away what says nothing any more."""
    now = timezone.now()
    WorkerBeat.objects.filter(at__lt=now - timedelta(hours=1)).delete()
    Revocation.objects.filter(at__lt=now - timedelta(hours=1)).delete()
    Tallied.objects.filter(expires__lt=now.timestamp()).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - timedelta(days=1)).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=now - timedelta(days=30)).delete()
