"""A worker that is killed while digests leave: the next one goes on, and nobody gets two."""

import sys
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from people.jobs import write_digests
from people.models import Letter, Notice
from people.notices import tell
from tests.config.test_jobs import until
from tests.factories import a_proposal, many_people
from tests.people.postbox import an_open_postbox

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 40


@pytest.fixture
def slow_postbox():
    with an_open_postbox() as (box, port):
        box.delay = 0.05
        yield box, port


def start_worker(start, port: int):
    """Where jobs run: on SQLite in the server, on PostgreSQL in a process of their own."""
    mail = {"EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    if connection.vendor == "sqlite":
        return start(**mail)
    command = [sys.executable, "manage.py", "work"]
    return start(command, ready=False, JOBS_SILENT_SECONDS="1", **mail)


def test_a_killed_worker_sends_nobody_two_digests_and_the_next_one_sends_the_rest(
    start, slow_postbox
):
    box, port = slow_postbox
    proposal, people = a_proposal(), many_people(MANY)
    tell(
        [person.pk for person in people],
        topic=proposal.topic,
        event="answer.published",
        facts={"title": proposal.title},
        url=f"/proposals/{proposal.pk}/",
    )
    Notice.objects.update(made=timezone.now() - timedelta(hours=1))
    write_digests.enqueue("weekly", timezone.now().isoformat())

    first = start_worker(start, port)
    until(lambda: len(box.received) >= 5)
    first.process.kill()
    first.process.wait()
    time.sleep(0.2)  # what it had handed over arrives
    assert 5 <= len(box.received) < MANY
    in_her_hands = Letter.objects.filter(sent__isnull=True, attempts__gt=0).count()
    assert in_her_hands <= 1

    start_worker(start, port)
    until(lambda: Letter.objects.filter(sent__isnull=True).count() <= in_her_hands, 40)
    assert len(set(box.addresses)) == len(box.addresses), "nobody got two"
    assert MANY - 1 <= len(box.addresses) <= MANY
    missing = {person.email for person in people} - set(box.addresses)
    assert len(missing) <= 1, "the one that was in the dead worker's hands, whose fate nobody knows"
    assert Letter.objects.filter(kind="digest").count() == MANY
