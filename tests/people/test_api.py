"""One's own data by API, and the one shape in which every mistake is answered."""

import pytest
from django.test import Client

from people.models import Person
from people.tokens import make_token
from tests.factories import a_person

pytestmark = pytest.mark.django_db

ME = "/api/v1/me/"


@pytest.fixture
def amara():
    return a_person("Amara", email="amara@example.org")


def with_token(person) -> Client:
    return Client(headers={"Authorization": f"Token {make_token(person)}"})


def change(client, body, **more):
    return client.patch(ME, body, content_type="application/json", **more)


def shape(answer) -> set[str]:
    return set(answer.json())


def test_amara_reads_her_own_data_by_token_and_by_session(client, amara):
    client.force_login(amara)
    for asking in (client, with_token(amara)):
        data = asking.get(ME).json()
        assert data["email"] == "amara@example.org"
        assert data["display_name"] == "Amara"
        assert data["unread"] == 0


def test_a_stranger_is_asked_to_sign_in(client):
    answer = client.get(ME)
    assert answer.status_code == 401
    assert answer.json() == {
        "detail": "Sign in first, or send a token.",
        "code": "sign-in",
        "fields": {},
    }


@pytest.mark.parametrize("key", ["wrong", "", "two words", "\u00ff" * 10])
def test_a_wrong_token_is_refused(client, key):
    answer = client.get(ME, headers={"Authorization": f"Token {key}"})
    assert answer.status_code == 401
    assert shape(answer) == {"detail", "code", "fields"}


def test_a_token_of_somebody_who_left_opens_nothing(amara):
    asking = with_token(amara)
    Person.objects.update(is_active=False)
    assert asking.get(ME).status_code == 401


def test_amara_changes_her_name_and_it_is_cleaned(amara):
    answer = change(with_token(amara), {"display_name": "  Amara\u200b  Osei "})
    assert answer.status_code == 200
    assert answer.json()["display_name"] == "Amara Osei"


@pytest.mark.parametrize(
    ("body", "field", "sentence"),
    [
        ({"display_name": ""}, "display_name", "Write the name."),
        ({"display_name": "A" * 70}, "display_name", "Shorten the name by 10 characters."),
        ({"display_name": 7}, "display_name", "Write this as text."),
        ({"language": "tlh"}, "language", "“tlh”"),
    ],
)
def test_a_mistake_is_named_at_its_field(amara, body, field, sentence):
    answer = change(with_token(amara), body)
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid"
    assert list(answer.json()["fields"]) == [field]
    assert sentence.replace("“", '"').replace("”", '"') in answer.text.replace('\\"', '"')


@pytest.mark.parametrize("raw", ["{", '{"display_name": "\\ud800"}', "[" * 100_000, "[]", '"x"'])
def test_broken_bodies_get_a_sentence(amara, raw):
    answer = change(with_token(amara), raw)
    assert answer.status_code == 400
    assert shape(answer) == {"detail", "code", "fields"}
    amara.refresh_from_db()
    assert amara.display_name == "Amara"


def test_nobody_changes_what_is_not_hers_to_change(amara):
    change(
        with_token(amara),
        {"email": "else@example.org", "kind": "civil-servant", "id": 99, "is_active": False},
    )
    amara.refresh_from_db()
    assert (amara.email, amara.kind, amara.is_active) == ("amara@example.org", "citizen", True)


def test_a_session_needs_the_csrf_token_and_a_token_does_not(amara):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amara)
    answer = change(strict, {"display_name": "Mallory"})
    assert answer.status_code == 403
    assert shape(answer) == {"detail", "code", "fields"}
    strict.cookies["csrf"] = secret = "x" * 32
    assert (
        change(strict, {"display_name": "Osei"}, headers={"X-CSRFToken": secret}).status_code == 200
    )


def test_what_is_not_there_and_what_cannot_be_done_have_the_same_shape(client, amara):
    assert client.get("/api/v1/proposals/999999/").status_code == 404
    wrong = with_token(amara).delete(ME)
    assert wrong.status_code == 405
    for answer in (client.get("/api/v1/proposals/999999/"), wrong):
        assert shape(answer) == {"detail", "code", "fields"}


def test_writing_too_often_has_to_wait_and_reading_never(settings, amara):
    settings.WRITES_A_MINUTE = 3
    asking = with_token(amara)
    assert [change(asking, {}).status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = change(asking, {})
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert answer.json()["code"] == "too-often"
    assert asking.get(ME).status_code == 200
    assert change(with_token(a_person("Bo")), {}).status_code == 200


def test_one_address_without_an_account_has_to_wait_and_a_town_hall_never(settings, client):
    settings.WRITES_A_MINUTE = 2
    address = {"email": "nobody@example.org"}

    def ask(**more):
        return client.post("/account/password/reset/", address, **more).status_code

    assert [ask() for _ in range(3)] == [302, 302, 429]
    assert ask(REMOTE_ADDR="198.51.100.7") == 302
    settings.TOWN_HALLS = ["127.0.0.0/8"]
    assert ask() == 302


def test_only_configured_proxies_are_believed_about_addresses(settings, rf):
    from people.addresses import address_of

    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6, 192.0.2.7")
    assert address_of(request) == "10.0.0.1"
    settings.TRUSTED_PROXIES = ["10.0.0.1"]
    assert address_of(request) == "192.0.2.7"
    request = rf.get("/", REMOTE_ADDR="2001:db8:1:2:3::4")
    assert address_of(request) == "2001:db8:1:2::/64"
