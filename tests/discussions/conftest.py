"""Amara proposes, Bo moderates, Chidi takes part, Dana only reads, Ewa moderates too."""

import pytest

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
def rules():
    return house_rules(4)


@pytest.fixture
def clause(rules):
    return rules.clauses.get(number=4)


@pytest.fixture
def proposal(amara, consultation):
    from proposals.actions import submit_proposal

    return submit_proposal(
        person=amara,
        consultation=consultation,
        title="Shade for the square",
        body="Forty plane trees along the south side.",
    )
