"""A mail server for whoever sends letters."""

import pytest

from people import posting
from tests.people.postbox import an_open_postbox, server_at


@pytest.fixture(autouse=True)
def no_rest(monkeypatch):
    monkeypatch.setattr(posting, "REST", 0)


@pytest.fixture
def postbox(settings):
    """A server on a free port, and settings that point there."""
    with an_open_postbox() as (box, port):
        settings.EMAIL_SERVER = server_at(port)
        yield box
