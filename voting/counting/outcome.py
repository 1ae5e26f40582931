"""What a count gives: winners, numbers, the trace of every round, and why each won or did not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from voting.counting.election import Election
from voting.counting.numbers import amount, exact, sha256
from voting.counting.specs import Spec
from voting.counting.words import Sentence


@dataclass(frozen=True)
class Explanation:
    """Why an option won, or by what it missed: `words` for people, `facts` as exact data."""

    option: str
    won: bool
    words: Sentence
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """`scores` and `rounds` hold integers, fractions and decimals; `json` makes them exact JSON.

    `rounds` are dictionaries, each with its `totals` where the rule has them. `ties` are
    `{"tied": [ids], "by": "cost" | "votes" | "lot" | …, "won": id}`.
    """

    spec: Spec
    election: Election
    winners: tuple[str, ...]
    scores: Mapping[str, Any]
    rounds: tuple[Mapping[str, Any], ...] = ()
    ties: tuple[Mapping[str, Any], ...] = ()
    spent: int | None = None
    explanations: tuple[Explanation, ...] = ()
    explain: Callable[[], Iterable[Explanation]] | None = None

    def explained(self) -> tuple[Explanation, ...]:
        """Why each option won or did not; worked out when it is asked for, where that takes long."""
        return tuple(self.explain()) if self.explain else self.explanations

    def json(self) -> dict:
        """The result as the command line prints it and the site stores it."""
        counted = self.counted()
        spent = {} if self.spent is None else {"spent": amount(self.spent, self.election.unit)}
        return {
            **counted,
            "names": self.election.names,
            **spent,
            "ties": exact(list(self.ties)),
            "explanations": [
                {
                    "option": each.option,
                    "won": each.won,
                    "words": str(each.words),
                    **exact(dict(each.facts)),
                }
                for each in self.explained()
            ],
            "result_sha256": sha256(counted),
        }

    def counted(self) -> dict:
        """What the result's hash covers."""
        return {
            "rule": self.spec.json(),
            "winners": list(self.winners),
            "scores": exact(dict(self.scores)),
            "rounds": exact(list(self.rounds)),
        }

    @property
    def sha256(self) -> str:
        return sha256(self.counted())
