"""The scene, and somebody who asks in it."""

import pytest

from consultations.models import Appointment
from people.models import Notice
from tests.hostile.asking import Asker
from tests.hostile.scene import Scene, a_scene


@pytest.fixture
def scene(db) -> Scene:
    return a_scene()


@pytest.fixture
def ask(scene) -> Asker:
    return Asker(scene)


@pytest.fixture
def named(scene) -> dict:
    """What addresses of the matrix are filled with."""
    editor = scene.people["editor"]
    return scene.things | {
        "citizen": scene.people["citizen"],
        "theme": scene.consultation.themes.get(),
        "phase": scene.consultation.phases.get(),
        "appointment": Appointment.objects.get(person=editor),
        "notice": Notice.objects.filter(person=scene.people["author"]).first(),
    }
