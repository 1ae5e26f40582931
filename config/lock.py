"""One process per SQLite file: several writers starve each other, and hubs would not meet."""

import fcntl
import os
from pathlib import Path
from typing import IO


class Taken(Exception):
    """Another process holds the lock; says which, and what to do."""


def take(folder: Path) -> IO[str]:
    """Hold the lock of a data folder until the returned file is closed or the process ends."""
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "serve.lock").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise Taken(
            f"A server already runs on {folder} (process {holder}). Stop it first, or give this "
            "one a DATA_DIR of its own, or a DATABASE_URL: only PostgreSQL serves several."
        ) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file
