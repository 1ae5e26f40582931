"""A job worker in a process of its own, for cities that are scaled out."""

import signal

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.jobs import JobWorker


class Command(BaseCommand):
    help = "Run jobs until SIGTERM, finishing the one in hand. Start as many as you need."

    def handle(self, **options) -> None:
        if settings.EMBEDDED:
            raise CommandError(
                "On SQLite the server runs the jobs itself: one process writes. "
                "Set DATABASE_URL to run workers of their own."
            )
        worker = JobWorker()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.ask_to_stop())
        worker.run()
