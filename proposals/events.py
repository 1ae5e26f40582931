"""What the world may hear about proposals: which one, and that something happened to it."""

from dataclasses import dataclass
from typing import ClassVar

from live.events import Event


@dataclass(frozen=True)
class ProposalEvent(Event):
    """Concerns the proposal's page and the list of its consultation."""

    proposal: int
    consultation: int

    def topics(self) -> tuple[str, ...]:
        return f"proposal.{self.proposal}", f"consultation.{self.consultation}"


@dataclass(frozen=True)
class ProposalSubmitted(ProposalEvent):
    name: ClassVar[str] = "proposal.submitted"


@dataclass(frozen=True)
class VersionPublished(ProposalEvent):
    name: ClassVar[str] = "proposal.version-published"


@dataclass(frozen=True)
class ProposalWithdrawn(ProposalEvent):
    name: ClassVar[str] = "proposal.withdrawn"


@dataclass(frozen=True)
class ProposalHidden(ProposalEvent):
    name: ClassVar[str] = "proposal.hidden"


@dataclass(frozen=True)
class ProposalRestored(ProposalEvent):
    name: ClassVar[str] = "proposal.restored"


@dataclass(frozen=True)
class NumbersMended(ProposalEvent):
    """A recount found a stored number wrong and put it right."""

    name: ClassVar[str] = "proposal.numbers-mended"


@dataclass(frozen=True)
class AnswerPublished(ProposalEvent):
    name: ClassVar[str] = "answer.published"
