"""What the world may hear about points and their moderation. Numbers only: no words, no names."""

from dataclasses import dataclass
from typing import ClassVar

from live.events import Event
from proposals.events import ProposalEvent


@dataclass(frozen=True)
class PointPosted(ProposalEvent):
    name: ClassVar[str] = "point.posted"


@dataclass(frozen=True)
class PointHidden(ProposalEvent):
    name: ClassVar[str] = "point.hidden"


@dataclass(frozen=True)
class PointRestored(ProposalEvent):
    name: ClassVar[str] = "point.restored"


@dataclass(frozen=True)
class ThreadChanged(Event):
    """A reply below a point was written, hidden or restored, or the point itself was judged."""

    name: ClassVar[str] = "thread.changed"
    point: int

    def topics(self) -> tuple[str, ...]:
        return (f"point.{self.point}",)


@dataclass(frozen=True)
class PointRemoved(ProposalEvent):
    """Its author deleted or withdrew it: the proposal's numbers are lower."""

    name: ClassVar[str] = "point.removed"


@dataclass(frozen=True)
class PointChanged(Event):
    """A point or reply of a proposal reads differently now, or is gone: which one."""

    name: ClassVar[str] = "point.changed"
    proposal: int

    def topics(self) -> tuple[str, ...]:
        return (f"points.{self.proposal}",)


@dataclass(frozen=True)
class DeskEvent(Event):
    """Something that only the moderators of a consultation hear."""

    consultation: int

    def topics(self) -> tuple[str, ...]:
        return (f"desk.{self.consultation}",)


@dataclass(frozen=True)
class ReportMade(DeskEvent):
    name: ClassVar[str] = "report.made"


@dataclass(frozen=True)
class ItemClaimed(DeskEvent):
    name: ClassVar[str] = "item.claimed"


@dataclass(frozen=True)
class ItemReleased(DeskEvent):
    name: ClassVar[str] = "item.released"


@dataclass(frozen=True)
class ItemJudged(DeskEvent):
    name: ClassVar[str] = "item.judged"
