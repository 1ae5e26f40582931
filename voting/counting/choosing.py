"""Ticking: one option (`plurality`) or as many as one approves of (`approval`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from voting.counting.ballots import Ballot
from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.lots import Lots
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.seated import Seated
from voting.counting.specs import choice, whole
from voting.counting.standings import facts_of, least, top
from voting.counting.words import Sentence, _, ngettext


@dataclass(frozen=True, kw_only=True)
class Choosing(Seated):
    def ticked(self, ballot: Ballot) -> tuple[str, ...] | None:
        """The options a ballot counts for; None where it breaks the rule and counts for none."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Plurality(Choosing):
    """One vote each. Who names two has named none (`overvote=void`)."""

    rule: ClassVar[str] = "plurality"
    overvote: str = choice("void", "void")

    def sentence(self, election: Election) -> Sentence:
        return ngettext(
            "Choose one option; the one that most people chose wins.",
            "Choose one option; the %(count)s that most people chose win.",
            self.seats or election.seats or 1,
        )

    def ticked(self, ballot: Ballot) -> tuple[str, ...] | None:
        kind = ballot[0]
        if kind == "choose-one":
            return ballot[1:2]
        first = ballot[1] if kind == "approval" else ballot[1][0] if ballot[1] else ()
        return first if len(first) == 1 else None


@dataclass(frozen=True, kw_only=True)
class Approval(Choosing):
    """Any number of ticks within the limits; a ballot outside them counts for nobody."""

    rule: ClassVar[str] = "approval"
    min_choices: int = whole(1, least=1)
    max_choices: int | None = whole(None, least=1)
    overvote: str = choice("void", "void")

    def check(self) -> None:
        if self.max_choices is not None and self.max_choices < self.min_choices:
            raise BadCount(
                _(
                    "At least %(min)s choices and at most %(max)s contradict each other.",
                    min=self.min_choices,
                    max=self.max_choices,
                )
            )

    def completed(self, election: Election) -> Self:
        most = str(election.meta.get("max_length", ""))
        limit = self.max_choices or (int(most) if most.isdecimal() and int(most) > 0 else None)
        if limit is not None and limit < self.min_choices:
            limit = None
        return super().completed(election).with_(max_choices=limit)

    def sentence(self, election: Election) -> Sentence:
        seats = self.seats or election.seats or 1
        if self.max_choices is None:
            return ngettext(
                "Tick every option you approve of; the one with the most ticks wins.",
                "Tick every option you approve of; the %(count)s with the most ticks win.",
                seats,
            )
        return ngettext(
            "Tick up to %(max)s options; the one with the most ticks wins.",
            "Tick up to %(max)s options; the %(count)s with the most ticks win.",
            seats,
            max=self.max_choices,
        )

    def ticked(self, ballot: Ballot) -> tuple[str, ...] | None:
        chosen = ballot[1:2] if ballot[0] == "choose-one" else ballot[1]
        within = self.min_choices <= len(chosen) <= (self.max_choices or len(chosen))
        return chosen if within else None


def count(election: Election, spec: Choosing, lots: Lots, progress: Progress) -> Outcome:
    votes = {option.id: 0 for option in election.standing}
    blank = invalid = 0
    for ballot, weight in election.ballots:
        if ballot[0] == "blank" or not ballot[1]:
            blank += weight
        elif (ticked := spec.ticked(ballot)) is None:
            invalid += weight
        else:
            for key in ticked:
                if key in votes:
                    votes[key] += weight
    seats = spec.seats or 1
    winners, ties = top(votes, seats, lots)
    return Outcome(
        spec,
        election,
        winners,
        votes,
        rounds=({"totals": dict(votes), "blank": blank, "invalid": invalid},),
        ties=ties,
        explanations=tuple(
            _explained(key, key in winners, votes, seats, lots, ties) for key in votes
        ),
    )


def _explained(
    key: str, won: bool, votes: Mapping[str, int], seats: int, lots: Lots, ties: tuple[dict, ...]
) -> Explanation:
    facts = {"votes": votes[key], **facts_of(ties, key)}
    if won:
        words = ngettext("Won with %(count)s vote.", "Won with %(count)s votes.", votes[key])
        return Explanation(key, True, words, facts)

    def wins(more: int) -> bool:
        return key in top({**votes, key: votes[key] + more}, seats, lots)[0]

    missed = least(wins, max(votes.values()) + 1)
    words = ngettext(
        "%(votes)s votes; with %(count)s more it would have won.",
        "%(votes)s votes; with %(count)s more it would have won.",
        missed or 0,
        votes=votes[key],
    )
    return Explanation(key, False, words, {**facts, "missed_by": missed})


TICKS = frozenset({"approval", "choose-one"})
RULES = (
    Rule(Plurality, count, TICKS | {"ranking"}),
    Rule(Approval, count, TICKS | {"knapsack"}),
)
