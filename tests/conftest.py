"""What every test may rely on: an empty cache, and no memory of the test before."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Journeys come last: the browser's loop keeps running, and other loops cannot beside it."""
    items.sort(key=lambda item: item.get_closest_marker("journey") is not None)
