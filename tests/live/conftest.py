"""A square whose visitors are counted: the smallest thing that can be followed."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
import pytest_asyncio
from django.db import transaction

from live import topics
from live.announcing import announce
from live.events import Event
from live.hub import hub
from live.models import TopicVersion


@dataclass(frozen=True)
class SquareVisited(Event):
    name: ClassVar[str] = "square.visited"
    number: int

    def topics(self) -> tuple[str, ...]:
        return (f"square.{self.number}",)


@transaction.atomic
def visit(number: int = 1) -> int:
    """Somebody crosses the square; returns the new version, which is the count of visits."""
    return announce(SquareVisited(number))[f"square.{number}"]


def visits(numbers) -> dict[int, dict]:
    keys = {f"square.{number}": number for number in numbers}
    found = TopicVersion.objects.filter(topic__in=keys).values_list("topic", "v")
    return {keys[topic]: {"visits": v} for topic, v in found}


@pytest.fixture
def square():
    """The kind of topic, known while the test runs."""
    topics.register(topics.TopicKind("square", visits))
    yield visit
    del topics.kinds["square"]


@pytest.fixture
def quick(settings):
    """Ticks and looks more often, so that tests wait less for their versions."""
    settings.LIVE = {**settings.LIVE, "tick_ms": 20, "reread_ms": 50, "goodbye_ms": 0}
    return settings


@pytest_asyncio.fixture
async def city(transactional_db, quick, square):
    """The real hub, running in this test's loop."""
    await hub.start()
    yield hub
    await hub.stop()
