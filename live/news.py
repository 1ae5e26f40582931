"""How processes tell each other which topics changed. Between them it may be lost: hubs re-read."""

from collections.abc import Callable
from typing import Protocol

Versions = dict[str, int]


class News(Protocol):
    """What a hub asks of whatever carries news between processes."""

    def publish(self, versions: Versions) -> None:
        """Tell the other hubs. From any thread; never raises, never blocks; may lose it."""

    def subscribe(self, hear: Callable[[Versions], None]) -> None:
        """Call `hear` with what other processes publish, from any thread."""


class NoOtherProcess:
    """One process is everything: there is nobody to tell."""

    def publish(self, versions: Versions) -> None:
        pass

    def subscribe(self, hear: Callable[[Versions], None]) -> None:
        pass
