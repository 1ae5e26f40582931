"""What the world may hear about support and polls. No voter, no choice, no tally before closing."""

from dataclasses import dataclass
from typing import ClassVar

from live.events import Event


@dataclass(frozen=True)
class SupportGiven(Event):
    name: ClassVar[str] = "support.given"
    proposal: int
    consultation: int

    def topics(self) -> tuple[str, ...]:
        return f"proposal.{self.proposal}", f"consultation.{self.consultation}"


@dataclass(frozen=True)
class SupportTakenBack(SupportGiven):
    name: ClassVar[str] = "support.taken-back"


@dataclass(frozen=True)
class PollEvent(Event):
    poll: int

    def topics(self) -> tuple[str, ...]:
        return (f"poll.{self.poll}",)


@dataclass(frozen=True)
class TurnoutChanged(PollEvent):
    name: ClassVar[str] = "poll.turnout"


@dataclass(frozen=True)
class PollOpened(PollEvent):
    name: ClassVar[str] = "poll.opened"


@dataclass(frozen=True)
class PollClosed(PollEvent):
    name: ClassVar[str] = "poll.closed"


@dataclass(frozen=True)
class PollCounted(PollEvent):
    name: ClassVar[str] = "poll.counted"
