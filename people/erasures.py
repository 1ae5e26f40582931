"""The journal of erasures: who left stays gone when yesterday's backup comes back.

A line per person in `DATA_DIR/erasures.jsonl`, outside the database and its backups: her number
and the moment, nothing else. `replay()` is for whoever restores: it erases again whom the journal
names. The rows of `Erasure` are the truth, the file their copy: what a crash left out is added the
next time.
"""

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from people.models import Erasure, Person


def journal() -> Path:
    return Path(settings.DATA_DIR) / "erasures.jsonl"


def write_down(number: int, at: datetime) -> None:
    """Note, in the transaction that erases, who is gone; the file follows once it has committed."""
    Erasure.objects.get_or_create(number=number, at=at)
    transaction.on_commit(copy_to_file, robust=True)


def copy_to_file() -> int:
    """Add to the file what it lacks; returns how many lines."""
    known = set(entries())
    rows = Erasure.objects.order_by("at", "pk")
    missing = [row for row in rows if (row.number, row.at) not in known]
    if missing:
        lines = "".join(
            json.dumps({"person": row.number, "at": row.at.isoformat()}) + "\n" for row in missing
        )
        # A crash may have torn the last line: ours begins on its own.
        torn = journal().exists() and not journal().read_bytes().endswith(b"\n")
        handle = os.open(journal(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, (b"\n" if torn else b"") + lines.encode())
            os.fsync(handle)
        finally:
            os.close(handle)
    return len(missing)


def entries() -> Iterator[tuple[int, datetime]]:
    """What the file says; a line torn by a crash is passed over."""
    try:
        lines = journal().read_text().splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            said = json.loads(line)
            yield int(said["person"]), datetime.fromisoformat(said["at"])
        except (ValueError, KeyError, TypeError):
            continue


def replay() -> list[int]:
    """Erase again everybody whom the journal names and a restored backup brought back.

    Somebody who joined after that moment has inherited a number and is not meant.
    """
    from people.leaving import erase  # which writes into this journal in turn

    again = []
    for number, at in list(entries()):
        person = Person.objects.filter(pk=number, joined__lt=at).first()
        if person is not None:
            erase(person, at=at)
            again.append(number)
    return again
