"""Organisers say in further languages what the city asks; readers get the one they asked for."""

import pytest
from rest_framework.test import APIClient

from consultations.models import Consultation, Role, Theme
from discussions.models import Point
from people.texts import in_language
from tests.asking import asking
from tests.factories import a_person, a_proposal, a_theme, an_open_consultation, appoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def streets():
    return an_open_consultation("Greener streets")


@pytest.fixture
def olga(client, streets):
    person = a_person("Olga")
    appoint(person, Role.ORGANISER, place=streets.place)
    client.force_login(person)
    return person


def address(consultation, language="de"):
    return f"/desk/consultations/{consultation.pk}/languages/{language}/"


def in_german(client, streets, **texts):
    fields = {f"consultation-{streets.pk}.{name}": text for name, text in texts.items()}
    return client.post(address(streets), fields)


def test_the_question_is_read_in_the_language_of_the_page(client, olga, streets):
    kept = in_german(client, streets, title="Grünere Straßen", standfirst="Schatten und Regen.")
    assert kept.status_code == 302
    german = client.get(f"/de{streets.get_absolute_url()}").content.decode()
    assert "<h1>Grünere Straßen</h1>" in german
    assert "Schatten und Regen." in german
    english = client.get(f"/en{streets.get_absolute_url()}").content.decode()
    assert "<h1>Greener streets</h1>" in english


def test_what_is_in_another_language_is_marked_and_said(client, streets):
    page = client.get(f"/de{streets.get_absolute_url()}").content.decode()
    assert '<h1><span lang="en" dir="auto">Greener streets</span></h1>' in page
    assert "Bisher nur auf Englisch." in page
    assert "so far" not in client.get(f"/en{streets.get_absolute_url()}").content.decode()


def test_the_page_shows_the_first_words_beside_each_field(client, olga, streets):
    page = client.get(address(streets)).content.decode()
    assert "Greener streets" in page
    assert f'name="consultation-{streets.pk}.title"' in page
    assert f'name="phase-{streets.phases.first().pk}.name"' in page
    assert 'lang="en" dir="auto"' in page


def test_its_own_language_is_not_translated(client, olga, streets):
    page = client.get(address(streets, "en")).content.decode()
    assert "first written in this language" in page
    client.post(address(streets, "en"), {f"consultation-{streets.pk}.title": "Changed"})
    assert Consultation.objects.get(pk=streets.pk).title == "Greener streets"


def test_an_emptied_text_is_gone_and_nothing_else(client, olga, streets):
    in_german(client, streets, title="Grünere Straßen", standfirst="Schatten.")
    in_german(client, streets, title="", standfirst="Schatten.")
    found = Consultation.objects.get(pk=streets.pk)
    assert in_language(found, "title", "de") == ""
    assert in_language(found, "standfirst", "de") == "Schatten."


def test_words_that_are_too_long_come_back_with_a_sentence(client, olga, streets):
    page = in_german(client, streets, title="x" * 90)
    assert page.status_code == 400
    assert "Shorten the Title by 10 characters." in page.content.decode()
    assert "x" * 90 in page.content.decode()


def test_a_search_finds_every_language(client, olga, streets):
    in_german(client, streets, title="Mehr Bäume")
    found = client.get("/de/search/?q=baume").content.decode()
    assert "Mehr Bäume" in found
    assert "Mehr Bäume" not in client.get("/en/search/?q=baume").content.decode()
    assert "Greener streets" in client.get("/en/search/?q=baume").content.decode()


def test_the_api_gives_the_language_that_was_asked_for(client, olga, streets):
    in_german(client, streets, title="Grünere Straßen")
    asked = {"HTTP_ACCEPT_LANGUAGE": "de"}
    found = APIClient().get(f"/api/v1/consultations/{streets.pk}/", **asked).json()
    assert (found["title"], found["language"]) == ("Grünere Straßen", "de")
    assert found["languages"] == ["en", "de"]
    polish = (
        APIClient().get(f"/api/v1/consultations/{streets.pk}/", HTTP_ACCEPT_LANGUAGE="pl").json()
    )
    assert (polish["title"], polish["language"]) == ("Greener streets", "en")


def test_who_organises_nothing_finds_nothing(client, streets):
    client.force_login(a_person("Chidi"))
    assert client.get(address(streets)).status_code == 404
    assert client.get("/desk/city/languages/de/").status_code == 403


def test_themes_and_places_are_named_in_further_languages(client, olga, streets):
    theme = a_theme("Water")
    streets.themes.add(theme)
    client.post("/desk/city/languages/de/", {f"theme-{theme.pk}.name": "Wasser"})
    assert in_language(Theme.objects.get(pk=theme.pk), "name", "de") == "Wasser"
    assert "Wasser" in client.get(f"/de/themes/{theme.slug}/").content.decode()


def test_open_pages_are_not_told_of_news_because_they_are_german(client, olga, streets):
    """What a page compares with the live facts is the same in every language."""
    phase = streets.phases.first()
    client.post(address(streets), {f"phase-{phase.pk}.name": "Vorschläge und Gespräch"})
    seen = [
        client.get(f"/{code}{streets.get_absolute_url()}")
        .content.decode()
        .split('data-seen="')[1]
        .split('"')[0]
        for code in ("en", "de")
    ]
    assert seen[0] == seen[1]


def test_editing_the_question_shows_its_first_words(client, olga):
    draft = an_open_consultation("Quieter nights", published=False)
    appoint(olga, Role.ORGANISER, place=draft.place)
    in_german(client, draft, title="Ruhigere Nächte")
    page = client.get(f"/de/desk/consultations/{draft.pk}/question/").content.decode()
    assert 'value="Quieter nights"' in page


def test_languages_cost_no_question(client, olga, streets):
    with asking() as before:
        client.get(f"/de{streets.get_absolute_url()}")
    in_german(client, streets, title="Grünere Straßen")
    client.get("/")  # says once that it was saved
    with asking() as after:
        client.get(f"/de{streets.get_absolute_url()}")
    assert len(before) == len(after)


def test_citizens_words_carry_the_language_they_were_written_in(client, streets, browser_of):
    amara = a_person("Amara")
    api = APIClient()
    api.force_authenticate(amara)
    made = api.post(
        "/api/v1/proposals/",
        {"consultation": streets.pk, "title": "Schatten", "body": "Bäume am Platz."},
        format="json",
        HTTP_ACCEPT_LANGUAGE="de",
    ).json()
    assert made["language"] == "de"
    page = client.get(f"/en{made['url']}").content.decode()
    assert '<h1 lang="de" dir="auto">Schatten</h1>' in page
    assert '<div class="prose" lang="de" dir="auto">' in page


def test_amara_says_that_her_point_is_in_polish(client, streets):
    amara, proposal = a_person("Amara"), a_proposal(consultation=streets)
    client.force_login(amara)
    address = f"/en/proposals/{proposal.pk}/points/new/"
    assert '<option value="en" selected>English</option>' in client.get(address).content.decode()
    client.post(address, {"kind": "for", "body": "Cień dla wszystkich.", "language": "pl"})
    assert Point.objects.get().language == "pl"
    page = client.get(f"/en{proposal.get_absolute_url()}").content.decode()
    assert '<div class="point__words" dir="auto" lang="pl">' in page


def test_a_language_nobody_knows_is_the_one_of_the_page(client, streets):
    client.force_login(a_person("Amara"))
    proposal = a_proposal(consultation=streets)
    address = f"/de/proposals/{proposal.pk}/points/new/"
    client.post(address, {"kind": "for", "body": "Schatten.", "language": "xx"})
    assert Point.objects.get().language == "de"
