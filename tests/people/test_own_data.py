"""Everything that is kept of a person is hers to read and to take along, and nobody else's."""

import json
import re

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people import hooks
from people.following import follow
from people.models import Person
from people.own_data import as_json, everything_of
from tests.factories import a_person
from tests.people.lives import PHRASE, a_full_life

pytestmark = pytest.mark.django_db


def keys_to_persons() -> set[str]:
    """Every column, of ours and of the libraries', that names a person."""
    return {
        f"{model._meta.app_label}.{model._meta.object_name}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Person
    }


def test_every_key_to_a_person_is_exported_or_has_a_reason_not_to_be():
    """A new model with a key to Person: add a `Part` to `people.hooks.own_data` in `ready()`, or
    name the key in `people.hooks.kept_apart` with the reason."""
    exported = {key for part in hooks.own_data for key in part.covers}
    assert keys_to_persons() == exported | hooks.kept_apart.keys()
    assert not exported & hooks.kept_apart.keys()


def test_every_part_has_a_name_of_its_own():
    keys = [part.key for part in hooks.own_data]
    assert len(keys) == len(set(keys))


def test_every_row_holds_what_its_columns_name():
    amara = a_full_life()
    for part, rows in everything_of(amara):
        for row in rows:
            assert set(row) == set(part.columns), part.key


def test_everything_amara_did_is_in_her_export():
    amara = a_full_life()
    found = as_json(amara)
    empty = {key for key, rows in found.items() if not rows}
    assert empty == {"sessions", "versions_of_others", "city_texts"}
    assert found["account"][0]["email"] == "amara.canary@example.org"
    titles = [version["title"] for version in found["proposals"][0]["versions"]]
    assert titles == ["Shade for the square", "Shade for both squares"]
    assert [one["body"] for one in found["points"]] == ["It is cooler under trees."]
    assert found["ballots"][0]["ballot"] == {"kind": "yes-no", "choice": "yes"}
    assert "sha" not in json.dumps(found, default=str)


def test_what_others_did_is_not_in_it():
    amara = a_full_life()
    said = json.dumps(as_json(amara), default=str)
    assert "By eight degrees." not in said
    assert set(re.findall(r"[\w.]+@example\.org", said)) == {"amara.canary@example.org"}


def signed_in(person, password=PHRASE) -> Client:
    client = Client()
    client.post("/account/login/", {"login": person.email, "password": password})
    return client


def open_data(client, address="/account/data/"):
    """Opening it asks for the password once more."""
    answer = client.get(address)
    assert answer.headers["Location"].startswith("/account/reauthenticate/"), answer.headers
    return client.post(answer.headers["Location"], {"password": PHRASE}, follow=True)


@pytest.fixture
def dana():
    person = a_person("Dana", email="dana@example.org")
    person.set_password(PHRASE)
    person.save()
    return person


def test_she_reads_it_after_her_password_once_more_and_no_cache_keeps_it(dana):
    client = signed_in(dana)
    page = open_data(client)
    assert page.status_code == 200
    assert "dana@example.org" in page.text
    assert "Nothing is kept of these" in page.text
    assert "no-store" in page.headers["Cache-Control"]
    answer = client.get("/account/data/everything.json")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.json()["account"][0]["display_name"] == "Dana"


def test_the_address_of_the_file_opens_nothing_for_anybody_else(dana, client):
    open_data(signed_in(dana))
    assert client.get("/account/data/everything.json").status_code == 302
    chidi = a_person("Chidi")
    client.force_login(chidi)
    theirs = client.get("/account/data/everything.json")
    assert "dana@example.org" not in theirs.text


def test_the_page_asks_as_much_for_one_row_as_for_three(dana):
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            everything_of(dana)
        return len(asked)

    follow(dana, "proposal.1")
    first = questions()
    for number in (2, 3):
        follow(dana, f"proposal.{number}")
    assert questions() == first
