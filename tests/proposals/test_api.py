"""Proposals over the API: the bodies that others rely on, and who may do what."""

import pytest
from django.utils import timezone

from proposals.actions import hide_proposal, save_draft, submit_proposal
from proposals.models import Draft, Proposal
from tests.factories import (
    a_consultation,
    a_person,
    a_theme,
    an_open_consultation,
)

pytestmark = pytest.mark.django_db

PROPOSALS = "/api/v1/proposals/"


@pytest.fixture
def amara(client):
    person = a_person("Amara")
    client.force_login(person)
    return person


@pytest.fixture
def consultation():
    return an_open_consultation()


def send(client, method, path, body=""):
    return getattr(client, method)(path, body, content_type="application/json")


def words(consultation, **more) -> dict:
    return {
        "consultation": consultation.pk,
        "title": "Shade for the square",
        "body": "Forty trees.",
        **more,
    }


def test_amara_posts_a_proposal_and_it_is_public_at_once(client, amara, consultation):
    theme = a_theme()
    body = words(
        consultation,
        themes=[{"theme": theme.slug, "effect": "costs"}],
        place=consultation.place_id,
        where="South side",
    )
    response = send(client, "post", PROPOSALS, body)
    assert response.status_code == 201
    proposal = Proposal.objects.get()
    posted = response.json()
    assert posted == {
        "id": proposal.pk,
        "url": proposal.get_absolute_url(),
        "consultation": consultation.pk,
        "title": "Shade for the square",
        "body": "Forty trees.",
        "language": "en",
        "author": "Amara",
        "place": consultation.place_id,
        "where": "South side",
        "pictures": [],
        "themes": [{"theme": theme.slug, "effect": "costs"}],
        "version": 1,
        "posted": posted["posted"],
        "support_count": 0,
        "point_counts": {"for": 0, "against": 0, "question": 0},
        "status": "published",
    }
    client.logout()
    assert client.get(f"{PROPOSALS}{proposal.pk}/").json() == posted
    assert client.get(PROPOSALS).json()["results"] == [posted]


def test_what_nobody_may_set_is_passed_over(client, amara, consultation):
    bo = a_person("Bo")
    body = words(
        consultation,
        author=bo.pk,
        support_count=99,
        status="answered",
        hidden=None,
        version=7,
        is_official=True,
        cost=1,
    )
    posted = send(client, "post", PROPOSALS, body).json()
    assert (posted["author"], posted["support_count"], posted["version"]) == ("Amara", 0, 1)
    assert Proposal.objects.get().cost is None


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"title": "x" * 92}, "title", "Shorten the title by 12 characters."),
        ({"title": "\u200b"}, "title", "Write the title."),
        ({"title": ["a"]}, "title", "Write this as text."),
        ({"body": "x" * 10_001}, "body", "Shorten the text by 1 character."),
        ({"consultation": 10**12}, "consultation", "There is no such consultation."),
        ({"place": 10**12}, "place", "There is no such place."),
        ({"themes": [{"theme": "moon", "effect": "helps"}]}, "themes", "no theme called “moon”"),
    ],
)
def test_bad_input_is_refused_at_its_field(client, amara, consultation, change, field, sentence):
    response = send(client, "post", PROPOSALS, words(consultation) | change)
    answer = response.json()
    assert response.status_code == 400
    assert sentence in answer["detail"]
    assert list(answer["fields"]) == [field]
    assert not Proposal.objects.exists()


def test_strangers_are_told_to_sign_in_and_others_that_it_closed(client, consultation):
    assert send(client, "post", PROPOSALS, words(consultation)).status_code == 401
    consultation.phases.update(takes_proposals=False)
    client.force_login(a_person("Chidi"))
    response = send(client, "post", PROPOSALS, words(consultation))
    assert (response.status_code, response.json()["code"]) == (403, "never-open")


def test_the_list_is_narrowed_by_consultation_and_theme(client, amara, consultation):
    theme, other = a_theme(), an_open_consultation("Night buses")
    first = submit_proposal(
        person=amara, consultation=consultation, title="A", body="A", effects={theme.slug: "helps"}
    )
    second = submit_proposal(person=amara, consultation=other, title="B", body="B")

    def ids(query):
        return [one["id"] for one in client.get(PROPOSALS + query).json()["results"]]

    assert ids("") == [second.pk, first.pk]
    assert ids(f"?consultation={consultation.pk}") == [first.pk]
    assert ids(f"?theme={theme.slug}") == [first.pk]
    assert ids("?theme=moon") == []
    assert client.get(f"{PROPOSALS}?consultation=x").status_code == 400
    assert client.get(f"{PROPOSALS}?consultation=²").status_code == 400


