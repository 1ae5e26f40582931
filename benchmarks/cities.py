"""Cities to measure in: a folder each, with a database of its own."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def environment(folder: Path) -> dict[str, str]:
    """The environment of a city on SQLite in a folder; nothing of the caller's city is touched."""
    kept = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "PORT"}}
    return kept | {
        "DATA_DIR": str(folder),
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


def manage(folder: Path, *words: str) -> float:
    """Run a management command in a city; returns the seconds it took."""
    began = time.perf_counter()
    run(folder, "manage.py", *words)
    return time.perf_counter() - began


def run(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *words],
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed.")
    return done.stdout


def a_demo_city(folder: Path) -> Path:
    folder.mkdir(parents=True)
    manage(folder, "migrate", "--verbosity=0")
    manage(folder, "seed_demo")
    return folder
