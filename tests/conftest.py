"""What every test may rely on: an empty cache, and no memory of the test before."""

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, settings

# A shared machine may be slow at any moment: what counts is what is found, not how fast.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Journeys come last: the browser's loop keeps running, and other loops cannot beside it.

    Where tests are spread over processes, journeys share two cities and two browsers: one pair
    visits every route, the other does what people do.
    """
    items.sort(key=is_a_journey)
    for item in filter(is_a_journey, items):
        routes = item.path.stem == "test_every_route"
        item.add_marker(pytest.mark.xdist_group("routes" if routes else "people"))


def is_a_journey(item) -> bool:
    return item.get_closest_marker("journey") is not None