def test_hidden_and_unpublished_ones_are_not_found_anywhere(client, amara, consultation):
    hidden = submit_proposal(person=amara, consultation=consultation, title="Secret", body="Words")
    hide_proposal(hidden, timezone.now())
    draft = a_consultation(published=False)
    for path in (f"{hidden.pk}/", f"{hidden.pk}/versions/", f"{hidden.pk}/versions/1/"):
        assert client.get(PROPOSALS + path).status_code == 404
    assert send(client, "patch", f"{PROPOSALS}{hidden.pk}/", {"title": "X"}).status_code == 404
    assert client.get(PROPOSALS).json()["results"] == []
    response = send(client, "post", PROPOSALS, words(draft))
    assert (response.status_code, response.json()["code"]) == (400, "unseen")


def test_the_author_publishes_a_version_and_a_stale_one_is_409(client, amara, consultation):
    proposal = submit_proposal(person=amara, consultation=consultation, title="A", body="Forty.")
    path = f"{PROPOSALS}{proposal.pk}/"
    answer = send(client, "patch", path, {"body": "Fifty.", "version": 1, "note": "More"}).json()
    assert (answer["version"], answer["title"], answer["body"]) == (2, "A", "Fifty.")
    stale = send(client, "patch", path, {"body": "Sixty.", "version": 1})
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")
    numbers = [one["number"] for one in client.get(f"{path}versions/").json()["results"]]
    assert numbers == [2, 1]
    assert client.get(f"{path}versions/2/").json()["note"] == "More"
    assert client.get(f"{path}versions/3/").status_code == 404


def test_others_neither_change_nor_withdraw_it(client, amara, consultation):
    proposal = submit_proposal(person=amara, consultation=consultation, title="A", body="A")
    path = f"{PROPOSALS}{proposal.pk}/"
    client.force_login(a_person("Bo"))
    assert send(client, "patch", path, {"title": "B"}).status_code == 403
    assert send(client, "delete", path).status_code == 403
    client.logout()
    assert send(client, "delete", path).status_code == 401


def test_the_author_withdraws_and_it_stays_readable(client, amara, consultation):
    proposal = submit_proposal(person=amara, consultation=consultation, title="A", body="A")
    path = f"{PROPOSALS}{proposal.pk}/"
    assert (
        send(client, "delete", path, {"reason": "Bo’s is better."}).json()["status"] == "withdrawn"
    )
    assert send(client, "delete", path).status_code == 200
    assert client.get(path).json()["status"] == "withdrawn"


def test_drafts_are_their_writers_alone(client, amara, consultation):
    path = f"/api/v1/drafts/{consultation.pk}/"
    assert client.get(path).status_code == 404
    assert send(client, "put", path, {"title": "x" * 500, "person": 1}).status_code == 200
    assert client.get(path).json()["title"] == "x" * 500
    assert [one["title"] for one in client.get("/api/v1/drafts/").json()["results"]] == ["x" * 500]
    client.force_login(a_person("Bo"))
    assert client.get(path).status_code == 404
    assert client.get("/api/v1/drafts/").json()["results"] == []
    client.force_login(amara)
    assert client.delete(path).status_code == 204
    assert not Draft.objects.exists()
    client.logout()
    assert client.get("/api/v1/drafts/").status_code == 401


def test_a_list_costs_the_same_for_one_row_and_for_three(
    client, amara, consultation, django_assert_num_queries
):
    theme = a_theme()
    for rows in (1, 3):
        for number in range(rows):
            submit_proposal(
                person=a_person(f"P{rows}{number}"),
                consultation=consultation,
                title=f"{rows} {number}",
                body="Trees.",
                effects={theme.slug: "helps"},
            )
        client.logout()
        with django_assert_num_queries(2):
            client.get(PROPOSALS)


def test_no_address_and_no_draft_ever_leaves(client, amara, consultation):
    proposal = submit_proposal(person=amara, consultation=consultation, title="A", body="A")
    save_draft(person=amara, consultation=consultation, title="Canary draft")
    client.logout()
    for path in (PROPOSALS, f"{PROPOSALS}{proposal.pk}/", f"{PROPOSALS}{proposal.pk}/versions/"):
        text = client.get(path).content.decode()
        assert amara.email not in text
        assert "Canary" not in text
