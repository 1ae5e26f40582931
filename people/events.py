"""What the world may hear of people: nothing. What a person may hear of herself: numbers."""

from dataclasses import dataclass

from live.events import Event


@dataclass(frozen=True)
class NoticesChanged(Event):
    """Notices of these persons were added or read; only each of them may follow her own topic."""

    person_ids: tuple[int, ...]
    name = "notices.changed"

    def topics(self) -> tuple[str, ...]:
        return tuple(f"person.{person_id}" for person_id in self.person_ids)
