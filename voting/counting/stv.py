"""The single transferable vote as counted for Scottish councils.

After schedule 1, rules 45 to 53 of the Scottish Local Government Elections Order: a whole quota;
surpluses one at a time, the largest first, at values cut to five places; then whoever has fewest
goes out. Numbers are whole hundred-thousandths of a vote throughout.
"""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any, ClassVar

from voting.counting.election import Election
from voting.counting.lots import Lots
from voting.counting.orders import Order, Orders, countable
from voting.counting.outcome import Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.seated import RANKINGS, Seated
from voting.counting.specs import choice
from voting.counting.stv_reference import stages as slow_stages
from voting.counting.stv_telling import explanations
from voting.counting.words import Sentence, ngettext

UNIT = 100_000


@dataclass(frozen=True, kw_only=True)
class StvScottish(Seated):
    """A ballot ends before a rank that several share, as the rules have it (`exhaust`)."""

    rule: ClassVar[str] = "stv-scottish"
    overvote: str = choice("exhaust", "exhaust")

    def sentence(self, election: Election) -> Sentence:
        return ngettext(
            "Rank the candidates, the best first; %(count)s is elected, and a vote that its first "
            "choice cannot use passes on to the next.",
            "Rank the candidates, the best first; %(count)s are elected, and a vote that its first "
            "choice does not need or cannot use passes on to the next.",
            self.seats or election.seats or 1,
        )


