"""Instant run-off: whoever has the fewest votes goes out, until somebody has more than half."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, ClassVar, Self

from voting.counting.election import Election
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import Lots
from voting.counting.orders import OVERVOTES, Order, Orders, countable
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.seated import RANKINGS
from voting.counting.specs import Spec, choice, whole
from voting.counting.words import Sentence, _, ngettext

MOST_TO_EXPLAIN = 3_000_000
"""Orders × candidates; above it nobody is told by what they missed: that takes a count for each."""


@dataclass(frozen=True, kw_only=True)
class Irv(Spec):
    rule: ClassVar[str] = "irv"
    seats: int | None = whole(1, least=1)
    overvote: str = choice("exhaust", *OVERVOTES)

    def check(self) -> None:
        if self.seats != 1:
            raise BadCount(_("Instant run-off elects one. For more seats choose stv-scottish."))

    def completed(self, election: Election) -> Self:
        return self

    def sentence(self, election: Election) -> Sentence:
        return _(
            "Rank the options, the best first; whichever has the fewest first places goes out and "
            "its ballots pass on, until one has more than half."
        )


@dataclass
class Piles:
    """Who holds which ballots now, by their number."""

    orders: Orders
    totals: dict[Order, int] = field(init=False)
    gone: Order = field(init=False)

    def __post_init__(self):
        orders = self.orders
        self.gone = orders.nothing
        self.held = {letter: array("I") for letter in orders.letters}
        text, held = orders.text, self.held
        for number, start in enumerate(islice(orders.bounds, len(orders.weights))):
            held[text[start : start + 1]].append(number)
        weights = orders.weights
        self.totals = {
            letter: sum(map(weights.__getitem__, numbers)) for letter, numbers in held.items()
        }
        self.exhausted = 0

    def lowest(self, lots: Lots, spared: Order | None = None) -> tuple[Order, list[str]]:
        """Who goes out, and the ids among whom a lot decided it."""
        letters = [letter for letter in self.totals if letter != spared]
        least = min(self.totals[letter] for letter in letters)
        tied = [self.orders.key_of[each] for each in letters if self.totals[each] == least]
        out = lots.in_order(tied)[-1]
        return self.orders.letter_of[out], tied if len(tied) > 1 else []

    def exclude(self, letter: Order) -> dict[Order, int]:
        """Pass the ballots of a candidate on; returns who got how many, `nothing` for exhausted."""
        self.gone += letter
        del self.totals[letter]
        text, weights, gone = self.orders.text, self.orders.weights, self.gone
        bounds, held = self.orders.bounds, self.held
        passed = held.pop(letter)
        held[self.orders.nothing] = array("I")
        had = {each: len(numbers) for each, numbers in held.items()}
        put = {each: numbers.append for each, numbers in held.items()}
        for number in passed:
            put[text[bounds[number] : bounds[number + 1]].lstrip(gone)[:1]](number)
        got = {
            each: sum(map(weights.__getitem__, islice(numbers, had[each], None)))
            for each, numbers in held.items()
        }
        del held[self.orders.nothing]
        for following in self.totals:
            self.totals[following] += got[following]
        self.exhausted += got[self.orders.nothing]
        return got


def rounds_of(
    orders: Orders, lots: Lots, told: Callable[[], None] = lambda: None
) -> tuple[list[dict], list[dict]]:
    """Every round and every tie. A round has `totals` and `exhausted`, and `excluded` with its
    `transfers`, or `elected`."""
    piles = Piles(orders)
    rounds: list[dict] = []
    ties: list[dict] = []
    while True:
        told()
        totals = {orders.key_of[letter]: votes for letter, votes in piles.totals.items()}
        now: dict[str, Any] = {"totals": totals, "exhausted": piles.exhausted}
        rounds.append(now)
        leader = max(totals, key=totals.__getitem__)
        if 2 * totals[leader] > sum(totals.values()) or len(totals) == 1:
            now["elected"] = leader
            return rounds, ties
        out, tied = piles.lowest(lots)
        key = orders.key_of[out]
        if tied:
            ties.append({"tied": tied, "by": "lot", "out": key, "round": len(rounds)})
        got = piles.exclude(out)
        now["excluded"] = key
        now["transfers"] = {orders.key_of[each]: n for each, n in got.items() if each and n}
        now["transfers_exhausted"] = got[orders.nothing]


def missed_by(orders: Orders, key: str, lots: Lots) -> int | None:
    """So many more ballots naming this candidate alone, and it wins; one fewer, and it does not.

    Such ballots never pass on while it stands, so the others go out in one and the same order
    however many there are: what it needs is the most it lacks in any round of that run. None where
    even that run needs a lot which was not drawn.
    """
    piles, mine = Piles(orders), orders.letter_of[key]
    needed = 0
    while len(piles.totals) > 1:
        try:
            out, _tied = piles.lowest(lots, spared=mine)
        except LotNeeded:
            return None
        gap = piles.totals[out] - piles.totals[mine]
        needed = max(needed, gap if gap > 0 and survives(lots, key, piles, out) else gap + 1)
        piles.exclude(out)
    return needed


def survives(lots: Lots, key: str, piles: Piles, out: Order) -> bool:
    """Whether the lot keeps this candidate when it is tied with all who have fewest."""
    least = piles.totals[out]
    tied = [piles.orders.key_of[each] for each, votes in piles.totals.items() if votes == least]
    try:
        return lots.in_order({*tied, key})[-1] != key
    except LotNeeded:
        return False


def count(election: Election, spec: Irv, lots: Lots, progress: Progress) -> Outcome:
    orders = countable(election, spec.overvote)
    if not orders.keys:
        return Outcome(spec, election, (), {})
    rounds, ties = rounds_of(orders, lots, progress.step)
    return outcome(election, spec, orders, rounds, ties, lots)


def outcome(
    election: Election, spec: Irv, orders: Orders, rounds: list[dict], ties: list[dict], lots: Lots
) -> Outcome:
    rounds[0] |= {"blank": orders.blank, "overvoted": orders.overvoted}
    scores: dict[str, int] = {}
    for each in rounds:
        scores |= each["totals"]
    few = len(orders.weights) * len(orders.keys) <= MOST_TO_EXPLAIN
    return Outcome(
        spec,
        election,
        (rounds[-1]["elected"],),
        {key: scores[key] for key in orders.keys},
        rounds=tuple(rounds),
        ties=tuple(ties),
        explanations=tuple(explained(key, rounds, orders, lots, few=few) for key in orders.keys),
    )


def explained(
    key: str, rounds: Sequence[Mapping[str, Any]], orders: Orders, lots: Lots, *, few: bool
) -> Explanation:
    last = max(number for number, each in enumerate(rounds) if key in each["totals"])
    totals = rounds[last]["totals"]
    facts: dict[str, Any] = {"round": last + 1, "votes": totals[key]}
    if rounds[last].get("elected") == key:
        standing = sum(totals.values())
        words = _(
            "Won in round %(round)s with %(votes)s of the %(standing)s ballots that still count.",
            round=last + 1,
            votes=totals[key],
            standing=standing,
        )
        return Explanation(key, True, words, {**facts, "of": standing})
    others = {one: votes for one, votes in totals.items() if one != key}
    if rounds[last].get("excluded") == key:
        ahead = min(others, key=others.__getitem__)
        words = ngettext(
            "Out in round %(round)s with %(count)s vote.",
            "Out in round %(round)s with %(count)s votes.",
            totals[key],
            round=last + 1,
        )
    else:
        ahead = rounds[last]["elected"]
        words = ngettext(
            "Had %(count)s vote when another had more than half.",
            "Had %(count)s votes when another had more than half.",
            totals[key],
        )
    facts |= {"behind": ahead, "behind_by": others[ahead] - totals[key]}
    missed = missed_by(orders, key, lots) if few else None
    if missed is not None:
        words = ngettext(
            "%(why)s With %(count)s more ballot naming it alone it would have won.",
            "%(why)s With %(count)s more ballots naming it alone it would have won.",
            missed,
            why=words,
        )
        facts["missed_by"] = missed
    return Explanation(key, False, words, facts)


def reference(election: Election, spec: Irv, lots: Lots, progress: Progress) -> Outcome:
    """The same, by reading every ballot anew in every round."""
    orders = countable(election, spec.overvote)
    if not orders.keys:
        return Outcome(spec, election, (), {})
    ballots = [([orders.key_of[rank] for rank in ranks], n) for ranks, n in orders.ranks()]
    standing = list(orders.keys)
    rounds: list[dict] = []
    ties: list[dict] = []
    while True:
        firsts = [next((key for key in b if key in standing), None) for b, _n in ballots]
        totals = dict.fromkeys(standing, 0)
        for first, (_b, n) in zip(firsts, ballots, strict=True):
            if first is not None:
                totals[first] += n
        exhausted = sum(n for first, (_b, n) in zip(firsts, ballots, strict=True) if first is None)
        now: dict[str, Any] = {"totals": totals, "exhausted": exhausted}
        rounds.append(now)
        winner = [key for key in standing if 2 * totals[key] > sum(totals.values())]
        if winner or len(standing) == 1:
            now["elected"] = (winner or standing)[0]
            return outcome(election, spec, orders, rounds, ties, lots)
        lowest = [key for key in standing if totals[key] == min(totals.values())]
        out = lots.in_order(lowest)[-1]
        if len(lowest) > 1:
            ties.append({"tied": lowest, "by": "lot", "out": out, "round": len(rounds)})
        standing.remove(out)
        moved: dict[str, int] = {}
        stuck = 0
        for first, (b, n) in zip(firsts, ballots, strict=True):
            if first == out:
                following = next((key for key in b if key in standing), None)
                if following is None:
                    stuck += n
                else:
                    moved[following] = moved.get(following, 0) + n
        now |= {
            "excluded": out,
            "transfers": {key: moved[key] for key in standing if key in moved},
            "transfers_exhausted": stuck,
        }


RULE = Rule(Irv, count, RANKINGS, reference)
