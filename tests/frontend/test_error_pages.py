"""What went wrong, in our own words and look, with a way on."""

import pytest
from django.core.exceptions import PermissionDenied
from django.views import defaults


@pytest.mark.django_db
def test_a_page_that_is_not_there_offers_the_search(client):
    response = client.get("/no-such-page/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "This page is not here" in page
    assert 'action="/search/"' in page
    assert not response.cookies


def test_a_closed_page_says_whom_to_ask(rf):
    page = defaults.permission_denied(rf.get("/"), PermissionDenied()).content.decode()
    assert "ask the participation desk" in page


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (lambda request: defaults.server_error(request), "Something went wrong on our side"),
        (lambda request: defaults.bad_request(request, ValueError()), "We could not read that"),
    ],
)
def test_a_broken_page_needs_nothing_that_may_be_broken(rf, view, words):
    """No database (this test has none), no context, no manifest of static files."""
    page = view(rf.get("/")).content.decode()
    assert f"<h1>{words}</h1>" in page
    assert 'href="/static/polyphony.css"' in page
