"""The scene, and browsers of those who stand in it."""

import pytest
from django.test import Client

from tests.hostile.scene import Scene, a_scene


@pytest.fixture
def scene(db) -> Scene:
    return a_scene()


@pytest.fixture
def browser_of(scene):
    """`browser_of("moderator")`; a server's mistake is answered as a page, as it would be."""

    def browser(who: str, **options) -> Client:
        client = Client(raise_request_exception=False, **options)
        if who != "nobody":
            client.force_login(scene.people[who])
        return client

    return browser
