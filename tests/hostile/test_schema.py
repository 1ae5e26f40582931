"""What the published schema says of the API is what the API does, whatever is sent to it."""

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from config.wsgi import application
from people.tokens import make_token

PROMISES = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
ROLES = ["nobody", "citizen", "moderator"]
FEW, MANY = 6, 60
"""Requests for each operation and role: in every run, and at full size."""


@pytest.fixture(autouse=True)
def _one_connection():
    """The test's own transaction is the one that every request sees."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("most", [FEW, pytest.param(MANY, marks=pytest.mark.long)])
def test_the_api_answers_as_its_schema_says(scene, role, most):
    schema = schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", application)
    headers = {"Accept": "application/json"}
    if role != "nobody":
        headers["Authorization"] = f"Token {make_token(scene.people[role])}"
    broken: list[str] = []
    for found in schema.get_all_operations():
        operation = found.ok()
        try:
            ask(operation, headers, most)
        except FailureGroup as trouble:
            said = " | ".join(str(one) for one in trouble.exceptions)
            broken.append(f"{operation.label} by {role}: {said}"[:1500])
    assert not broken, "\n\n".join(broken)


def ask(operation, headers: dict, most: int) -> None:
    """Send `most` requests that the schema allows or nearly allows; the first broken promise raises."""

    @settings(
        max_examples=most,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def holds(case):
        cache.clear()  # limits for floods are tested elsewhere
        case.validate_response(case.call(headers=headers), checks=PROMISES)

    holds()
