"""The scene, and somebody who asks in it."""

import pytest

from tests.hostile.asking import Asker
from tests.hostile.filling import Filled, every_form
from tests.hostile.scene import Scene, a_scene, names_in


@pytest.fixture
def scene(db) -> Scene:
    return a_scene()


@pytest.fixture
def ask(scene) -> Asker:
    return Asker(scene)


@pytest.fixture
def named(scene) -> dict:
    return names_in(scene)


@pytest.fixture
def forms(scene, named, ask) -> list[Filled]:
    return every_form(scene, named, ask)
