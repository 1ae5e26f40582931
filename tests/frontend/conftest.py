"""Readers' browsers, and what they look at."""

import pytest
from django.test import Client

from discussions.actions import decide, post_point, report_item
from proposals.actions import submit_proposal
from tests.factories import a_person, an_open_consultation, appoint, house_rules


@pytest.fixture
def consultation():
    return an_open_consultation()


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def chidi():
    return a_person("Chidi")


@pytest.fixture
def bo(consultation):
    person = a_person("Bo")
    appoint(person, place=consultation.place)
    return person


@pytest.fixture
def ewa(consultation):
    person = a_person("Ewa")
    appoint(person, place=consultation.place)
    return person


@pytest.fixture
def clause():
    return house_rules(4).clauses.get(number=4)


@pytest.fixture
def proposal(amara, consultation):
    return submit_proposal(
        person=amara,
        consultation=consultation,
        title="Shade for the square",
        body="Forty plane trees along the south side.",
    )


@pytest.fixture
def browser_of():
    """`browser_of(chidi)`: a browser in which somebody is signed in."""

    def browser(person):
        client = Client()
        client.force_login(person)
        return client

    return browser


@pytest.fixture
def point(chidi, proposal):
    return post_point(person=chidi, proposal=proposal, kind="against", body="Old V. lives there.")


@pytest.fixture
def hide(bo, clause):
    """`hide(item)`: Bo decides that the public no longer sees it."""

    def hide(item, facts="It tells where a private person lives."):
        return decide(person=bo, item=item, kind="hide", clause=clause, facts=facts)

    return hide


@pytest.fixture
def report():
    """`report(item, address="…")`: somebody without an account reports it."""

    def report(item, **fields):
        return report_item(
            item=item,
            **{"reason": "insult", "facts": "Unkind and untrue.", "good_faith": True} | fields,
        )[0]

    return report
