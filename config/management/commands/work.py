"""`manage.py work`: the job worker in a process of its own, for cities on PostgreSQL."""

import signal
import threading

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.jobs import JobWorker


class Command(BaseCommand):
    help = "Send letters and do other jobs until stopped; any number of these may run."

    def handle(self, **options):
        if settings.EMBEDDED:
            raise CommandError("On SQLite the server does the jobs itself. Set DATABASE_URL.")
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        worker = JobWorker()
        worker.start()
        self.stdout.write(f"Working as {worker.worker_id}.")
        stop.wait()
        worker.stop()
