"""Our counts of ranked ballots beside `pref_voting` and `pyrankvote`, wherever the rules agree.

Where they differ, and why, stands in `docs/oracles-rankings.md`.
"""

import random
from collections.abc import Callable

import pytest

from voting.counting import rules
from voting.counting.election import Election, Option
from voting.counting.errors import LotNeeded
from voting.counting.lots import NO_LOTS, draw, given

pref_voting = pytest.importorskip("pref_voting", reason="the group oracles is not installed")
pyrankvote = pytest.importorskip("pyrankvote", reason="the group oracles is not installed")

from pref_voting.iterative_methods import instant_runoff_tb  # noqa: E402
from pref_voting.margin_based_methods import beat_path  # noqa: E402
from pref_voting.profiles import Profile  # noqa: E402
from pref_voting.profiles_with_ties import ProfileWithTies  # noqa: E402
from pref_voting.proportional_methods import stv_scottish  # noqa: E402
from pref_voting.scoring_methods import borda  # noqa: E402

ELECTIONS = 2_000


def random_ballots(chance: random.Random, *, complete=False, shared=False) -> dict[tuple, int]:
    """Distinct rankings of candidates 0 … n - 1, each a tuple of ranks, with their weight."""
    size = chance.randint(2, 6)
    rows: dict[tuple, int] = {}
    for _ in range(chance.randint(1, 14)):
        order = chance.sample(range(size), size if complete else chance.randint(1, size))
        ranks: list[tuple[int, ...]] = []
        for one in order:
            if shared and ranks and chance.random() < 0.2:
                ranks[-1] = tuple(sorted((*ranks[-1], one)))
            else:
                ranks.append((one,))
        rows[tuple(ranks)] = rows.get(tuple(ranks), 0) + chance.choice([1, 1, 2, 7])
    # Every candidate is on some ballot, so that both sides know of the same ones.
    missing = set(range(size)) - {one for ranks in rows for rank in ranks for one in rank}
    for one in missing:
        rows[((one,),)] = 1
    return rows


def election_of(rows: dict[tuple, int]) -> Election:
    size = 1 + max(one for ranks in rows for rank in ranks for one in rank)
    ballots = tuple(
        (("ranking", tuple(tuple(str(one) for one in rank) for rank in ranks)), weight)
        for ranks, weight in rows.items()
    )
    return Election(tuple(Option(str(one)) for one in range(size)), ballots, "ranking")


def with_ties(rows: dict[tuple, int]) -> ProfileWithTies:
    size = 1 + max(one for ranks in rows for rank in ranks for one in rank)
    rankings = [
        {one: place for place, rank in enumerate(ranks, 1) for one in rank} for ranks in rows
    ]
    profile = ProfileWithTies(rankings, rcounts=list(rows.values()), candidates=list(range(size)))
    profile.use_extended_strict_preference()
    return profile


def strict(rows: dict[tuple, int]) -> Profile:
    return Profile([[rank[0] for rank in ranks] for ranks in rows], rcounts=list(rows.values()))


def winners(election: Election, name: str, lots=NO_LOTS, **options) -> set[int]:
    return set(map(int, rules.counted(election, rules.spec(name, options), lots=lots).winners))


def everybody_who_may_win(election: Election, name: str, **options) -> set[int]:
    """Whom some lot would let win: what these libraries return for a tie."""
    found = set()
    for first in election.names:
        lots = given([first, *(key for key in election.names if key != first)])
        found |= winners(election, name, lots, **options)
    return found


def each_election(seed: str, compare: Callable, **shape) -> int:
    chance = random.Random(seed)
    return sum(compare(random_ballots(chance, **shape), chance) for _ in range(ELECTIONS))


def test_schulze_by_margins_is_beat_path():
    def compare(rows, chance):
        ours = everybody_who_may_win(election_of(rows), "schulze", strength="margins")
        assert ours == set(beat_path(with_ties(rows)))
        return 1

    assert each_election("schulze", compare, shared=True) == ELECTIONS


def test_schulze_by_winning_votes_is_beat_path_by_strength_of_support():
    def compare(rows, chance):
        profile = with_ties(rows)
        ours = everybody_who_may_win(election_of(rows), "schulze", strength="winning")
        theirs = beat_path(profile, strength_function=lambda a, b: profile.support(a, b))
        assert ours == set(theirs)
        return 1

    assert each_election("winning", compare, shared=True) == ELECTIONS


def test_borda_of_complete_ballots():
    def compare(rows, chance):
        for truncation in ("zero", "average", "modified"):
            ours = everybody_who_may_win(election_of(rows), "borda", truncation=truncation)
            # On complete ballots `modified` gives everybody one point more a ballot: the same order.
            assert ours == set(borda(strict(rows)))
        return 1

    assert each_election("borda", compare, complete=True) == ELECTIONS


def test_run_off_of_complete_ballots_with_ties_parted_in_a_fixed_order():
    def compare(rows, chance):
        election = election_of(rows)
        order = chance.sample(list(election.names), len(election.names))
        # Theirs eliminates the tied one that stands first; our lot keeps the one that stands first.
        theirs = instant_runoff_tb(strict(rows), tie_breaker=[int(key) for key in reversed(order)])
        assert winners(election, "irv", given(order)) == set(theirs)
        return 1

    assert each_election("irv", compare, complete=True) == ELECTIONS


def test_run_off_beside_pyrankvote_where_no_lot_is_needed():
    def compare(rows, chance):
        election = election_of(rows)
        try:
            ours = winners(election, "irv")
        except LotNeeded:
            return 0
        people = {int(key): pyrankvote.Candidate(key) for key in election.names}
        ballots = [
            pyrankvote.Ballot([people[rank[0]] for rank in ranks])
            for ranks, weight in rows.items()
            for _ in range(weight)
        ]
        result = pyrankvote.instant_runoff_voting(list(people.values()), ballots)
        assert {int(one.name) for one in result.get_winners()} == ours
        return 1

    assert each_election("pyrankvote", compare) > ELECTIONS / 2


def test_scottish_stv_with_the_same_lots():
    def compare(rows, chance):
        election = election_of(rows)
        seats = chance.randint(1, len(election.options) - 1)
        lots = draw(election.names, "oracle")
        outcome = rules.counted(election, rules.spec("stv-scottish", {"seats": seats}), lots=lots)
        if any(tie["by"] == "lot" for tie in outcome.ties):
            return 0
        assert set(stv_scottish(with_ties(rows), num_seats=seats)) == set(map(int, outcome.winners))
        return 1

    assert each_election("scottish", compare) > ELECTIONS / 2
