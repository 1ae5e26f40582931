"""Every route, as everybody: it opens, nothing is wrong for axe, nothing leaves the city."""

import re

import pytest

from tests.journeys.axe import violations
from tests.journeys.routes import EXAMPLES, FRAGMENTS, NO_PAGE, addresses, named_routes

EVERYBODY = ["", "citizen1", "moderator", "evaluator", "organiser", "counter", "editor"]
IN_CI = ["", "citizen1", "organiser"]


def test_every_route_has_an_example_and_every_example_a_route():
    assert named_routes() == EXAMPLES.keys() | NO_PAGE.keys()


@pytest.mark.journey
@pytest.mark.parametrize(
    ("account", "language"),
    [
        pytest.param(account, "", marks=[] if account in IN_CI else pytest.mark.long)
        for account in EVERYBODY
    ]
    + [pytest.param(account, "/de", marks=pytest.mark.long) for account in IN_CI],
)
def test_every_route_passes_axe(visitor, city, account, language):
    page = visitor(account or None)
    strangers: list[str] = []
    page.on(
        "request",
        lambda asked: asked.url.startswith((city.url, "data:")) or strangers.append(asked.url),
    )
    complaints: list[str] = []
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    troubles, seen = [], set()
    for route, address in addresses(city):
        if route in FRAGMENTS or (account and route == "account_logout"):
            continue
        answer = page.goto(language + address)
        assert answer is not None
        if answer.status >= 500:
            troubles.append(f"{address}: {answer.status}")
            continue
        looks = hash(re.sub(r'value="\w{64}"', "", page.content()))
        if looks not in seen:
            seen.add(looks)
            troubles += [f"{address} ({answer.status}) {found}" for found in violations(page)]
    assert not strangers
    assert [said for said in complaints if "Content Security Policy" in said] == []
    assert not troubles, "\n".join(troubles)