@dataclass
class Count:
    """One count: who stands, who is in, what everybody holds, stage by stage.

    `history` are the totals at the end of every stage, `stages` the report.
    """

    orders: Orders
    seats: int
    lots: Lots
    told: Callable[[], None] = lambda: None
    elected: list[str] = field(default_factory=list)
    history: list[dict[str, int]] = field(default_factory=list)
    stages: list[dict[str, Any]] = field(default_factory=list)
    ties: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self):
        orders = self.orders
        self.gone: Order = orders.nothing
        self.standing = list(orders.keys)
        self.quota = (orders.valid // (self.seats + 1) + 1) * UNIT
        self.unused = self.lost = 0
        # By candidate and by the value they came at: the numbers of the ballots held.
        self.held: dict[str, dict[int, array]] = {key: {} for key in orders.keys}
        firsts = {letter: array("I") for letter in orders.letters}
        text = orders.text
        for number, start in enumerate(islice(orders.bounds, len(orders.weights))):
            firsts[text[start : start + 1]].append(number)
        self.totals: dict[str, int] = {}
        for letter, numbers in firsts.items():
            key = orders.key_of[letter]
            self.held[key][UNIT] = numbers
            self.totals[key] = UNIT * sum(map(orders.weights.__getitem__, numbers))

    def run(self) -> None:
        self.close_stage({"kind": "first"})
        while self.standing and len(self.elected) < self.seats:
            self.told()
            over = [key for key in self.elected if self.totals[key] > self.quota]
            if over:
                key = self.parted(over, max, "transferred")
                surplus, had = self.totals[key] - self.quota, self.totals[key]
                moved = self.transfer(key, lambda value: surplus * value // had)  # noqa: B023
                self.totals[key] = self.quota
                self.close_stage({"kind": "surplus", "of": key, **self.moved(moved, surplus)})
            else:
                key = self.parted(self.standing, min, "excluded")
                had, self.totals[key] = self.totals[key], 0
                self.standing.remove(key)
                self.gone += self.orders.letter_of[key]
                moved = self.transfer(key, lambda value: value)
                self.close_stage({"kind": "exclusion", "of": key, **self.moved(moved, had)})

    def transfer(self, key: str, at: Callable[[int], int]) -> dict[Order, int]:
        """Pass a candidate's ballots to the next available preference, each at its new value."""
        orders, gone = self.orders, self.gone
        bounds, text, weights, key_of = orders.bounds, orders.text, orders.weights, orders.key_of
        moved: dict[Order, int] = {}
        for value, numbers in self.held.pop(key).items():
            now = at(value)
            went: dict[Order, array] = {
                letter: array("I") for letter in (*orders.letters, orders.nothing)
            }
            put = {letter: arrived.append for letter, arrived in went.items()}
            for number in numbers:
                put[text[bounds[number] : bounds[number + 1]].lstrip(gone)[:1]](number)
            for letter, arrived in went.items():
                if arrived:
                    papers = sum(map(weights.__getitem__, arrived))
                    moved[letter] = moved.get(letter, 0) + papers * now
                    if letter:
                        held = self.held[key_of[letter]]
                        held[now] = held[now] + arrived if now in held else arrived
        return moved

    def moved(self, moved: dict[Order, int], of: int) -> dict[str, Any]:
        """Credit what was moved, and put it down for the report; the rest was lost in cutting."""
        nothing = self.orders.nothing
        transfers = {self.orders.key_of[each]: votes for each, votes in moved.items() if each}
        for key, votes in transfers.items():
            self.totals[key] += votes
        self.unused += moved.get(nothing, 0)
        self.lost += of - sum(moved.values())
        return {
            "transfers": {key: transfers[key] for key in self.totals if key in transfers},
            "transfers_nontransferable": moved.get(nothing, 0),
        }

    def close_stage(self, stage: dict[str, Any]) -> None:
        """The end of a stage: who reaches the quota is elected; so are all left if all have room."""
        self.history.append(dict(self.totals))
        reached = [key for key in self.standing if self.totals[key] >= self.quota]
        self.elect(reached)
        filled = []
        if 0 < len(self.standing) <= self.seats - len(self.elected):
            filled = list(self.standing)
            self.elect(filled)
        self.stages.append(
            {
                **stage,
                "totals": dict(self.totals),
                "nontransferable": self.unused,
                "rounding": self.lost,
                "elected": [key for key in self.elected if key in reached or key in filled],
            }
        )

    def elect(self, keys: Iterable[str]) -> None:
        for key in sorted(keys, key=lambda key: -self.totals[key]):
            self.standing.remove(key)
            self.elected.append(key)
            self.gone += self.orders.letter_of[key]

    def parted(self, keys: list[str], which: Callable, what: str) -> str:
        """The one with most (or fewest); else who had at the latest stage where they differed; else
        by lot: the first of the lot has its surplus transferred, the last of it is excluded."""
        for stage in reversed(self.history):
            edge = which(stage[key] for key in keys)
            keys, before = [key for key in keys if stage[key] == edge], keys
            if len(keys) == 1:
                if stage is not self.history[-1]:
                    self.note(before, "earlier-stage", what, keys[0])
                return keys[0]
        chosen = self.lots.in_order(keys)[0 if which is max else -1]
        self.note(keys, "lot", what, chosen)
        return chosen

    def note(self, tied: list[str], by: str, what: str, key: str) -> None:
        self.ties.append({"tied": tied, "by": by, what: key, "stage": len(self.stages) + 1})


def count(election: Election, spec: StvScottish, lots: Lots, progress: Progress) -> Outcome:
    counted = Count(countable(election, spec.overvote), spec.seats or 1, lots, progress.step)
    counted.run()
    return outcome(election, spec, counted)


def reference(election: Election, spec: StvScottish, lots: Lots, progress: Progress) -> Outcome:
    """The same, ballot by ballot, in fractions."""
    orders = countable(election, spec.overvote)
    return outcome(election, spec, slow_stages(orders, spec.seats or 1, lots))


def outcome(election: Election, spec: StvScottish, counted: Any) -> Outcome:
    """`counted` has `orders quota elected stages ties`; votes become decimals of five places."""
    orders = counted.orders
    rounds = [as_decimals(stage) for stage in counted.stages]
    rounds[0] |= {
        "quota": counted.quota // UNIT,
        "valid": orders.valid,
        "blank": orders.blank,
        "overvoted": orders.overvoted,
    }
    return Outcome(
        spec,
        election,
        tuple(counted.elected),
        rounds[-1]["totals"],
        rounds=tuple(rounds),
        ties=tuple(counted.ties),
        explanations=explanations(counted.elected, rounds),
    )


def as_decimals(stage: dict[str, Any]) -> dict[str, Any]:
    def votes(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: votes(inner) for key, inner in value.items()}
        return Decimal(value).scaleb(-5) if isinstance(value, int) else value

    return {name: votes(value) for name, value in stage.items()}


RULE = Rule(StvScottish, count, RANKINGS, reference)
