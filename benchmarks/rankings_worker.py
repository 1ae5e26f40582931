"""One count in a process of its own, so that its memory is its own: prints one line of JSON.

`python -m benchmarks.rankings_worker ENGINE RULE FILE`. Ours reads the file, puts equal ballots
together and counts, all of it timed. Of pyrankvote only the count is timed, not the making of its
ballots.
"""

import json
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

SEATS = 4


def ours(rule: str, file: Path) -> dict:
    from voting import formats
    from voting.counting import rules
    from voting.counting.lots import draw

    began = time.process_time()
    election = formats.read(file)
    options = {"seats": SEATS} if rule == "stv-scottish" else {}
    lots = draw(election.names, "benchmark")
    outcome = rules.counted(election, rules.spec(rule, options), lots=lots)
    seconds = time.process_time() - began
    different = len(election.ballots)
    return {"seconds": seconds, "winners": list(outcome.winners), "different": different}


def theirs(rule: str, file: Path) -> dict:
    from pyrankvote import Ballot, Candidate, instant_runoff_voting, single_transferable_vote

    ballots, candidates = [], {}
    with file.open() as lines:
        for line in lines:
            if line.startswith("# ALTERNATIVE NAME"):
                key = line.split()[3].rstrip(":")
                candidates[key] = Candidate(key)
            elif not line.startswith("#"):
                _count, order = line.split(":")
                ballots.append(Ballot([candidates[key.strip()] for key in order.split(",")]))
    began = time.process_time()
    if rule == "irv":
        result = instant_runoff_voting(list(candidates.values()), ballots)
    else:
        result = single_transferable_vote(list(candidates.values()), ballots, SEATS)
    seconds = time.process_time() - began
    winners = [winner.name for winner in result.get_winners()]
    return {"seconds": seconds, "winners": winners, "version": version("pyrankvote")}


if __name__ == "__main__":
    engine, rule, file = sys.argv[1:]
    measured = (ours if engine == "ours" else theirs)(rule, Path(file))
    measured["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(measured))
