"""What went wrong, in our own words and look, with a way on."""

import pytest
from django.core.exceptions import PermissionDenied
from django.views import defaults

from frontend.pages.errors.views import bad_request


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
        (lambda request: bad_request(request, ValueError()), "We could not read that"),
    ],
)
def test_a_broken_page_needs_nothing_that_may_be_broken(rf, view, words):
    """No database (this test has none), no context, no manifest of static files."""
    page = view(rf.get("/")).content.decode()
    assert f"<h1>{words}</h1>" in page
    assert 'href="/static/polyphony.css"' in page


def test_what_the_door_refuses_is_said_in_its_own_sentence(client):
    page = client.get("/search/?q=a%00b")
    assert page.status_code == 400
    assert "This address holds a character that no page has." in page.content.decode()
    told = client.post("/api/v1/reports/", b"x" * 2_000_000, content_type="application/json")
    assert (told.status_code, told.json()["code"]) == (400, "bad-request")
    assert told.json()["detail"].startswith("This is too much text to send at once.")


def test_machines_are_told_in_their_own_shape_that_nothing_is_there(client):
    told = client.get("/api/v1/nothing/")
    assert told.status_code == 404
    assert told.json() == {
        "detail": "Nothing is at this address.",
        "code": "not-found",
        "fields": {},
    }
