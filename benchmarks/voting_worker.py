"""One measurement in a process of its own: `python -m benchmarks.voting_worker '{"who": …}'`.

Prints one line of JSON: CPU seconds from ballots in memory to winners, the peak of memory that the
count added, and the winners.
"""

import json
import random
import resource
import sys
import time
import warnings

import numpy  # noqa: F401 - its import is not what is measured

from voting.counting import rules
from voting.counting.ballots import aggregate
from voting.counting.budgets.equal_shares import EqualShares, runner, spending
from voting.counting.budgets.shares import shares_of
from voting.counting.election import Election, Option
from voting.counting.lots import draw
from voting.counting.progress import Progress


def a_city(voters: int, projects: int) -> Election:
    """Costs from 5,000 to 500,000; everybody ticks two to ten projects, some much liked by many."""
    chance = random.Random(f"{voters} {projects}")
    options = tuple(
        Option(f"p{n}", cost=chance.randint(50, 5_000) * 100 * 100) for n in range(projects)
    )
    ids = [option.id for option in options]
    liked = [1 / (1 + n / 10) for n in range(projects)]
    budget = sum(option.cost for option in options) // 5 // 100 * 100
    ballots = (
        ("approval", tuple(sorted(set(chance.choices(ids, liked, k=chance.randint(2, 10))))))
        for _ in range(voters)
    )
    return Election(options, aggregate(ballots), kind="approval", budget=budget, currency="EUR")


INCREMENT = 40
"""Money per voter by which add1 raises the shares: a dozen runs, not hundreds."""


def options(completion: str) -> dict:
    return {"completion": completion, **({"increment": INCREMENT} if completion == "add1" else {})}


def ours(election: Election, completion: str):
    """From ballots as they are read: checked, packed and counted, with rounds."""
    spec = rules.spec("equal-shares", options(completion))
    lots = draw((option.id for option in election.options), "bench")
    return lambda: sorted(rules.counted(election, spec, lots=lots).winners)


def packed(election: Election, completion: str):
    """From ballots packed by project, as pabutools begins with a profile of its own."""
    spec = rules.spec("equal-shares", options(completion))
    assert isinstance(spec, EqualShares)
    lots = draw((option.id for option in election.options), "bench")
    shares = shares_of(election, "cost")
    assert shares.able and shares.totals

    def count() -> list[str]:
        run = runner(shares, lots)
        last = spending(shares, spec, run, election.budget or 0, lots, Progress())
        return sorted(shares.ids[p] for p in (each.project for each in run(last.endowment, True)))

    return count


def theirs(election: Election, completion: str):
    """pabutools with its own fastest numbers allowed: exact fractions by gmpy2, equal ballots merged."""
    from pabutools.election import ApprovalBallot, ApprovalMultiProfile, Cost_Sat, Instance, Project
    from pabutools.rules import exhaustion_by_budget_increase, method_of_equal_shares

    projects = {option.id: Project(option.id, option.cost // 100) for option in election.options}
    instance = Instance(projects.values(), budget_limit=(election.budget or 0) // 100)
    profile = ApprovalMultiProfile(instance=instance)
    for ballot, weight in election.ballots:
        frozen = ApprovalBallot(projects[key] for key in ballot[1]).frozen()
        profile.append(frozen)
        profile[frozen] = weight

    def count() -> list[str]:
        if completion == "none":
            won = method_of_equal_shares(instance, profile, sat_class=Cost_Sat)
        else:
            won = exhaustion_by_budget_increase(
                instance,
                profile,
                method_of_equal_shares,
                {"sat_class": Cost_Sat},
                exhaustive_stop=False,
                budget_step=profile.num_ballots() * INCREMENT,
            )
        return sorted(project.name for project in won)

    return count


def main(asked: dict) -> dict:
    warnings.simplefilter("ignore")
    election = a_city(asked["voters"], asked["projects"])
    from voting.counting.budgets import shares_fast  # noqa: F401 - nor is this one's

    count = {"ours": ours, "packed": packed, "pabutools": theirs}[asked["who"]](
        election, asked["completion"]
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    won = count()
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"seconds": seconds, "peak_mib": peak / 1024, "winners": won}


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))
