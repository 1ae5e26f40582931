"""A backup in one file, made while the city runs, and put back into an empty place.

In it: the database, media, and a manifest with the SHA-256 of each and the number of rows. Never in
it: the folder `keys` and the secret key, because who finds a backup must not be able to open secret
ballots or sign in as somebody.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

FORMAT = 1
COUNTED = (
    "people_person",
    "consultations_consultation",
    "proposals_proposal",
    "voting_support",
    "voting_openballot",
    "discussions_point",
    "people_auditrow",
)
"""Tables whose rows the manifest counts, in the same moment that the backup shows."""
NEVER = {"keys", "secret_key"}


class Impossible(Exception):
    """A backup cannot be made or put back; says why, and what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    made: str
    engine: str
    rows: dict[str, int]
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


def make(target: Path) -> Path:
    """Write a backup; into a folder under a name with the time, or to a file that is not there yet."""
    if target.is_dir():
        target = target / f"polyphony-{timezone.now():%Y-%m-%d-%H%M%S}.tar.gz"
    if target.exists():
        raise Impossible(f"{target} is there already. Name another file, or a folder.")
    if not target.parent.is_dir():
        raise Impossible(f"The folder {target.parent} is not there. Make it first.")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as kept:
        folder = Path(kept)
        made = timezone.now().isoformat()
        rows = dump_sqlite(folder) if connection.vendor == "sqlite" else dump_postgres(folder)
        copy_media(folder)
        files = {str(path.relative_to(folder)): digest(path) for path in files_in(folder)}
        manifest = Manifest(made, connection.vendor, rows, files)
        (folder / "manifest.json").write_text(json.dumps(manifest.__dict__, indent=1))
        unfinished = folder / "unfinished.tar.gz"
        with tarfile.open(unfinished, "w:gz", compresslevel=6) as tar:
            for name in ("manifest.json", *files):
                tar.add(folder / name, arcname=name)
        unfinished.chmod(0o600)
        unfinished.rename(target)  # whole or not there
    return target


def dump_sqlite(folder: Path) -> dict[str, int]:
    """SQLite's own backup: one moment of the database, while others go on writing."""
    there = f"file:{settings.DATABASES['default']['NAME']}?mode=ro"
    with (
        closing(sqlite3.connect(there, uri=True)) as source,
        closing(sqlite3.connect(folder / "database.sqlite3")) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # all of it in the one file
        return {
            table: copy.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - ours
            for table in COUNTED
        }


def dump_postgres(folder: Path) -> dict[str, int]:
    """pg_dump of the moment in which the rows are counted."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        run_postgres(
            "pg_dump",
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--snapshot={snapshot}",
            f"--file={folder / 'database.dump'}",
        )
        return rows_now()


def copy_media(folder: Path) -> None:
    """After the database, so that every picture it names is there."""
    if Path(settings.MEDIA_ROOT).is_dir():
        shutil.copytree(
            settings.MEDIA_ROOT, folder / "media", ignore=lambda _at, names: NEVER & set(names)
        )


def unpacked(file: Path, folder: Path) -> Manifest:
    """The backup's files in `folder`, each as it was written; refused when one is not."""
    try:
        with tarfile.open(file, "r:gz") as tar:
            unpack(tar, folder)
        told = json.loads((folder / "manifest.json").read_text())
        manifest = Manifest(**told)
    except (OSError, tarfile.TarError, ValueError, TypeError, EOFError) as trouble:
        raise Impossible(f"{file} is not a whole backup ({trouble}). Take another.") from trouble
    if manifest.format != FORMAT:
        raise Impossible(f"{file} was made by another version. Use that version to restore it.")
    there = {str(path.relative_to(folder)) for path in files_in(folder)} - {"manifest.json"}
    damaged = there ^ set(manifest.files)
    damaged |= {name for name in there - damaged if digest(folder / name) != manifest.files[name]}
    if damaged:
        raise Impossible(f"{file} is damaged: {', '.join(sorted(damaged)[:5])}. Take another.")
    return manifest


def unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """Plain files inside the folder and nothing else: Debian's Python has no filter for it yet."""
    for member in tar:
        place = (folder / member.name).resolve()
        if not (member.isfile() and place.is_relative_to(folder.resolve())):
            raise tarfile.TarError(f"it holds {member.name!r}, which is no file of a backup")
        place.parent.mkdir(parents=True, exist_ok=True)
        content = tar.extractfile(member)
        assert content, "a regular file has content"
        with content, place.open("wb") as out:
            shutil.copyfileobj(content, out)


def put_back(folder: Path, manifest: Manifest) -> None:
    """The unpacked backup into this city's empty database and media folder."""
    if manifest.engine != connection.vendor:
        raise Impossible(
            f"This backup is of {manifest.engine}, and DATABASE_URL leads to {connection.vendor}. "
            "Restore it where it came from."
        )
    refuse_what_is_not_empty()
    if connection.vendor == "sqlite":
        place = Path(settings.DATABASES["default"]["NAME"])
        connection.close()
        for leftover in ("-wal", "-shm"):
            place.with_name(place.name + leftover).unlink(missing_ok=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / "database.sqlite3", place)
    else:
        run_postgres(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--exit-on-error",
            "--single-transaction",
            f"--dbname={settings.DATABASES['default']['NAME']}",
            str(folder / "database.dump"),
        )
        connection.close()
    if (folder / "media").is_dir():
        shutil.copytree(folder / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)


def refuse_what_is_not_empty() -> None:
    if tables := connection.introspection.table_names():
        raise Impossible(
            f"This database holds {len(tables)} tables. Restore into an empty place: a new DATA_DIR, "
            "or a new database in DATABASE_URL."
        )
    media = Path(settings.MEDIA_ROOT)
    if media.is_dir() and any(media.iterdir()):
        raise Impossible(f"{media} is not empty. Move it aside first.")


def rows_now() -> dict[str, int]:
    """Rows of the counted tables in this database."""
    with connection.cursor() as cursor:
        rows = {}
        for table in COUNTED:
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - ours
            rows[table] = cursor.fetchone()[0]
    return rows


def run_postgres(program: str, *words: str) -> None:
    """One of PostgreSQL's own programs, which learns the password from its environment alone."""
    where: dict[str, Any] = settings.DATABASES["default"]
    known = {
        "PGHOST": where["HOST"],
        "PGPORT": where["PORT"],
        "PGUSER": where["USER"],
        "PGPASSWORD": where["PASSWORD"],
        "PGDATABASE": where["NAME"],
    }
    known |= {f"PG{key.upper()}": where["OPTIONS"][key] for key in SSL if key in where["OPTIONS"]}
    env = os.environ | {name: str(value) for name, value in known.items() if value}
    found = shutil.which(program)
    if not found:
        raise Impossible(f"{program} is missing. On Debian: apt install postgresql-client")
    done = subprocess.run([found, *words], env=env, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise Impossible(f"{program} failed: {done.stderr.strip()[:1000]}")


SSL = ("sslmode", "sslrootcert", "sslcert", "sslkey")


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
