"""What specs share that elect several, and those of ranked ballots."""

from dataclasses import dataclass
from typing import Self

from voting.counting.election import Election
from voting.counting.orders import OVERVOTES
from voting.counting.specs import Spec, choice, whole
from voting.counting.standings import seats_fit

RANKINGS = frozenset({"ranking"})


@dataclass(frozen=True, kw_only=True)
class Seated(Spec):
    """`seats` left open are the file's, or one."""

    seats: int | None = whole(None, least=1)

    def suits(self, election: Election) -> None:
        seats_fit(self.seats, election)

    def completed(self, election: Election) -> Self:
        return self.with_(seats=self.seats or election.seats or 1)


@dataclass(frozen=True, kw_only=True)
class SharedRanks(Seated):
    """For rules that can count a rank that several share: `equal`, or as in `OVERVOTES`."""

    overvote: str = choice("equal", "equal", *OVERVOTES)
