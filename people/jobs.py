"""Work for the worker: letters are sent, and forgotten ones are found again."""

from django.utils import timezone
from django_tasks import task

from people import posting


@task(queue_name="mail")
def send_letter(key: str) -> None:
    """Send one letter; doing it twice sends it once."""
    posting.send(key)


def send_due_letters() -> int:
    """Give the worker a job for every letter whose time has come; called by the clock's sweep.

    Returns how many. A letter that already has a job is sent once all the same.
    """
    due = posting.due_letters(timezone.now())
    for key in due:
        send_letter.enqueue(key)
    return len(due)
