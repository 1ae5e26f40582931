"""The hub: one per process, between what changed and who follows it."""

import threading


class Hub:
    """Keeps what changed until its ticker takes it; in a process without one it keeps nothing."""

    def __init__(self) -> None:
        self.running = False
        self._lock = threading.Lock()
        self._changed: dict[str, int] = {}

    def mark(self, versions: dict[str, int]) -> None:
        """Note that topics changed, and to which version. From any thread; never blocks."""
        if not self.running:
            return
        with self._lock:
            for topic, v in versions.items():
                self._changed[topic] = max(v, self._changed.get(topic, 0))

    def show_out(self, person_id: int, reason: str) -> None:
        """Close the sockets of a person. From any thread."""


hub = Hub()
