"""What every test may rely on: an empty cache, and no memory of the test before."""

import math
import os

import pytest
from django.core.cache import cache
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import HealthCheck, settings

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# A shared machine may be slow at any moment: what counts is what is found, not how fast.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


_flush = BaseDatabaseOperations.execute_sql_flush


def _flush_what_is_kept_for_ever(operations, sql_list):
    """Between tests even append-only rows go: their triggers stand aside for that one moment."""
    from people import append_only

    connection, table = operations.connection, "people_auditrow"
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
        for statement in append_only.undone(connection.vendor, table):
            cursor.execute(statement)
        _flush(operations, sql_list)
        columns = [column.name for column in described]
        for statement in append_only.statements(connection.vendor, table, columns):
            cursor.execute(statement)


BaseDatabaseOperations.execute_sql_flush = _flush_what_is_kept_for_ever


@pytest.fixture(autouse=True)
def _empty_cache():
    from people.counting import counts

    cache.clear()
    counts().forget()


@pytest.fixture(autouse=True)
def _city_of_the_settings():
    """No test hears of a city that another one started, and none asks for it again meanwhile."""
    from people import city  # models, which are there only once Django is set up

    city.known.city, city.known.until = city.unnamed(), math.inf


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the run."""
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Journeys come last: the browser's loop keeps running, and other loops cannot beside it.

    Where tests are spread over processes, journeys share two cities and two browsers: one pair
    visits every route, the other does what people do.
    """
    items.sort(key=is_a_journey)
    for item in filter(is_a_journey, items):
        routes = item.path.stem.startswith("test_every_")
        item.add_marker(pytest.mark.xdist_group("routes" if routes else "people"))


def is_a_journey(item) -> bool:
    return item.get_closest_marker("journey") is not None
