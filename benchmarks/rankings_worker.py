"""One count in a process of its own, so that its memory is its own: prints one line of JSON.

`python -m benchmarks.rankings_worker ENGINE RULE FILE`. Both read the same ballots from the same
file; turning its text into ballots is not timed, for either. Ours then puts equal ballots together and counts; both
are timed. CPU time of the process, because a shared machine spoils the clock on the wall; memory is
the most the whole process ever had.
"""

import json
import resource
import sys
import time
from importlib.metadata import version
from itertools import islice
from pathlib import Path

SEATS = 4
AT_ONCE = 5_000


def ours(rule: str, file: Path) -> dict:
    from voting.counting import rules
    from voting.counting.election import Election, Option
    from voting.counting.lots import draw
    from voting.counting.orders import Orders

    with file.open() as lines:
        keys = [line.split()[3].rstrip(":") for line in islice(lines, 1, 1 + size_of(file))]
        orders, seconds = Orders(keys), 0.0
        while some := list(islice(lines, AT_ONCE)):
            ballots = [
                b"".join(map(orders.letter_of.__getitem__, line[3:].strip().split(",")))
                for line in some
            ]
            began = time.process_time()
            orders.put_each(ballots)
            seconds += time.process_time() - began
    election = Election(tuple(Option(key) for key in keys), orders, "ranking")
    options = {"seats": SEATS} if rule == "stv-scottish" else {}
    lots = draw(keys, "benchmark")
    began = time.process_time()
    orders.settled()
    outcome = rules.counted(election, rules.spec(rule, options), lots=lots)
    seconds += time.process_time() - began
    return {"seconds": seconds, "winners": list(outcome.winners), "different": len(orders)}


def size_of(file: Path) -> int:
    with file.open() as lines:
        return int(next(lines).split(":")[1])


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
