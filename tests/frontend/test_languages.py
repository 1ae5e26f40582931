"""The language of a page: who decides it, and how it is carried along."""

import re

import pytest
from django.http import StreamingHttpResponse
from django.test import Client, RequestFactory, override_settings
from django.utils import translation

from frontend.languages import LanguageMiddleware
from people.models import Person
from tests.asking import asking
from tests.factories import a_person

pytestmark = pytest.mark.django_db
GERMAN = {"HTTP_ACCEPT_LANGUAGE": "de-AT,de;q=0.9,en;q=0.5"}


def spoken(response) -> str:
    return re.search(r'<html lang="(\w+)"', response.content.decode())[1]


def test_the_address_wins_over_everything(client):
    dana = a_person("Dana", language="fr")
    client.force_login(dana)
    client.cookies["language"] = "it"
    answer = client.get("/es/rules/", **GERMAN)
    assert spoken(answer) == answer["Content-Language"] == "es"


def test_then_what_a_person_chose_then_the_cookie_then_the_browser_then_the_city(client):
    assert spoken(client.get("/rules/")) == "en"
    assert spoken(client.get("/rules/", **GERMAN)) == "de"
    client.cookies["language"] = "it"
    assert spoken(client.get("/rules/", **GERMAN)) == "it"
    client.force_login(a_person("Dana", language="fr"))
    assert spoken(client.get("/rules/", **GERMAN)) == "fr"


def test_somebody_who_chose_nothing_reads_as_her_browser_asks(client):
    client.force_login(a_person("Dana"))
    assert spoken(client.get("/rules/", **GERMAN)) == "de"


def test_a_language_nobody_offers_is_passed_over(client):
    assert spoken(client.get("/rules/", HTTP_ACCEPT_LANGUAGE="ja,de;q=0.4")) == "de"
    client.cookies["language"] = "xx"
    assert spoken(client.get("/rules/", **GERMAN)) == "de"


def test_caches_are_told_what_decided(client):
    free, fixed = client.get("/rules/"), client.get("/de/rules/")
    assert {"Accept-Language", "Cookie"} <= set(free["Vary"].split(", "))
    assert "Accept-Language" not in fixed.get("Vary", "")


def test_reading_in_another_language_sets_no_cookie(client):
    for address in ("/de/", "/fr/rules/", "/language/", "/consultations/"):
        answer = client.get(address)
        if address != "/language/":  # a page with a form guards it
            assert not answer.cookies, address


def test_every_link_of_a_page_keeps_its_language(client, proposal):
    page = client.get(f"/de{proposal.get_absolute_url()}").content.decode()
    leading = set(re.findall(r'(?:href|action|data-url)="(/[^"]*)"', page))
    left = {one for one in leading if not re.match(r"/(?:de|en|fr|it|es|pl)/|/static/", one)}
    assert left == set()
    assert f"/de/consultations/{proposal.consultation.slug}/" in leading


def test_words_that_look_like_a_link_stay_as_they_were_written(client, consultation, amara):
    from proposals.actions import submit_proposal

    words = 'A sign: write href="/rules/" there.'
    found = submit_proposal(
        person=amara, consultation=consultation, title="A sign with words", body=words
    )
    page = client.get(f"/de{found.get_absolute_url()}").content.decode()
    assert '/de/rules/"' in page  # the foot of the page
    assert 'write href="/rules/" there' in page.replace("&quot;", '"')


def test_redirects_keep_the_language(client, proposal, browser_of, chidi):
    moved = client.get(f"/de/proposals/{proposal.pk}/?order=newest")
    assert moved["Location"] == f"/de{proposal.get_absolute_url()}?order=newest"
    given = browser_of(chidi).post(f"/de/proposals/{proposal.pk}/support/", {})
    assert given["Location"].startswith("/de/proposals/")
    assert client.get("/de/rules")["Location"] == "/de/rules/"


def test_what_is_for_machines_has_one_address(client):
    for address in ("/de/api/v1/themes/", "/de/healthz", "/de/static/polyphony.css", "/de/live/"):
        assert client.get(address).status_code == 404, address


