"""Amara changes her proposal, and everybody can see what changed."""

import re

import pytest
from django.utils import timezone

from people.models import Notice
from proposals.actions import hide_proposal, publish_version, submit_proposal, withdraw_proposal
from proposals.models import Version, Withdrawal
from tests.factories import a_person, an_open_consultation
from tests.working import run_jobs
from voting.actions import give_support

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def proposal(amara):
    return submit_proposal(
        person=amara,
        consultation=an_open_consultation(),
        title="Shade for the square",
        body="Forty plane trees.",
    )


@pytest.fixture
def edit_page(proposal):
    return f"/proposals/{proposal.pk}/versions/new/"


def words(body="Fifty plane trees.", **more) -> dict:
    return {"title": "Shade for the square", "body": body, "note": "Ten more", "base": "1"} | more


def test_she_sees_what_changes_before_it_is_published(client, amara, proposal, edit_page):
    client.force_login(amara)
    preview = client.post(edit_page, words(step="preview"))
    page = preview.content.decode()
    assert preview.status_code == 200
    assert re.search(r"<del>.*?Forty</del>", page)
    assert re.search(r"<ins>.*?Fifty</ins>", page)
    assert proposal.versions.count() == 1
    back = client.post(edit_page, words(step="edit")).content.decode()
    assert "Fifty plane trees." in back
    published = client.post(edit_page, words(step="publish"))
    assert published["Location"] == proposal.get_absolute_url()
    assert proposal.versions.count() == 2


def test_those_who_support_it_are_told_and_may_take_it_back(client, amara, proposal, edit_page):
    dana = a_person("Dana")
    give_support(person=dana, proposal=proposal)
    client.force_login(amara)
    client.post(edit_page, words(step="publish"))
    run_jobs()
    notice = Notice.objects.get(person=dana)
    assert notice.url == f"/proposals/{proposal.pk}/versions/2/"
    client.force_login(dana)
    assert client.get(notice.url).status_code == 200
    client.post(f"/proposals/{proposal.pk}/support/", {"take_back": "1"})
    proposal.counters.refresh_from_db()
    assert proposal.counters.supports == 0


def test_when_another_version_came_first_both_texts_stand_on_the_page(
    client, amara, proposal, edit_page
):
    client.force_login(amara)
    publish_version(
        person=amara, proposal=proposal, title=proposal.title, body="Forty lime trees.", base=1
    )
    for step in ("preview", "publish"):
        response = client.post(edit_page, words("Sixty plane trees.", step=step))
        page = response.content.decode()
        assert response.status_code == 409
        assert "Version 2 was published while you wrote." in page
        assert "Sixty plane trees.</textarea>" in page
        assert re.search(r"<del>.*?Forty lime</del>", page)
        assert 'name="base" value="2"' in page
    assert proposal.versions.count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title": "x" * 92}, "Shorten the title by 12 characters."),
        ({"body": " "}, "Write the text."),
        ({"note": "x" * 201}, "Shorten the note by 1 character."),
        ({"body": "Forty plane trees."}, "You have not changed anything yet."),
    ],
)
def test_bad_words_are_refused_at_their_field_and_kept(client, amara, edit_page, changed, sentence):
    client.force_login(amara)
    response = client.post(edit_page, words(step="preview") | changed)
    page = response.content.decode()
    assert response.status_code == 400
    assert sentence in page
    assert "Ten more" in page or "note" in changed


def test_after_the_session_ended_she_signs_in_and_finds_her_words(client, amara, edit_page):
    response = client.post(edit_page, words(step="preview"))
    assert response["Location"] == f"/account/login/?next={edit_page}"
    client.force_login(amara)
    assert "Fifty plane trees." in client.get(edit_page).content.decode()
    assert "Fifty" not in client.get(edit_page).content.decode()


def test_others_are_refused_in_words_and_strangers_led_to_sign_in(client, proposal, edit_page):
    assert client.get(edit_page)["Location"] == f"/account/login/?next={edit_page}"
    client.force_login(a_person("Bo"))
    response = client.get(edit_page)
    assert response.status_code == 403
    assert "Only the author may do this." in response.content.decode()
    assert client.post(edit_page, words(step="publish")).status_code == 403
    assert Version.objects.count() == 1


def test_everybody_reads_every_version_with_what_changed(client, amara, proposal):
    for number, body in enumerate(["Fifty trees.", "Sixty trees."], start=1):
        publish_version(
            person=amara,
            proposal=proposal,
            title="Shade",
            body=body,
            base=number,
            note=f"N{number}",
        )
    listed = client.get(f"/proposals/{proposal.pk}/versions/")
    page = listed.content.decode()
    assert not listed.cookies
    for said in ("Version 1", "Version 2", "Version 3", "N1", "N2"):
        assert said in page
    third = client.get(f"/proposals/{proposal.pk}/versions/3/").content.decode()
    assert re.search(r"<del>.*?Fifty</del>", third)
    since = client.get(f"/proposals/{proposal.pk}/versions/3/?since=1").content.decode()
    assert re.search(r"<del>.*?Forty plane</del>", since)
    assert "What changed since version 1" in since
    first = client.get(f"/proposals/{proposal.pk}/versions/1/").content.decode()
    assert "What changed" not in first
    assert client.get(f"/proposals/{proposal.pk}/versions/4/").status_code == 404


@pytest.mark.parametrize("since", ["0", "3", "-1", "x", "²", "9" * 30])
def test_an_odd_since_compares_with_the_version_before(client, amara, proposal, since):
    publish_version(person=amara, proposal=proposal, title="Shade", body="Fifty.", base=1)
    page = client.get(f"/proposals/{proposal.pk}/versions/2/", {"since": since})
    assert "What changed since version 1" in page.content.decode()


def test_versions_of_a_hidden_proposal_are_its_authors_alone(client, amara, proposal):
    hide_proposal(proposal, timezone.now())
    address = f"/proposals/{proposal.pk}/versions/1/"
    assert client.get(address).status_code == 404
    client.force_login(amara)
    assert "Forty plane trees." in client.get(address).content.decode()


def test_she_withdraws_it_after_being_asked_and_the_reason_stands(client, amara, proposal):
    client.force_login(amara)
    address = f"/proposals/{proposal.pk}/withdrawal/"
    assert "This cannot be undone." in client.get(address).content.decode()
    too_long = client.post(address, {"reason": "x" * 501})
    assert too_long.status_code == 400
    assert "Shorten the reason by 1 character." in too_long.content.decode()
    assert not Withdrawal.objects.exists()
    assert client.post(address, {"reason": "Bo’s is better."})["Location"] == (
        proposal.get_absolute_url()
    )
    assert client.post(address, {"reason": "Again"}).status_code == 302
    assert Withdrawal.objects.get().reason == "Bo’s is better."


def test_nobody_else_withdraws_it(client, proposal):
    address = f"/proposals/{proposal.pk}/withdrawal/"
    assert client.post(address)["Location"] == f"/account/login/?next={address}"
    client.force_login(a_person("Bo"))
    assert client.post(address).status_code == 403
    assert not Withdrawal.objects.exists()


def test_a_withdrawn_text_stays_as_it_is(client, amara, proposal, edit_page):
    withdraw_proposal(person=amara, proposal=proposal)
    client.force_login(amara)
    response = client.get(edit_page)
    assert response.status_code == 403
    assert "It was withdrawn on" in response.content.decode()
