"""A real city, served by the real runner on a port of its own, and a real browser to visit it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PASSWORD = "polyphony-demo"


HAPPENINGS = """
from consultations.models import Clause
from discussions.actions import decide
from people.models import Person
from proposals.models import Proposal
moderator = Person.objects.get(email="moderator@example.org")
proposal = Proposal.objects.standing().exclude(author__email__startswith="citizen").last()
decide(person=moderator, item=proposal, kind="hide", clause=Clause.objects.first(),
       facts="It advertises a shop.")
"""
"""What happened before the visits begin: a proposal was hidden, and its author was told."""


class City:
    """A demonstration city in a process of its own: its address, and a way to act behind its back."""

    def __init__(self, folder: Path, database_url: str = ""):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.environment = {
            **{key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"},
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url,
            "DEMO": "1",
            "PORT": str(port),
            "LIVE_SOCKETS_PER_ADDRESS": "1000",
        }
        self.log = folder / "server.log"
        self.process: subprocess.Popen | None = None
        self.worker: subprocess.Popen | None = None

    def manage(self, *words: str) -> str:
        """Run a management command in the same city, in another process."""
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "manage.py", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def shell(self, code: str) -> str:
        """Run some lines of Python in the city and return what they print."""
        return self.manage("shell", "--no-imports", "-c", code).strip()

    def serve(self) -> None:
        self.process = self.begin("-m", "config.serve")
        if self.environment["DATABASE_URL"]:  # there the jobs have a process of their own
            self.worker = self.begin("manage.py", "work")
        for _ in range(600):
            if self.process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2)
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
            else:
                return
        pytest.fail(f"The city does not answer:\n{self.log.read_text()[-3000:]}")

    def begin(self, *words: str) -> subprocess.Popen:
        with self.log.open("ab") as log:
            command = [sys.executable, *words]
            return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)

    def stop(self) -> None:
        for process in filter(None, (self.process, self.worker)):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture(scope="session")
def city(tmp_path_factory) -> Iterator[City]:
    """The demonstration city, seeded and served; shared by all journeys of a run."""
    made = City(tmp_path_factory.mktemp("city"), database_of_the_city())
    made.manage("migrate", "--verbosity=0")
    made.manage("seed_demo")
    made.shell(HAPPENINGS)
    made.serve()
    yield made
    made.stop()


def database_of_the_city() -> str:
    """On PostgreSQL a database of the city's own, made anew; on SQLite a file in its folder."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return ""
    import psycopg

    base, _slash, rest = url.rpartition("/")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    name = psycopg.sql.Identifier(f"journeys_{worker}_{rest.partition('?')[0]}")
    with psycopg.connect(f"{base}/postgres", autocommit=True) as server:
        server.execute(psycopg.sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(name))
    return f"{base}/{name.as_string()[1:-1]}"


@pytest.fixture
def visitor(chromium, city):
    """Make browsers of one person each: `visitor("citizen1", phone=True)` gives her page."""
    contexts = []

    def visit(account: str | None = None, *, phone: bool = False, **options):
        options.setdefault(
            "viewport", {"width": 390, "height": 844} if phone else {"width": 1280, "height": 900}
        )
        context = chromium.new_context(base_url=city.url, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        if account:
            sign_in(page, account)
        return page

    yield visit
    for context in contexts:
        context.close()


def sign_in(page, account: str) -> None:
    page.goto("/account/login/")
    page.locator("input[name=login]:visible").first.fill(f"{account}@example.org")
    page.locator("input[name=password]:visible").first.fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/account/login" not in url)
