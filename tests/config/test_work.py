"""The job worker in a process of its own."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from config.models import WorkerBeat


def test_an_embedded_city_needs_no_other_worker(settings):
    settings.EMBEDDED = True
    with pytest.raises(CommandError, match="Set DATABASE_URL"):
        call_command("work")


@pytest.mark.skipif(settings.EMBEDDED, reason="SQLite: the server works itself")
@pytest.mark.django_db(transaction=True)
def test_a_worker_beats_works_and_ends_when_asked(tmp_path):
    name = connection.settings_dict["NAME"]
    url = settings.DATABASE_URL.rsplit("/", 1)[0] + f"/{name}"
    worker = subprocess.Popen(
        [sys.executable, settings.BASE_DIR / "manage.py", "work"],
        env={**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"},
    )
    try:
        deadline = time.monotonic() + 20
        while not WorkerBeat.objects.exists():
            assert time.monotonic() < deadline and worker.poll() is None
            time.sleep(0.1)
    finally:
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=20) == 0
