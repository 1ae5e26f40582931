"""A whole server in a process of its own, reached over real sockets; and a founded Lindhaven."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from websockets.sync.client import connect

from config.demo.seeding import seed

ROOT = Path(__file__).resolve().parents[2]
DAPHNE = [sys.executable, "-m", "config.serve"]
UVICORN = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--log-level", "warning"]
PATIENCE = 20


@dataclass
class Server:
    """A running server: its address, its process, where it writes what it has to say."""

    port: int
    process: subprocess.Popen
    words: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.origin + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()

    @contextlib.contextmanager
    def page(self, **options):
        """An open socket, its hello already read."""
        options = {"origin": self.origin, "subprotocols": ["polyphony.live.v1"], **options}
        with connect(f"ws://127.0.0.1:{self.port}/live/", **options) as page:
            assert hear(page)["t"] == "hello"
            yield page

    def terminate(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


def say(page, **frame) -> None:
    page.send(json.dumps(frame))


def hear(page) -> dict:
    return json.loads(page.recv(timeout=PATIENCE))


def version(page, topic: str, v: int) -> dict:
    """Read on until the topic is at version `v` or later."""
    while True:
        frame = hear(page)
        if frame["t"] == "snap" and frame["topic"] == topic and frame["v"] >= v:
            return frame


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(transactional_db, tmp_path):
    """Starts servers; whatever is still running at the end is ended."""
    started: list[Server] = []

    def start(command=DAPHNE, *, ready=True, folder=tmp_path, **environment) -> Server:
        port = free_port()
        if command[2] == "uvicorn":
            command = [*command, "--port", str(port)]
        words = tmp_path / f"words-{len(started)}.log"
        with words.open("w") as file:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=surroundings(folder, port) | environment,
                stdout=file,
                stderr=file,
            )
        server = Server(port, process, words)
        started.append(server)
        if ready:
            wait_until_ready(server)
        return server

    yield start
    for server in started:
        if server.process.poll() is None:
            server.process.kill()
            server.process.wait()


def surroundings(folder: Path, port: int) -> dict[str, str]:
    """The environment of a server on the test's own database, and on nothing else of ours."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "REDIS_URL")}
    facts = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        folder.mkdir(exist_ok=True)
        with contextlib.suppress(FileExistsError):
            (folder / "polyphony.sqlite3").symlink_to(facts["NAME"])
    else:
        host, port_of = facts["HOST"] or "127.0.0.1", facts["PORT"] or 5432
        who = f"{facts['USER']}:{facts['PASSWORD']}" if facts["PASSWORD"] else facts["USER"]
        kept["DATABASE_URL"] = (
            f"postgres://{who}@{host}:{port_of}/{connection.settings_dict['NAME']}"
        )
    return kept | {
        "DATA_DIR": str(folder),
        "PORT": str(port),
        "SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "LIVE_TICK_MS": "50",
        "LIVE_REREAD_MS": "200",
    }


def wait_until_ready(server: Server) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert server.process.poll() is None, server.words.read_text()
        with contextlib.suppress(OSError):
            if server.get("/readyz")[0] == 200:
                return
        time.sleep(0.05)
    raise AssertionError(f"not ready: {server.words.read_text()}")


@pytest.fixture(scope="module")
def founded(django_db_setup, django_db_blocker):
    """The demonstration in a transaction that is rolled back after the module's last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def lindhaven(founded, db):
    """A founded city; what one test changes, no other sees."""
