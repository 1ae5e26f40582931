"""What one socket, one person and one address may ask for. Each limit is an environment setting."""

import time
from collections import Counter, deque
from dataclasses import dataclass, fields
from typing import Any

from django.conf import settings

from intake.addresses import whence


@dataclass(frozen=True)
class Limits:
    """The limits in force; `settings.LIVE` names those that the operator changed."""

    frame_bytes: int = 4096
    topics_per_socket: int = 20
    sockets_per_person: int = 10
    sockets_per_address: int = 30
    messages: int = 10
    messages_seconds: int = 10
    bad_frames: int = 3
    tick_ms: int = 250
    beat_seconds: int = 25
    reread_ms: int = 1000
    stuck_seconds: int = 30
    rows_per_frame: int = 200
    goodbye_ms: int = 30_000

    @classmethod
    def in_force(cls) -> "Limits":
        given: dict[str, Any] = getattr(settings, "LIVE", {})
        return cls(
            **{field.name: given[field.name] for field in fields(cls) if field.name in given}
        )


class Pace:
    """So many messages in so many seconds, counted for one socket."""

    def __init__(self, messages: int, seconds: float):
        self._seconds = seconds
        self._times: deque[float] = deque(maxlen=messages)

    def allows(self) -> bool:
        """Count one message; False when it comes too soon after the ones before."""
        now = time.monotonic()
        if len(self._times) == self._times.maxlen and now - self._times[0] < self._seconds:
            return False
        self._times.append(now)
        return True


class Seats:
    """How many sockets each holder has (`address …`, `session …`, `person …`) in this process."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()

    def take(self, holder: str, limit: int) -> bool:
        """Take one seat; False when the holder has no seat left."""
        if self.taken[holder] >= limit:
            return False
        self.taken[holder] += 1
        return True

    def free(self, holder: str) -> None:
        self.taken[holder] -= 1
        if self.taken[holder] <= 0:
            del self.taken[holder]


def address_of(scope: dict[str, Any]) -> str:
    """Where a connection comes from: the peer, or what a configured proxy says of it."""
    peer = str((scope.get("client") or ("unknown", 0))[0])
    forwarded = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for")
    return whence(peer, forwarded.decode("latin-1"), settings.TRUSTED_PROXIES)
