"""What went wrong, in our own words and look, with a way on."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.urls import path
from django.views import defaults

from config.urls import handler400, handler404, handler500  # noqa: F401 - they belong to the addresses
from config.urls import urlpatterns as real_addresses
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


def breaks(request):
    raise RuntimeError("on purpose")


def finds_no_database(request):
    raise OperationalError("the server closed the connection")


urlpatterns = [
    path("breaks/", breaks),
    path("api/v1/breaks/", breaks),
    path("away/", finds_no_database),
    path("api/v1/away/", finds_no_database),
    *real_addresses,
]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/breaks/", 500, "Something went wrong on our side"),
        ("/away/", 503, "We are busy for a moment"),
    ],
)
def test_what_broke_is_said_without_a_database_and_leads_on(address, status, words):
    """This test has no database: whoever asked it would fail."""
    answer = Client(raise_request_exception=False).get(address)
    page = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{words}</h1>" in page and '<a href="/">' in page
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert ("Retry-After" in answer) == (status == 503)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("path", "status", "code"), [("breaks", 500, "broken"), ("away", 503, "busy")]
)
def test_machines_are_told_what_broke_in_their_own_shape(path, status, code):
    answer = Client(raise_request_exception=False).get(f"/api/v1/{path}/")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"].endswith(".")


def test_a_form_that_is_too_old_says_how_to_save_its_words():
    answer = Client(enforce_csrf_checks=True).post("/report/", {})
    assert answer.status_code == 403
    assert "This form is too old to be sent" in answer.content.decode()


def test_the_proxy_gets_a_page_in_each_language(tmp_path, settings, capsys):
    call_command("write_offline_pages", tmp_path)
    written = {one.name for one in tmp_path.iterdir()}
    assert written == {f"offline.{code}.html" for code, _name in settings.LANGUAGES}
    page = (tmp_path / "offline.en.html").read_text()
    assert "<h1>The site is away for a moment</h1>" in page and "<script" not in page
