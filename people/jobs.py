"""Work for the worker: letters are sent, and forgotten ones are found again."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from people import posting

OWN_JOB = timedelta(seconds=30)


@task(queue_name="mail")
def send_letter(key: str) -> None:
    """Send one letter; doing it twice sends it once."""
    posting.send(key)


@task(queue_name="mail")
def send_waiting_letters() -> None:
    """Send every letter whose time has come."""
    for key in posting.due_letters(timezone.now()):
        posting.send(key)


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
