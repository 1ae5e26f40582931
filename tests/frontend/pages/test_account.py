"""Signing up, in and out, as a person does it; nothing tells a stranger who has an account."""

import re
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.core import context as allauth_context
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage import default_storage
from django.core.cache import cache

from live.models import Revocation
from people.demonstration import PASSWORD
from people.models import Demonstration, Letter, Person
from tests.factories import a_person

pytestmark = pytest.mark.django_db

PHRASE = "seven quiet trams"


@pytest.fixture(autouse=True)
def _our_mail(settings):
    settings.EMAIL_BACKEND = "people.mail.QueuedBackend"


@pytest.fixture
def amara():
    person = a_person("Amara", email="amara@example.org")
    person.set_password(PHRASE)
    person.save()
    return person


def sign_up(client, email="dana@example.org", name="Dana", password=PHRASE, **more):
    return client.post(
        "/account/signup/",
        {"display_name": name, "email": email, "password1": password} | more,
    )


def sign_in(client, email="amara@example.org", password=PHRASE, **more):
    return client.post("/account/login/", {"login": email, "password": password} | more)


def code_in_the_newest_letter(to: str) -> str:
    letter = Letter.objects.filter(to=to).latest("pk")
    assert settings.SITE_NAME in letter.text and "testserver" not in letter.text
    return re.search(r"^ {4}(\S+)$", letter.text, re.MULTILINE)[1]


def signed_in_as(client) -> str | None:
    return client.session.get("_auth_user_id")


def test_dana_signs_up_confirms_by_code_and_is_back_where_she_was(client):
    answer = sign_up(client, next="/notices/")
    assert answer.headers["Location"].startswith("/account/confirm-email/")
    assert signed_in_as(client) is None
    page = client.get(answer.headers["Location"])
    assert "dana@example.org" in page.text
    code = code_in_the_newest_letter("dana@example.org")
    answer = client.post("/account/confirm-email/", {"code": code, "next": "/notices/"})
    assert answer.headers["Location"] == "/notices/"
    dana = Person.objects.get(email="dana@example.org")
    assert signed_in_as(client) == str(dana.pk)
    assert dana.display_name == "Dana"
    assert EmailAddress.objects.get(user=dana).verified


def test_a_letter_is_never_sent_by_the_request_itself(client, mailoutbox):
    sign_up(client)
    assert Letter.objects.get().sent is None
    assert mailoutbox == []


def test_a_wrong_code_is_said_at_the_field_and_can_be_corrected(client):
    sign_up(client)
    page = client.post("/account/confirm-email/", {"code": "WRONG"})
    assert page.status_code == 200
    assert "This is not the code we sent." in page.text
    assert 'href="#id_code"' in page.text
    client.post("/account/confirm-email/", {"code": code_in_the_newest_letter("dana@example.org")})
    assert signed_in_as(client)


def test_the_letter_can_be_sent_again(client):
    sign_up(client)
    cache.clear()  # the pause between two letters is over
    client.post("/account/confirm-email/", {"action": "resend"})
    assert Letter.objects.filter(to="dana@example.org").count() == 2


def test_who_mistyped_her_address_signs_up_again(client):
    sign_up(client, email="dnaa@example.org")
    page = client.get("/account/confirm-email/").content.decode()
    assert "The address is wrong: sign up again" in page
    again = client.post("/account/logout/", {"next": "/account/signup/"})
    assert client.get(again["Location"]).status_code == 200
    sign_up(client)
    client.post("/account/confirm-email/", {"code": code_in_the_newest_letter("dana@example.org")})
    assert signed_in_as(client) == str(Person.objects.get(email="dana@example.org").pk)


def test_signing_up_with_a_known_address_looks_the_same_and_writes_to_its_owner(client, amara):
    known = sign_up(client, email="amara@example.org", name="Mallory")
    client.logout()
    unknown = sign_up(client, email="new@example.org")
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert "has an account already" in Letter.objects.get(to="amara@example.org").text
    amara.refresh_from_db()
    assert amara.display_name == "Amara"


