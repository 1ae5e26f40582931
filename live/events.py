"""The shape of news. Apps derive their events from `Event`; `live` never looks inside."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Event:
    """Something that happened, told in the past tense: `support.given`.

    A subclass is a frozen dataclass whose fields are all that the world may hear: no voter, no
    e-mail, no text that awaits moderation. `name` is its name, `topics()` whom it concerns.
    """

    name: ClassVar[str] = ""

    def topics(self) -> tuple[str, ...]:
        """Keys of the topics whose facts this changed, for example `("proposal.34",)`."""
        raise NotImplementedError
