"""What the world may hear about support and polls. No voter, no choice, no tally before closing."""

from dataclasses import dataclass
from typing import ClassVar

from live.events import Event
from proposals.events import ProposalEvent


@dataclass(frozen=True)
class SupportGiven(ProposalEvent):
    name: ClassVar[str] = "support.given"


@dataclass(frozen=True)
class SupportTakenBack(ProposalEvent):
    name: ClassVar[str] = "support.taken-back"


@dataclass(frozen=True)
class TurnoutChanged(Event):
    name: ClassVar[str] = "poll.turnout"
    poll: int

    def topics(self) -> tuple[str, ...]:
        return (f"poll.{self.poll}",)


@dataclass(frozen=True)
class PollEvent(Event):
    """Something about a poll that its consultation's page shows too."""

    poll: int
    consultation: int

    def topics(self) -> tuple[str, ...]:
        return f"poll.{self.poll}", f"consultation.{self.consultation}"


@dataclass(frozen=True)
class PollMade(PollEvent):
    name: ClassVar[str] = "poll.made"


@dataclass(frozen=True)
class PollRemoved(PollEvent):
    name: ClassVar[str] = "poll.removed"


@dataclass(frozen=True)
class PollOpened(PollEvent):
    name: ClassVar[str] = "poll.opened"


@dataclass(frozen=True)
class PollClosed(PollEvent):
    name: ClassVar[str] = "poll.closed"


@dataclass(frozen=True)
class PollCounted(PollEvent):
    name: ClassVar[str] = "poll.counted"
