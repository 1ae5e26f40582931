"""Every route under the conditions people read in: narrow, spaced, forced colours, still, by Tab."""

import pytest

from tests.journeys import conditions
from tests.journeys.routes import FRAGMENTS, addresses

ALL = [
    conditions.narrow_and_spaced,
    conditions.in_forced_colours,
    conditions.at_rest,
    conditions.one_status_region,
    conditions.by_tab,
]


@pytest.mark.journey
@pytest.mark.parametrize(
    ("account", "language"),
    [
        ("organiser", ""),
        pytest.param("", "/de", marks=pytest.mark.long),
        pytest.param("citizen1", "/de", marks=pytest.mark.long),
        pytest.param("moderator", "/pl", marks=pytest.mark.long),
    ],
)
def test_every_route_can_be_read_as_people_read(visitor, city, account, language):
    page = visitor(account or None)
    troubles: dict[str, str] = {}
    for route, address in addresses(city):
        if route in FRAGMENTS or (account and route == "account_logout"):
            continue
        page.goto(language + address)
        for condition in ALL:
            for found in condition(page):
                troubles.setdefault(found, address)
    assert not troubles, "\n".join(f"{address}: {found}" for found, address in troubles.items())
