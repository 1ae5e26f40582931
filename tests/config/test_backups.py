"""A city is kept while it runs, and stands again in an empty place: all rows, no keys, no old life."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from config import backups

ROOT = Path(__file__).resolve().parents[2]
LIVED_IN = """
import sys, threading
from pathlib import Path
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
call_command("migrate", verbosity=0)
call_command("seed_demo", verbosity=0)
from live import epoch
from people.mail import write_letter
from people.models import Follow, Person
from django.test import Client
Client().force_login(Person.objects.all()[0])
write_letter(key="waiting", to="amara@example.org", subject="Your code", text="K7Q2")
Path(settings.MEDIA_ROOT).mkdir(exist_ok=True)
(settings.MEDIA_ROOT / "shade.webp").write_bytes(b"a picture")
keys = settings.DATA_DIR / "keys"
keys.mkdir(exist_ok=True)
(keys / "poll-1").write_text("zanzibar-key")
writing = threading.Event()
def others():
    number = 0
    while not writing.is_set():
        Follow.objects.create(person=Person.objects.all()[0], topic=f"proposal.{number}")
        number += 1
    connection.close()
busy = threading.Thread(target=others)
busy.start()
try:
    call_command("backup", sys.argv[-1])
finally:
    writing.set()
    busy.join()
from people.leaving import leave
leave(person=Person.objects.get(email="citizen2@example.org"))
print("EPOCH", epoch.current())
"""
STANDS_AGAIN = """
import sys
from django.core.management import call_command
call_command("restore", sys.argv[-1])
from django.conf import settings
from live import epoch
from people.models import AuditRow, Letter, Person, Session
from django.db import DatabaseError, transaction
print("EPOCH", epoch.current())
print("FACTS", Person.objects.count(), Letter.objects.filter(next_try__isnull=False).count(),
      (settings.MEDIA_ROOT / "shade.webp").read_bytes(), (settings.DATA_DIR / "keys").exists(),
      AuditRow.objects.get(act="backup.restored").person,
      Person.objects.filter(email="citizen2@example.org").exists(), Session.objects.count())
try:
    with transaction.atomic():
        AuditRow.objects.all().delete()
except DatabaseError:
    print("KEPT")
"""


@pytest.fixture
def place(tmp_path):
    """`place("here")`: an environment with a folder and an empty database of its own."""
    made = []

    def place(name: str) -> dict[str, str]:
        env = {**os.environ, "DATA_DIR": str(tmp_path / name), "DEMO": "1"}
        (tmp_path / name).mkdir()
        if settings.DATABASE_URL:
            database = f"polyphony_backup_{os.getpid()}_{name}"
            server, options = settings.DATABASE_URL.rsplit("/", 1)
            with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
                admin.execute(f'CREATE DATABASE "{database}"')
            made.append((server, database))
            _old, mark, rest = options.partition("?")
            env["DATABASE_URL"] = f"{server}/{database}{mark}{rest}"
        return env

    yield place
    for server, database in made:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
            admin.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def python(env: dict[str, str], code: str, *words: str) -> subprocess.CompletedProcess:
    start = "import django; django.setup()\n"
    return subprocess.run(
        [sys.executable, "-c", start + code, *words],
        cwd=ROOT,
        env={**env, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_a_backup_of_a_busy_city_stands_again_elsewhere(place, tmp_path):
    file = tmp_path / "city.tar.gz"
    kept = python(place("here"), LIVED_IN, str(file))
    assert kept.returncode == 0, kept.stderr
    assert file.stat().st_mode & 0o777 == 0o600
    with tarfile.open(file) as tar:
        names = set(tar.getnames())
        assert "media/shade.webp" in names
        assert not any("key" in name for name in names)
        manifest = json.loads(tar.extractfile("manifest.json").read())
    assert manifest["rows"]["people_person"] == 200

    there = place("there")
    shutil.copy(tmp_path / "here" / "erasures.jsonl", tmp_path / "there")
    back = python(there, STANDS_AGAIN, str(file))
    assert back.returncode == 0, back.stdout + back.stderr
    assert "Every stored number is what was counted." in back.stdout
    assert "Letters laid aside, so that none leaves twice: 1." in back.stdout
    assert "FACTS 199 0 b'a picture' False None False 0" in back.stdout
    assert "People erased again, because they had left: 1." in back.stdout
    assert "KEPT" in back.stdout
    assert kept.stdout.split("EPOCH ")[1] != back.stdout.split("EPOCH ")[1].splitlines()[0]

    again = python(there, STANDS_AGAIN, str(file))
    assert again.returncode != 0
    assert "Restore into an empty place" in again.stderr

    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(file.read_bytes()[:-2000])
    assert "is not a whole backup" in python(place("third"), STANDS_AGAIN, str(cut)).stderr


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "media/../../outside", "link"])
def test_a_file_that_would_leave_its_folder_is_no_backup(tmp_path, name):
    file, there = tmp_path / "bad.tar.gz", tmp_path / "there"
    there.mkdir()
    with tarfile.open(file, "w:gz") as tar:
        member = tarfile.TarInfo(name)
        if name == "link":
            member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    with pytest.raises(backups.Impossible, match="is not a whole backup"):
        backups.unpacked(file, there)
    assert list(there.iterdir()) == []
    assert not (tmp_path / "outside").exists()
