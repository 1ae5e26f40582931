"""What a page costs: in the demonstration, in a big city, and beside the plainest way to write it.

CPU time of one process (not the clock on the wall, which a shared machine spoils), medians of
rounds that take turns. `plain` is a view that asks the same queries and fills one flat template;
`constant` answers two letters through the same middleware.
"""

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.cities import ROOT, a_demo_city, manage, run

ROUNDS, REQUESTS = 7, 40


def measure(proposals: int = 50_000, supports: int = 1_000_000, points: int = 500_000) -> dict:
    """Ratios of the consultation list and the proposal page; sizes may be made smaller."""
    with tempfile.TemporaryDirectory(prefix="polyphony-bench-") as scratch:
        say("Seeding the demonstration")
        demo = a_demo_city(Path(scratch) / "demo")
        big = Path(scratch) / "big"
        big.mkdir()
        manage(big, "migrate", "--verbosity=0")
        say(f"Seeding {proposals:,} proposals, {supports:,} supports, {points:,} points")
        sizes = [f"--proposals={proposals}", f"--supports={supports}", f"--points={points}"]
        seeding = manage(big, "seed_city", *sizes)
        say("Inserting the same rows bare")
        bare = bare_inserts(big, Path(scratch) / "bare")
        say("Measuring pages")
        in_demo, in_big = worker(demo), worker(big)
    return {
        "seeding": {
            "rows": [proposals, supports, points],
            "seed_city_s": round(seeding, 1),
            "executemany_s": round(bare, 1),
            "ratio": round(seeding / bare, 2),
        },
        **{name: figures(in_demo, in_big, name) for name in ("consultation", "proposal")},
        "python": sys.version.split()[0],
    }


def figures(in_demo: dict, in_big: dict, name: str) -> dict:
    page, big = in_demo[name], in_big[name]
    return {
        "demo_ms": page,
        "big_ms": big,
        "big_to_demo": round(big / page, 2),
        "to_plain": round(big / in_big[f"plain_{name}"], 2),
        "to_constant": round(big / in_big["constant"], 1),
        "queries": in_big[f"{name}_queries"],
    }


def worker(folder: Path) -> dict:
    return json.loads(run(folder, "-m", "benchmarks.pages_worker").splitlines()[-1])


def bare_inserts(city: Path, folder: Path) -> float:
    """Seconds that bare `executemany` takes to insert all rows of a city into empty tables."""
    folder.mkdir()
    manage(folder, "migrate", "--verbosity=0")
    source = sqlite3.connect(city / "polyphony.sqlite3")
    target = sqlite3.connect(folder / "polyphony.sqlite3", isolation_level=None)
    target.execute("PRAGMA foreign_keys=OFF")
    target.execute("PRAGMA synchronous=NORMAL")
    spent = 0.0
    for (table,) in source.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%' AND name NOT LIKE 'django_%'"
    ).fetchall():
        rows = source.execute(f'SELECT * FROM "{table}"').fetchall()
        if not rows:
            continue
        target.execute(f'DELETE FROM "{table}"')
        marks = ",".join("?" * len(rows[0]))
        began = time.perf_counter()
        target.execute("BEGIN IMMEDIATE")
        target.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)
        target.execute("COMMIT")
        spent += time.perf_counter() - began
    return spent


def in_turns(calls: dict) -> dict[str, float]:
    """Median CPU milliseconds of each call, measured in rounds that take turns."""
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        for _ in range(10):
            call()
    for _ in range(ROUNDS):
        for name, call in calls.items():
            began = time.process_time()
            for _ in range(REQUESTS):
                call()
            spent[name].append((time.process_time() - began) * 1000 / REQUESTS)
    return {name: round(statistics.median(times), 3) for name, times in spent.items()}


def say(sentence: str) -> None:
    print(f"{sentence} …", file=sys.stderr, flush=True)


__all__ = ["ROOT", "in_turns", "measure"]