def test_a_known_address_takes_as_long_as_an_unknown_one(client, amara, monkeypatch):
    hashed = []
    slow = Person.set_password
    monkeypatch.setattr(
        Person, "set_password", lambda self, raw: (hashed.append(raw), slow(self, raw))
    )
    for email in ("amara@example.org", "new@example.org"):
        sign_up(client, email=email)
        client.cookies.clear()
    assert hashed == [PHRASE, PHRASE]


def test_two_presses_at_once_make_one_account_and_no_mistake(rf, client):
    from people.account_forms import SignUpForm

    given = {"display_name": "Dana", "email": "dana@example.org", "password1": PHRASE}
    second = SignUpForm(given)
    assert second.is_valid()
    assert sign_up(client).status_code == 302  # the first press arrives in between
    cache.clear()  # otherwise the second letter within ten seconds is refused with 429
    request = rf.post("/account/signup/", given)
    request.session, request.user = client.session, AnonymousUser()
    request._messages = default_storage(request)
    with allauth_context.request_context(request):
        person, answer = second.try_save(request)
    assert person is None
    assert answer.status_code == 302
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("display_name", "", "Write the name."),
        ("display_name", "\u200b\u200b", "Write the name."),
        ("display_name", "D" * 72, "Shorten the name by 12 characters."),
        ("display_name", "Da\x00na", "cannot be stored"),
        ("email", "dana", "Write an e-mail address with an @ in it"),
        ("password1", "short", "at least 10"),
        ("password1", "", "Choose a password."),
        ("password1", "p" * 201, "Shorten the password"),
        ("password1", PASSWORD, "printed in the documentation"),
    ],
)
def test_every_mistake_is_named_with_its_mend_and_values_are_kept(client, field, value, sentence):
    given = {"display_name": "Dana", "email": "dana@example.org", "password1": PHRASE}
    page = client.post("/account/signup/", given | {field: value})
    assert page.status_code == 200
    assert page.text.count(sentence) == 2, "in the summary and at the field"
    assert f'href="#id_{field}"' in page.text
    assert PHRASE not in page.text
    kept = "dana@example.org" if field != "email" else "Dana"
    assert f'value="{kept}"' in page.text
    assert not Person.objects.exists()


def test_a_name_is_cleaned_before_it_is_kept(client):
    sign_up(client, name="  Da\u200bna\n\n Okoro ")
    assert Person.objects.get().display_name == "Dana Okoro"


def test_amara_signs_in_and_returns_to_the_exact_point(client, amara):
    page = client.get("/account/login/?next=/notices/%3Fbefore%3D7")
    assert 'value="/notices/?before=7"' in page.text
    before = client.session.session_key
    answer = sign_in(client, next="/notices/?before=7")
    assert answer.headers["Location"] == "/notices/?before=7"
    assert signed_in_as(client) == str(amara.pk)
    assert client.session.session_key != before


def test_nobody_is_led_to_another_house_after_signing_in(client, amara):
    answer = sign_in(client, next="https://elsewhere.example.org/")
    assert "elsewhere" not in answer.headers["Location"]


def test_an_unknown_address_and_a_wrong_password_read_the_same(client, amara):
    wrong = sign_in(client, password="not her password")
    unknown = sign_in(client, email="nobody@example.org")
    sentence = "This e-mail address and this password do not go together."
    for page in (wrong, unknown):
        assert page.status_code == 200
        assert sentence in page.text
        assert 'id="errors"' in page.text
    assert 'value="amara@example.org"' in wrong.text


def test_after_five_wrong_passwords_even_the_right_one_must_wait(client, amara):
    for _ in range(5):
        sign_in(client, password="not her password")
    assert "Too many tries." in sign_in(client).text
    assert signed_in_as(client) is None


def test_signing_out_needs_a_press_and_closes_the_sockets(client, amara):
    client.force_login(amara)
    assert client.get("/account/logout/").status_code == 200
    assert signed_in_as(client)
    client.post("/account/logout/", {"next": "/account/login/"})
    assert signed_in_as(client) is None
    assert Revocation.objects.get().person_id == amara.pk


