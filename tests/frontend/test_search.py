"""Search finds what everybody may read, by the words people type, the same on both databases."""

from datetime import timedelta

import pytest
from django.utils import timezone

from discussions.actions import post_point
from discussions.models import Point
from intake.search import searchable
from proposals.actions import hide_proposal, publish_version, submit_proposal, withdraw_proposal
from tests.factories import a_consultation, a_person, an_open_consultation

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation():
    return findable(an_open_consultation("Greener streets"))


def findable(consultation):
    consultation.search_text = searchable(consultation.title, consultation.standfirst)
    consultation.save(update_fields=["search_text"])
    return consultation


def propose(consultation, title="Trams to Łódź Square", body="Along the Große Straße."):
    return submit_proposal(person=a_person(), consultation=consultation, title=title, body=body)


def titles(client, **asked) -> list[str]:
    return [one["title"] for one in client.get("/api/v1/search/", asked).json()["results"]]


@pytest.mark.parametrize("query", ["lodz", "ŁÓDŹ", "strasse", "Straße gross", "tra łod"])
def test_people_find_words_as_they_type_them(client, consultation, query):
    propose(consultation)
    assert titles(client, q=query) == ["Trams to Łódź Square"]
    assert "Trams to Łódź Square" in client.get("/search/", {"q": query}).content.decode()


def test_all_kinds_are_found_each_under_its_heading(client, consultation):
    proposal = propose(consultation, "Shade for the square", "Greener than today.")
    post_point(person=a_person(), proposal=proposal, kind="for", body="Greener is cooler.")
    response = client.get("/search/?q=greener")
    page = response.content.decode()
    assert not response.cookies
    for words in ("Greener streets", "Shade for the square", "Greener is cooler."):
        assert words in page
    assert (
        page.index("found-consultation") < page.index("found-proposal") < page.index("found-point")
    )
    only = client.get("/search/?q=greener&kind=point").content.decode()
    assert "Greener is cooler." in only
    assert "found-proposal" not in only


def test_every_word_must_be_there(client, consultation):
    propose(consultation, "Shade for the square")
    assert titles(client, q="shade square") == ["Shade for the square"]
    assert titles(client, q="shade harbour") == []


def test_hidden_words_are_found_nowhere(client, consultation):
    proposal = propose(consultation, "Unspeakable words")
    point = post_point(person=a_person(), proposal=proposal, kind="for", body="Unspeakable too")
    reply = post_point(
        person=a_person(), proposal=proposal, kind="for", parent=point, body="Unspeakable reply"
    )
    assert len(titles(client, q="unspeakable")) == 3
    Point.objects.filter(pk=point.pk).update(hidden=timezone.now())
    assert "Unspeakable too" not in titles(client, q="unspeakable")
    hide_proposal(proposal, timezone.now())
    assert titles(client, q="unspeakable") == []
    assert reply.body not in client.get("/search/?q=unspeakable").content.decode()


def test_drafts_of_consultations_are_not_found(client):
    findable(a_consultation("Secret plans", published=False))
    assert titles(client, q="secret") == []


def test_old_words_are_forgotten_with_a_new_version_and_withdrawn_ones_say_so(client):
    consultation, amara = an_open_consultation(), a_person("Amara")
    proposal = submit_proposal(
        person=amara, consultation=consultation, title="Plane trees", body="Forty."
    )
    publish_version(person=amara, proposal=proposal, title="Lime trees", body="Forty.", base=1)
    assert titles(client, q="plane") == []
    assert titles(client, q="lime") == ["Lime trees"]
    withdraw_proposal(person=amara, proposal=proposal)
    assert "withdrawn" in client.get("/search/?q=lime").content.decode()


def test_pages_follow_each_other_without_a_gap(client, consultation):
    for number in range(23):
        propose(consultation, f"Bench number {number}", f"{number}")
    first = client.get("/api/v1/search/", {"q": "bench", "kind": "proposal"}).json()
    second = client.get(first["next"]).json()
    found = [one["title"] for one in first["results"] + second["results"]]
    assert found == [f"Bench number {number}" for number in reversed(range(23))]
    assert second["next"] is None
    page = client.get("/search/?q=bench&kind=proposal").content.decode()
    assert f"after=1-{first['results'][-1]['id']}" in page


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', "'; DROP TABLE", "a" * 3000, "* OR *", "()", "NEAR(a b)", "\u200b", "🌳"],
)
def test_odd_queries_are_answered_with_a_page(client, consultation, query):
    propose(consultation)
    assert client.get("/search/", {"q": query}).status_code == 200
    assert client.get("/api/v1/search/", {"q": query}).status_code == 200


def test_nothing_found_names_what_to_try(client):
    page = client.get("/search/?q=zzz").content.decode()
    assert "Nothing has all the words of “zzz”." in page


def test_an_unknown_kind_is_refused_by_the_api_and_passed_over_by_the_page(client):
    assert client.get("/api/v1/search/?q=a&kind=person").status_code == 400
    assert client.get("/search/?q=a&kind=person&before=x").status_code == 200


def test_a_search_costs_the_same_for_one_row_and_for_three(
    client, consultation, django_assert_max_num_queries
):
    counts = []
    for rows in (1, 2):
        for number in range(rows):
            proposal = propose(consultation, f"Greener {rows}{number}", "Trees.")
            post_point(person=a_person(), proposal=proposal, kind="for", body="Greener")
        with django_assert_max_num_queries(6) as found:
            client.get("/search/?q=greener")
        counts.append(len(found))
    assert counts[0] == counts[1]
    assert timezone.now() - proposal.posted < timedelta(minutes=5)
