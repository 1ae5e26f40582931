"""The API in a browser: our own pages, under our own policy, with nothing to fear from words."""

import json
import re

import pytest
from rest_framework.test import APIRequestFactory

from frontend.pages.api_face.renderers import linked
from people.tokens import make_token
from tests.factories import a_person

pytestmark = pytest.mark.django_db

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_browser_gets_a_page_and_a_program_gets_json(client):
    page = client.get("/api/v1/", headers=BROWSER)
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "<h1" in page.text and "/api/v1/proposals/</a>" in page.text
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert not re.search(r"style=|<style|onclick", page.text)
    assert "session" not in page.cookies and "csrf" not in page.cookies
    data = client.get("/api/v1/")
    assert data.headers["Content-Type"] == "application/json"
    assert data.json()["proposals"] == "http://testserver/api/v1/proposals/"


def test_every_address_of_the_root_answers(client):
    for address in client.get("/api/v1/").json().values():
        assert client.get(address).status_code in (200, 400, 401), address
        assert client.get(address, headers=BROWSER).status_code in (200, 400, 401), address


def test_mistakes_are_pages_too_with_their_status(client):
    page = client.get("/api/v1/me/", headers=BROWSER)
    assert page.status_code == 401
    assert "Sign in first, or send a token." in page.text


def test_my_own_data_reads_well_in_a_browser(client):
    amara = a_person("Amara <b>Osei</b>")
    page = client.get(
        "/api/v1/me/", headers=BROWSER | {"Authorization": f"Token {make_token(amara)}"}
    )
    assert "Amara &lt;b&gt;Osei&lt;/b&gt;" in page.text
    assert '<a href="/your-voice/">' in page.text
    assert "GET, PATCH" in page.text


def test_the_overview_names_every_resource_with_its_sentence(client):
    page = client.get("/api/").text
    for words in ("/me/", "Your own data.", "PATCH", "/proposals/{proposal_id}/support/"):
        assert words in page


@pytest.mark.parametrize(
    ("value", "pressed"),
    [
        ("http://testserver/proposals/3/", True),
        ("/proposals/3/?a=1&b=2", True),
        ("https://elsewhere.example.org/", False),
        ("//elsewhere.example.org/", False),
        ("/\\elsewhere.example.org/", False),
        ("javascript:alert(1)", False),
        ("see /proposals/3/", False),
    ],
)
def test_only_our_own_addresses_can_be_pressed(value, pressed):
    request = APIRequestFactory().get("/api/v1/")
    html = linked(json.dumps({"x": value}), request)
    assert ("<a " in html) is pressed
    assert "<script" not in linked(json.dumps({"x": "/<script>"}), request)