def test_amara_chooses_a_new_password_with_a_code(client, amara):
    client.post("/account/password/reset/", {"email": "Amara@example.org"})
    code = code_in_the_newest_letter("amara@example.org")
    client.post("/account/password/reset/confirm/", {"code": code})
    client.post("/account/password/reset/complete/", {"password1": "eight loud ferries"})
    amara.refresh_from_db()
    assert amara.check_password("eight loud ferries")
    assert Revocation.objects.filter(person_id=amara.pk).exists()


def test_asking_for_a_new_password_tells_nothing_about_accounts(client, amara):
    known = client.post("/account/password/reset/", {"email": "amara@example.org"})
    known_page = client.get(known.headers["Location"])
    client.cookies.clear()
    unknown = client.post("/account/password/reset/", {"email": "nobody@example.org"})
    unknown_page = client.get(unknown.headers["Location"])
    assert known.headers["Location"] == unknown.headers["Location"]

    def said(page, email):
        return re.sub(r'value="[^"]{64}"', "", page.text.replace(email, "…"))

    assert said(known_page, "amara@example.org") == said(unknown_page, "nobody@example.org")


def test_changing_the_password_signs_other_devices_out(client, amara):
    from django.test import Client

    phone = Client()
    phone.force_login(amara)
    client.force_login(amara)
    answer = client.post(
        "/account/password/change/",
        {"oldpassword": PHRASE, "password1": "eight loud ferries"},
    )
    assert answer.status_code == 302
    assert client.get("/notices/").status_code == 200
    assert phone.get("/notices/").status_code == 302
    assert Revocation.objects.filter(person_id=amara.pk).exists()


def test_the_present_password_is_asked_for_before_it_is_changed(client, amara):
    client.force_login(amara)
    page = client.post(
        "/account/password/change/",
        {"oldpassword": "not her password", "password1": "eight loud ferries"},
    )
    assert "This is not your present password." in page.text
    assert "eight loud ferries" not in page.text


def test_amara_changes_her_name(client, amara):
    client.force_login(amara)
    assert client.post("/account/name/", {"display_name": " Amara  Osei "}).status_code == 302
    amara.refresh_from_db()
    assert amara.display_name == "Amara Osei"
    page = client.post("/account/name/", {"display_name": ""})
    assert page.text.count("Write the name.") == 2


def test_a_new_address_counts_once_it_is_confirmed(client, amara):
    client.force_login(amara)
    client.post("/account/email/", {"action_add": "", "email": "osei@example.org"})
    amara.refresh_from_db()
    assert amara.email == "amara@example.org"
    client.post("/account/confirm-email/", {"code": code_in_the_newest_letter("osei@example.org")})
    amara.refresh_from_db()
    assert amara.email == "osei@example.org"


# ---- The demonstration -----------------------------------------------------------------------


@pytest.fixture
def citizen():
    person = a_person("Amara Osei", email="citizen1@example.org")
    person.set_password(PASSWORD)
    person.save()
    return person


def test_the_published_password_works_in_a_demonstration(client, citizen, settings):
    settings.DEMO = True
    Demonstration.objects.create(seeded_on=date(2026, 5, 4), dates_moved_on=date(2026, 5, 4))
    page = client.get("/account/login/?next=/notices/")
    assert "Amara Osei, citizen" in page.text
    sign_in(client, email="citizen1@example.org", password=PASSWORD, next="/notices/")
    assert signed_in_as(client) == str(citizen.pk)


@pytest.mark.parametrize(("demo", "seeded"), [(True, False), (False, True), (False, False)])
def test_the_published_password_opens_no_other_door(client, citizen, settings, demo, seeded):
    settings.DEMO = demo
    if seeded:
        Demonstration.objects.create(seeded_on=date(2026, 5, 4), dates_moved_on=date(2026, 5, 4))
    assert PASSWORD not in client.get("/account/login/").text
    sign_in(client, email="citizen1@example.org", password=PASSWORD)
    assert signed_in_as(client) is None