def test_addresses_in_the_api_have_no_language(client, proposal):
    found = client.get(f"/api/v1/proposals/{proposal.pk}/", **GERMAN).json()
    assert found["url"] == proposal.get_absolute_url()


def test_what_is_stored_while_reading_german_has_no_language(proposal, browser_of, chidi, amara):
    from people.models import Notice

    answer = browser_of(amara).post(f"/de/proposals/{proposal.pk}/support/", {})
    assert answer.status_code == 302
    assert not Notice.objects.filter(url__startswith="/de/").exists()


def test_pages_name_themselves_in_every_language(client):
    page = client.get("/de/rules/").content.decode()
    assert '<link rel="canonical" href="http://testserver/de/rules/">' in page
    for code in ("en", "de", "fr", "it", "es", "pl"):
        assert f'hreflang="{code}" href="http://testserver/{code}/rules/"' in page
    assert 'hreflang="x-default" href="http://testserver/rules/"' in page


def test_errors_come_in_the_readers_language_too(client):
    assert spoken(client.get("/de/nowhere/")) == "de"
    assert spoken(client.get("/nowhere/", **GERMAN)) == "de"


@pytest.mark.parametrize("language", ["de", "pl"])
def test_the_language_is_kept_with_the_account(language, browser_of):
    dana = a_person("Dana")
    dana_reads = browser_of(dana)
    answer = dana_reads.post("/language/", {"language": language, "next": "/rules/?from=1"})
    assert answer["Location"] == f"/{language}/rules/?from=1"
    assert Person.objects.get(pk=dana.pk).language == language
    assert spoken(dana_reads.get("/rules/")) == language
    assert "language" not in answer.cookies


def test_without_an_account_a_cookie_remembers_it(client):
    answer = client.post("/en/language/", {"language": "de", "next": "/en/rules/"})
    assert answer["Location"] == "/de/rules/"
    assert spoken(client.get("/rules/")) == "de"


@pytest.mark.parametrize(
    "away", ["https://example.org/", "//example.org/", "/de//example.org", "x"]
)
def test_choosing_a_language_leads_nowhere_else(client, away):
    answer = client.post("/language/", {"language": "de", "next": away})
    assert answer["Location"] == "/de/"


def test_a_language_that_is_not_there_is_refused_in_words(client):
    page = client.post("/language/", {"language": "xx"})
    assert page.status_code == 200
    assert "Choose one of these languages." in page.content.decode()


@override_settings(LANGUAGES=[("fr", "Français")], LANGUAGE_CODE="fr")
def test_a_city_with_one_language_has_no_switch_and_old_addresses_lead_on(client):
    page = client.get("/rules/", **GERMAN)
    assert spoken(page) == "fr"
    assert 'class="languages"' not in page.content.decode()
    assert client.get("/de/rules/?a=1")["Location"] == "/rules/?a=1"


def test_choosing_costs_no_question(client):
    with asking() as plain:
        client.get("/rules/")
    with asking() as german:
        client.get("/de/rules/")
    assert len(plain) == len(german)


def test_signing_up_keeps_the_language_of_the_page(client):
    answer = Client().post(
        "/de/account/signup/",
        {"email": "new@example.org", "display_name": "Neu", "password1": "ein-langes-wort-mehr"},
    )
    assert answer.status_code == 302
    assert Person.objects.get(email="new@example.org").language == "de"


def test_a_table_sent_bit_by_bit_speaks_the_language_of_its_address():
    def rows():
        for _turn in range(2):
            yield translation.get_language().encode()

    def view(request):
        return StreamingHttpResponse(rows())

    request = RequestFactory().get("/de/outcomes.csv")
    assert b"".join(LanguageMiddleware(view)(request)) == b"dede"


def test_data_beside_a_page_follow_its_language(client, consultation):
    page = client.get(f"/de/consultations/{consultation.slug}/").content.decode()
    assert f'href="/de/consultations/{consultation.slug}.json"' in page
    assert client.get(f"/de/consultations/{consultation.slug}.json")["Content-Language"] == "de"
