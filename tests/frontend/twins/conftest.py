"""The small city in which everything that can be hidden stands once."""

import pytest

from tests.hostile.scene import Scene, a_scene, names_in


@pytest.fixture
def scene(db) -> Scene:
    return a_scene()


@pytest.fixture
def named(scene) -> dict:
    return names_in(scene)
