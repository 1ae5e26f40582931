"""What the world may hear of a consultation."""

from dataclasses import dataclass
from typing import ClassVar

from live.events import Event


@dataclass(frozen=True)
class ConsultationEvent(Event):
    """Something changed that everybody who follows the consultation may see."""

    consultation_id: int

    def topics(self) -> tuple[str, ...]:
        return (f"consultation.{self.consultation_id}",)


@dataclass(frozen=True)
class ConsultationPublished(ConsultationEvent):
    name: ClassVar[str] = "consultation.published"


@dataclass(frozen=True)
class PhaseOpened(ConsultationEvent):
    name: ClassVar[str] = "phase.opened"


@dataclass(frozen=True)
class PhaseClosed(ConsultationEvent):
    name: ClassVar[str] = "phase.closed"


@dataclass(frozen=True)
class PhaseExtended(ConsultationEvent):
    name: ClassVar[str] = "phase.extended"
