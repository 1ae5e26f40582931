"""Small invented budgets, full of ties, from a seed."""

import random

from voting.counting.ballots import aggregate
from voting.counting.election import Election, Option
from voting.counting.lots import Lots, draw


def a_budget(seed: int, kind: str = "approval", *, most: int = 7, voters: int = 12) -> Election:
    """A budget of whole currency units; few costs and few voters, so that much is tied."""
    chance = random.Random(seed)
    few = chance.sample([1, 2, 3, 4, 5, 6, 8, 10, 12, 15], chance.choice([1, 2, 4, 8]))
    options = tuple(
        Option(f"p{number}", f"Project {number}", cost=chance.choice(few) * 100)
        for number in range(chance.randint(2, most))
    )
    ids = [option.id for option in options]
    ballots = [a_ballot(chance, kind, ids) for _ in range(chance.randint(1, voters))]
    total = sum(option.cost for option in options) // 100
    return Election(
        options=options,
        ballots=aggregate(ballots),
        kind=kind,
        budget=chance.randint(1, total + 2) * 100,
        currency="EUR",
        meta={"max_length": str(len(ids))},
    )


def a_ballot(chance: random.Random, kind: str, ids: list[str]):
    chosen = chance.sample(ids, chance.randint(0, min(4, len(ids))))
    if not chosen:
        return ("blank",)
    if kind == "approval":
        return (kind, tuple(sorted(chosen)))
    if kind == "ranking":
        return (kind, tuple((key,) for key in chosen))
    return (kind, tuple(sorted((key, chance.randint(1, 4)) for key in chosen)))


def lots_for(election: Election, seed: int) -> Lots:
    return draw((option.id for option in election.options), str(seed))
