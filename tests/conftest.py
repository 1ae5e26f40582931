"""What every test may rely on: an empty cache, and no memory of the test before."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
