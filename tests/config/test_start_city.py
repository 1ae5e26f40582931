"""`manage.py start_city`: by options, or asked one by one; `manage.py test_mail` tells all."""

import builtins
import re
import sys

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from consultations.models import Place
from people.models import City, Letter, Person
from tests.factories import a_second_factor
from tests.people.conftest import postbox  # noqa: F401 - a fixture
from tests.people.postbox import server_at

pytestmark = pytest.mark.django_db

OPTIONS = [
    "--name=Lindhaven",
    "--organiser-name=Olga",
    "--organiser-email=olga@example.org",
    "--no-input",
]


def test_options_are_enough_and_the_link_on_the_terminal_opens_once(capsys, settings):
    settings.EMAIL_SERVER = {}
    call_command("start_city", *OPTIONS)
    said = capsys.readouterr().out
    assert "No mail server is set" in said
    path = re.search(r"https?://[^/]+(/account/first-password/\S+/)", said)[1]
    browser = Client()
    assert "Welcome, Olga" in browser.get(path).text
    assert "Welcome, Olga" in browser.get(path).text  # looking uses nothing up
    short = browser.post(path, {"password1": "short"})
    assert "Error:" in short.text
    assert browser.post(path, {"password1": "lime trees by the river"}).status_code == 302
    assert Person.objects.get().check_password("lime trees by the river")
    assert browser.get(path).status_code == 404
    assert browser.post(path, {"password1": "other trees by the river"}).status_code == 404
    signed_in = browser.post(
        "/account/login/", {"login": "olga@example.org", "password": "lime trees by the river"}
    )
    assert signed_in.status_code == 302
    led = browser.get("/desk/city/")
    assert led.headers["Location"] == "/account/second-factor/?for=desk"
    assert "You hold a role." in browser.get(led.headers["Location"]).text
    a_second_factor(Person.objects.get())
    assert browser.get("/desk/city/").status_code == 200


def test_where_mail_works_she_gets_a_letter(capsys, postbox):  # noqa: F811
    call_command("start_city", *OPTIONS)
    said = capsys.readouterr().out
    assert "The mail server took the letter for olga@example.org." in said
    assert len(postbox.received) == 1
    [letter] = Letter.objects.filter(key__startswith="first-password.")
    assert "/account/first-password/" in letter.text
    assert letter.subject == "Lindhaven: choose your password"


def test_a_bad_list_of_places_changes_nothing(tmp_path):
    file = tmp_path / "places.csv"
    file.write_bytes("name;level;parent\nLindhaven;city;\nCafé;district;Lindhaven".encode("cp1252"))
    with pytest.raises(CommandError, match="Line 3 is not in UTF-8"):
        call_command("start_city", *OPTIONS, f"--places={file}")
    file.write_text("name,level,parent\nLindhaven,city,\nMitte,quartier,Lindhaven")
    with pytest.raises(CommandError, match="“quartier” is no level"):
        call_command("start_city", *OPTIONS, f"--places={file}")
    assert not City.objects.exists()


def test_asked_one_by_one_a_bad_answer_is_asked_again(monkeypatch, capsys, settings):
    settings.EMAIL_SERVER = {}
    answers = iter(
        """Lindhaven|Lindhaven: town||Lindhaven: city|  Old Town||Olga|olga@example.org||
Parks; Streets|#ffd200|#015c5c|/no/such||yes""".replace("\n", "").split("|")
    )
    monkeypatch.setattr(builtins, "input", lambda question="": next(answers))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    call_command("start_city")
    said = capsys.readouterr().out
    assert "“town” is no level" in said
    assert "The nearest colour that can be read is" in said
    assert "/no/such cannot be read" in said
    assert list(Place.objects.order_by("pk").values_list("name", flat=True)) == [
        "Lindhaven",
        "Old Town",
    ]
    assert City.objects.get().colour == "#015c5c"
    assert next(answers, None) is None


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        ("nobody", "Nobody listens at this host and port"),
        ("address", "does not take letters for this address"),
        ("letter", "read the letter and refused it"),
        ("tls", "offers no TLS"),
        ("password", "takes no sign-in on this kind of connection"),
        ("none", "No mail server is set"),
    ],
)
def test_the_mail_test_names_what_is_wrong(postbox, settings, capsys, trouble, sentence):  # noqa: F811
    if trouble == "address":
        postbox.say_to_address = "550 5.1.1 No such mailbox"
    elif trouble == "letter":
        postbox.say_to_letter = "554 5.7.1 This looks like spam"
    elif trouble == "nobody":
        settings.EMAIL_SERVER = server_at(1)
    elif trouble == "tls":
        settings.EMAIL_SERVER = settings.EMAIL_SERVER | {"use_tls": True}
    elif trouble == "password":
        settings.EMAIL_SERVER = settings.EMAIL_SERVER | {"username": "u", "password": "s3cret"}
    else:
        settings.EMAIL_SERVER = {}
    with pytest.raises(CommandError, match=sentence):
        call_command("test_mail", "olga@example.org")
    said = capsys.readouterr().out
    assert "s3cret" not in said
    if trouble in {"address", "letter"}:
        assert (postbox.say_to_address or postbox.say_to_letter) in said


def test_the_mail_test_shows_the_whole_conversation(postbox, capsys):  # noqa: F811
    call_command("test_mail", "olga@example.org")
    said = capsys.readouterr().out
    for part in ("220 ", "EHLO", "MAIL FROM:<", "RCPT TO:<olga@example.org>", "250 OK"):
        assert part in said
    assert len(postbox.received) == 1
    with pytest.raises(CommandError, match="e-mail address"):
        call_command("test_mail", "a@b\r\nRCPT TO:<eve@example.org>")
