"""The city's face: changed on a screen by its organisers, shown on every page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consultations.models import Role
from people.city import the_city
from people.models import AuditRow
from tests.factories import a_person, a_place, appoint
from tests.intake.test_crests import a_picture
from tests.people.conftest import postbox  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db

CITY = "/desk/city/"


@pytest.fixture
def olga(client):
    person = a_person("Olga")
    appoint(person, Role.ORGANISER, place=a_place())
    client.force_login(person)
    return person


def save(client, **fields):
    return client.post(CITY, {"name": "Linden", "colour": "", "own_language": "en"} | fields)


def test_name_crest_and_colour_reach_every_page(client, olga):
    crest = SimpleUploadedFile("arms.jpg", a_picture("JPEG"), "image/jpeg")
    assert save(client, colour="#7A1F5C", crest=crest).status_code == 302
    page = client.get("/").text
    assert "What should Linden decide next?" in page
    assert f'<img class="crest" src="/city/crest-{the_city().crest}.png" alt="">' in page
    address = page.split('<link rel="stylesheet" href="/city.css')[1].split('"')[0]
    sheet = client.get(f"/city.css{address}")
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in sheet["Cache-Control"]
    assert "--civic: light-dark(#7a1f5c, " in sheet.text
    again = client.get("/city.css", headers={"If-None-Match": sheet["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    picture = client.get(f"/city/crest-{the_city().crest}.png")
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert "style=" not in page


def test_a_city_that_changed_nothing_looks_like_polyphony(client):
    page = client.get("/").text
    assert "city.css" not in page
    assert 'class="mark"' in page
    assert client.get("/city.css").text == ""


def test_a_pale_colour_and_a_drawing_get_sentences_and_lose_nothing(client, olga):
    svg = SimpleUploadedFile("arms.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")
    page = save(client, colour="#ffd200", crest=svg).text
    assert "The nearest colour that can be read is #" in page
    assert "This is an SVG drawing." in page
    assert 'value="Linden"' in page
    assert 'value="#ffd200"' in page
    assert the_city().name == "Lindhaven"


def test_the_crest_can_be_taken_away(client, olga):
    save(client, crest=SimpleUploadedFile("a.png", a_picture(), "image/png"))
    assert "Take the crest away" in client.get(CITY).text
    save(client, no_crest="on")
    assert the_city().crest == ""


def test_the_mail_test_shows_the_servers_words(client, olga, postbox):  # noqa: F811
    postbox.say_to_address = "550 5.1.1 <script>No</script> such mailbox"
    page = client.post("/desk/city/mail/").text
    assert "The letter did not leave" in page
    assert "550 5.1.1 &lt;script&gt;No&lt;/script&gt; such mailbox" in page
    postbox.say_to_address = None
    assert "The letter is on its way" in client.post("/desk/city/mail/").text
    assert olga.email in postbox.received[0]
    assert [row.facts for row in AuditRow.objects.filter(act="mail.tried").order_by("pk")] == [
        {"arrived": False},
        {"arrived": True},
    ]
