"""Equal Shares beside pabutools, on invented budgets; and how it grows with the voters.

Each figure is the median of three processes that take turns. Time is CPU time from ballots in
memory to winners and rounds: `from_ballots` checks, packs and counts what a file's reader gives;
`from_packed` begins, as pabutools does with its profile, with ballots in the form that is counted.
Memory is what the count added to the peak of its process.
"""

import json
import os
import statistics
import subprocess
import sys
from importlib.metadata import version
from itertools import pairwise

from benchmarks.cities import ROOT
from benchmarks.pages import say

TIMES = 3
GROWTH = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def measure(projects: int = 150, small: int = 10_000, large: int = 100_000, grow: int = 1) -> dict:
    """`grow=0` leaves the growth out; sizes may be made smaller."""
    found: dict = {
        f"equal_shares_{small}x{projects}": beside(small, projects, "none"),
        f"equal_shares_{large}x{projects}": beside(large, projects, "none"),
        f"equal_shares_add1_{small}x{projects}": beside(small, projects, "add1"),
    }
    if grow:
        found["growth"] = growth(projects)
    found["versions"] = {
        "python": sys.version.split()[0],
        **{name: version(name) for name in ("numpy", "pabutools")},
    }
    return found


def beside(voters: int, projects: int, completion: str) -> dict:
    say(f"Equal Shares, {voters:,} voters, {projects} projects, completion {completion}")
    runs: dict[str, list[dict]] = {"ours": [], "packed": [], "pabutools": []}
    for _ in range(TIMES):
        for who, done in runs.items():
            done.append(one(who, voters, projects, completion))
    seconds = {who: median(done, "seconds") for who, done in runs.items()}
    peak = {who: median(done, "peak_mib") for who, done in runs.items()}
    return {
        "pabutools_s": round(seconds["pabutools"], 3),
        "from_ballots_s": round(seconds["ours"], 4),
        "from_packed_s": round(seconds["packed"], 4),
        "times_faster_from_ballots": round(seconds["pabutools"] / seconds["ours"], 1),
        "times_faster_from_packed": round(seconds["pabutools"] / seconds["packed"], 1),
        "pabutools_peak_mib": round(peak["pabutools"], 1),
        "our_peak_mib": round(peak["ours"], 1),
        "peak_share": round(peak["ours"] / peak["pabutools"], 3) if peak["pabutools"] else None,
        "same_winners": runs["ours"][0]["winners"] == runs["pabutools"][0]["winners"],
    }


def growth(projects: int) -> dict:
    """Seconds from ballots to winners per number of voters, and the steepest step between two."""
    found = {}
    for voters in GROWTH:
        say(f"Equal Shares, {voters:,} voters")
        found[voters] = median(
            [one("ours", voters, projects, "none") for _ in range(TIMES)], "seconds"
        )
    steps = [(found[more] / found[less]) / (more / less) for less, more in pairwise(GROWTH)]
    return {
        **{f"{voters}_s": round(seconds, 3) for voters, seconds in found.items()},
        "steepest_to_linear": round(max(steps), 2),
        "whole_to_linear": round(
            found[GROWTH[-1]] / found[GROWTH[0]] / (GROWTH[-1] / GROWTH[0]), 2
        ),
    }


def one(who: str, voters: int, projects: int, completion: str) -> dict:
    asked = {"who": who, "voters": voters, "projects": projects, "completion": completion}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.voting_worker", json.dumps(asked)],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def median(runs: list[dict], what: str) -> float:
    return statistics.median(run[what] for run in runs)
