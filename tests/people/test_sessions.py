"""Where somebody is signed in: seen in words, ended one by one, and noted without a write a request."""

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone

from live.models import Revocation
from people.actions import end_other_sessions, end_session
from people.models import Session
from people.sessions import device_of, number_of, sessions_of
from tests.factories import a_person

pytestmark = pytest.mark.django_db

PHONE = (
    "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
TABLET = (
    "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def amara():
    person = a_person("Amara", email="amara@example.org")
    person.set_password("seven quiet trams")
    person.save()
    return person


def signed_in(agent: str) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/account/login/", {"login": "amara@example.org", "password": "seven quiet trams"})
    assert SESSION_KEY in client.session
    return client


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (PHONE, "Chrome/Android"),
        (LAPTOP, "Firefox/Linux"),
        (TABLET, "Safari/iPad"),
        ("<script>alert(1)</script>", "/"),
        ("", "/"),
    ],
)
def test_of_a_device_two_words_are_kept(agent, device):
    assert device_of(agent) == device


def test_amara_sees_her_devices_and_which_is_this_one(amara):
    phone, laptop = signed_in(PHONE), signed_in(LAPTOP)
    page = laptop.get("/account/sessions/").text
    assert "Chrome on Android" in page and "Firefox on Linux" in page
    assert page.count("This device") == 1
    assert page.index("Firefox on Linux") < page.index("This device") < page.index("Chrome on")
    for client in (phone, laptop):
        assert client.session.session_key not in page
    assert "140" not in page and "Pixel" not in page


def test_a_device_we_do_not_know_says_so(amara):
    assert "A device we do not know" in signed_in("curl").get("/account/sessions/").text


def test_one_device_is_signed_out_and_its_sockets_close(amara):
    phone, laptop = signed_in(PHONE), signed_in(LAPTOP)
    Revocation.objects.all().delete()
    number = number_of(phone.session.session_key)
    laptop.post("/account/sessions/", {"session": number})
    assert phone.get("/account/").status_code == 302
    assert laptop.get("/account/").status_code == 200
    assert Revocation.objects.get().person_id == amara.pk
    again = laptop.post("/account/sessions/", {"session": number}, follow=True)
    assert "You were signed out there already." in again.text


def test_all_other_devices_are_signed_out_at_once(amara):
    phone, tablet, laptop = signed_in(PHONE), signed_in(TABLET), signed_in(LAPTOP)
    page = laptop.post("/account/sessions/", {"others": "1"}, follow=True)
    assert "You are signed out on 2 other devices." in page.text
    assert [one.get("/account/").status_code for one in (phone, tablet, laptop)] == [302, 302, 200]


def test_nobody_ends_the_session_of_somebody_else(amara):
    laptop = signed_in(LAPTOP)
    chidi = a_person("Chidi")
    assert not end_session(person=chidi, number=number_of(laptop.session.session_key))
    assert end_other_sessions(person=chidi, keep="") == 0
    assert laptop.get("/account/").status_code == 200


def test_a_session_is_written_on_the_first_request_of_a_day_and_on_no_other(
    amara, django_assert_num_queries
):
    laptop = signed_in(LAPTOP)
    yesterday = timezone.localdate() - timedelta(days=1)
    session = laptop.session
    session["seen"] = yesterday.isoformat()
    session.save()
    assert Session.objects.get(person=amara).seen == yesterday
    laptop.get("/account/name/")
    assert Session.objects.get(person=amara).seen == timezone.localdate()
    before = Session.objects.values_list().get(person=amara)
    laptop.get("/account/name/")
    assert Session.objects.values_list().get(person=amara) == before


def test_ended_sessions_are_not_listed(amara):
    signed_in(PHONE)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert sessions_of(amara) == []


def test_a_visitor_without_account_has_no_name_in_her_session(client):
    session = client.session
    session["kept:/proposals/"] = {"body": "words"}
    session.save()
    assert Session.objects.get().person is None
