"""Ranked ballots: run-off, Schulze and Scottish STV beside pyrankvote, on the same ballots.

Two kinds of ballots: `complete`, every one ranks all candidates in an order of its own; and `short`,
as councils see them, most naming two or three of whom some are far better known. Every count is a
process of its own. Growth is ours from 10,000 ballots to the full number.
"""

import json
import platform
import random
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks.cities import ROOT

RULES = ("irv", "schulze", "stv-scottish")
PEERS = {"irv": "irv", "schulze": "irv", "stv-scottish": "stv"}
"""Schulze is held against their run-off: they do not have it."""


def measure(ballots: int = 1_000_000, candidates: int = 30, rounds: int = 3) -> dict:
    """Seconds, megabytes and their ratios; medians of `rounds`."""
    peer = find_spec("pyrankvote") is not None
    figures: dict = {"python": platform.python_version(), "ballots": ballots}
    if not peer:
        figures["pyrankvote"] = "not installed: only our own figures"
    with tempfile.TemporaryDirectory(prefix="polyphony-bench-") as folder:
        for kind in ("short", "complete"):
            file = a_file(Path(folder), kind, ballots, candidates)
            mine = {rule: medians("ours", rule, file, rounds) for rule in RULES}
            theirs = (
                {rule: medians("theirs", rule, file, rounds) for rule in ("irv", "stv")}
                if peer
                else {}
            )
            figures[kind] = {
                "different ballots": f"{mine['irv']['different']:,}",
                **{rule: beside(mine[rule], theirs.get(PEERS[rule])) for rule in RULES},
            }
            for rule, them in theirs.items():
                figures[kind][f"pyrankvote {them['version']} {rule}"] = told(them)
            figures[kind]["growth"] = growth(Path(folder), kind, ballots, candidates, rounds, mine)
            file.unlink()
    return figures


def a_file(folder: Path, kind: str, ballots: int, candidates: int) -> Path:
    """The ballots as a `.soi` file, one a line; always the same ones."""
    chance = random.Random(f"{kind} {candidates}")
    everybody = [str(number) for number in range(1, candidates + 1)]
    known = [1 / number for number in range(1, candidates + 1)]
    file = folder / f"{kind}-{ballots}.soi"
    with file.open("w") as out:
        out.write(f"# NUMBER ALTERNATIVES: {candidates}\n")
        out.writelines(f"# ALTERNATIVE NAME {key}: {key}\n" for key in everybody)
        for _ in range(ballots):
            if kind == "complete":
                order = chance.sample(everybody, candidates)
            else:
                ranks = min(candidates, 1 + int(chance.expovariate(0.4)))
                order = list(dict.fromkeys(chance.choices(everybody, known, k=ranks)))
            out.write(f"1: {','.join(order)}\n")
    return file


def medians(engine: str, rule: str, file: Path, rounds: int) -> dict:
    done = [run(engine, rule, file) for _ in range(rounds)]
    middle = {
        key: statistics.median(each[key] for each in done) for key in ("seconds", "megabytes")
    }
    return {**done[0], **middle}


def run(engine: str, rule: str, file: Path) -> dict:
    words = [sys.executable, "-m", "benchmarks.rankings_worker", engine, rule, str(file)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stderr}\n{' '.join(words)} failed.")
    return json.loads(done.stdout)


def told(figures: dict) -> str:
    return (
        f"{figures['seconds']:.2f} s, {figures['megabytes']:.0f} MB, "
        f"elected {' '.join(figures['winners'])}"
    )


def beside(mine: dict, theirs: dict | None) -> str:
    if theirs is None:
        return told(mine)
    faster = theirs["seconds"] / mine["seconds"]
    return f"{told(mine)}; {faster:.1f} x faster, {share(mine, theirs):.2f} of their memory"


def share(mine: dict, theirs: dict) -> float:
    return mine["megabytes"] / theirs["megabytes"]


def growth(
    folder: Path, kind: str, ballots: int, candidates: int, rounds: int, whole: dict[str, dict]
) -> dict:
    """Microseconds a ballot at growing sizes: level or falling is at most linear."""
    rows: dict[str, list[str]] = {rule: [] for rule in RULES}
    for size in [size for size in (10_000, 100_000) if size < ballots] + [ballots]:
        file = a_file(folder, kind, size, candidates) if size < ballots else None
        for rule, row in rows.items():
            measured = medians("ours", rule, file, rounds) if file else whole[rule]
            row.append(f"{size:,}: {measured['seconds'] / size * 1e6:.2f} µs a ballot")
    return {rule: ", ".join(row) for rule, row in rows.items()}
