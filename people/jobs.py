"""Work for the worker: letters are sent, digests written, and forgotten letters found again."""

import time
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from people import digests, posting

OWN_JOB = timedelta(seconds=30)
ROUND_SECONDS = 5.0
"""Many letters leave in short rounds, so that a code somebody waits for goes in between."""


@task(queue_name="mail", priority=10)
def send_letter(key: str) -> None:
    """Send one letter; doing it twice sends it once."""
    posting.send(key)


@task(queue_name="mail")
def send_waiting_letters() -> None:
    """Send letters whose time has come, for a few seconds; what is left gets another round."""
    end = time.monotonic() + ROUND_SECONDS
    for key in posting.due_letters(timezone.now()):
        posting.send(key)
        if time.monotonic() > end:
            break
    if not posting.server_rests() and posting.due_letters(timezone.now(), limit=1):
        send_waiting_letters.enqueue()


@task(queue_name="mail")
def write_digests(frequency: str, at: str) -> None:
    """Write the digests of an instant (ISO); doing it twice writes each once."""
    if digests.write_digests(frequency, datetime.fromisoformat(at)):
        send_waiting_letters.enqueue()


@task()
def wipe_log() -> None:
    """On SQLite: move what is in the write-ahead log into the file and cut the log to nothing.

    While somebody reads, that cannot be; then the job fails and is tried again.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, *_pages = cursor.fetchone()
    if busy:
        raise RuntimeError("The write-ahead log is being read; its old pages stay a little longer.")


def look_for_letters() -> bool:
    """Give the worker one round to make if letters wait that no job of their own has sent.

    Called by the worker's sweep; True when a round was added. Letters get half a minute for their
    own job first, and there is never more than one round in the queue.
    """
    if posting.server_rests() or not posting.due_letters(timezone.now() - OWN_JOB, limit=1):
        return False
    rounds = DBTaskResult.objects.filter(task_path=send_waiting_letters.module_path)
    if rounds.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]).exists():
        return False
    send_waiting_letters.enqueue()
    return True
