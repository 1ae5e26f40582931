"""Amara writes a proposal on staged pages, and loses nothing on the way."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from consultations.models import Phase, Place, Theme
from proposals.actions import save_draft, submit_proposal
from proposals.models import Draft, Proposal
from tests.factories import a_consultation, a_person, a_place, a_theme, an_open_consultation

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def consultation():
    return an_open_consultation()


@pytest.fixture
def way(consultation):
    return f"/consultations/{consultation.slug}/proposals/new/"


def goes_to(client, path, to, **posted):
    response = client.post(path, posted)
    assert (response.status_code, response.headers.get("Location")) == (302, to)


def test_amara_goes_the_whole_way_and_her_proposal_is_public(client, amara, consultation, way):
    theme, other = a_theme("Jobs"), a_theme("Ageing")
    part = a_place("Northbank", "district", consultation.place)
    client.force_login(amara)
    goes_to(client, way, f"{way}similar/", title="Shade for the square")
    assert client.get(f"{way}similar/")["Location"] == f"{way}text/"
    goes_to(client, f"{way}text/", f"{way}place/", body="Forty plane trees.")
    goes_to(client, f"{way}place/", f"{way}themes/", place=str(part.pk), where="South side")
    goes_to(
        client,
        f"{way}themes/",
        f"{way}check/",
        **{f"theme-{theme.slug}": "helps", f"theme-{other.slug}": ""},
    )
    page = client.get(f"{way}check/").content.decode()
    for said in ("Shade for the square", "Forty plane trees.", "South side", "Helps Jobs."):
        assert said in page
    response = client.post(f"{way}check/")
    proposal = Proposal.objects.get()
    assert response["Location"] == f"/proposals/{proposal.pk}/sent/"
    assert (proposal.place, proposal.where) == (part, "South side")
    assert [(one.theme, one.effect) for one in proposal.effects.all()] == [(theme, "helps")]
    assert "Sent. Everybody can read it now." in client.get(response["Location"]).content.decode()
    assert not Draft.objects.exists()


def test_pressing_send_twice_ends_at_the_same_proposal(client, amara, consultation, way):
    client.force_login(amara)
    save_draft(person=amara, consultation=consultation, title="Shade", body="Trees.")
    first, second = client.post(f"{way}check/"), client.post(f"{way}check/")
    assert first["Location"] == second["Location"]
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("", "Write the title."),
        ("\u200b", "Write the title."),
        ("x" * 92, "Shorten the title by 12 characters."),
        ("a\x00b", "This holds a character that cannot be stored."),
    ],
)
def test_a_bad_title_is_refused_at_its_field_and_kept(client, amara, way, title, sentence):
    client.force_login(amara)
    response = client.post(way, {"title": title})
    page = response.content.decode()
    assert response.status_code == 400
    assert page.count(sentence) == 2  # in the summary and at the field
    assert Draft.objects.get().title == title.replace("\x00", "\ufffd")
    assert client.get(way).status_code == 200


def test_going_back_and_leaving_keep_what_was_typed(client, amara, consultation, way):
    client.force_login(amara)
    goes_to(client, f"{way}text/", way, body="x" * 20_000, go="back")
    assert Draft.objects.get().body == "x" * 20_000
    goes_to(client, way, consultation.get_absolute_url(), title="y" * 300, go="leave")
    assert "y" * 300 in client.get(way).content.decode()
    page = client.get(f"{way}check/").content.decode()
    assert "Shorten the title by 220 characters." in page
    assert "Shorten the text by 10,000 characters." in page
    assert "Send it to the city" not in page
    assert client.post(f"{way}check/").status_code == 400
    assert not Proposal.objects.exists()


def test_what_is_written_is_saved_while_writing(client, amara, way):
    client.force_login(amara)
    response = client.post(f"{way}text/", {"body": "Half a sent"}, headers={"X-Autosave": "1"})
    assert response.status_code == 204
    assert Draft.objects.get().body == "Half a sent"


def test_after_the_session_ended_she_signs_in_and_finds_her_words(client, amara, way):
    response = client.post(f"{way}text/", {"body": "Forty plane trees."})
    assert response["Location"] == f"/account/login/?next={way}text/"
    client.force_login(amara)
    assert "Forty plane trees." in client.get(f"{way}text/").content.decode()
    assert Draft.objects.get().body == "Forty plane trees."
    autosaved = client_without_session().post(
        f"{way}text/", {"body": "More"}, headers={"X-Autosave": "1"}
    )
    assert autosaved.status_code == 401


def client_without_session():
    from django.test import Client

    return Client()


def test_strangers_are_led_to_sign_in_and_back(client, way):
    assert client.get(way)["Location"] == f"/account/login/?next={way}"


def test_similar_ones_are_shown_and_supported_instead(client, amara, consultation, way):
    bo = a_person("Bo")
    like = submit_proposal(
        person=bo, consultation=consultation, title="Shade sails for squares", body="In May."
    )
    submit_proposal(person=bo, consultation=consultation, title="Night buses", body="Later.")
    client.force_login(amara)
    goes_to(client, way, f"{way}similar/", title="More shade on the market square")
    page = client.get(f"{way}similar/").content.decode()
    assert "One proposal sounds like yours" in page
    assert "Like yours: squares, shade." in page
    assert "Night buses" not in page
    support = re.search(r'action="(/proposals/\d+/support/)"', page)
    client.post(support[1])
    like.counters.refresh_from_db()
    assert like.counters.supports == 1
    assert Draft.objects.get().title == "More shade on the market square"


def test_a_hidden_proposal_is_never_shown_as_similar(client, amara, consultation, way):
    from django.utils import timezone

    from proposals.actions import hide_proposal

    like = submit_proposal(
        person=a_person("Bo"), consultation=consultation, title="Shade sails", body="In May."
    )
    hide_proposal(like, timezone.now())
    client.force_login(amara)
    client.post(way, {"title": "Shade sails"})
    assert client.get(f"{way}similar/")["Location"] == f"{way}text/"


def test_when_proposals_have_closed_the_draft_can_still_be_read(client, amara, consultation, way):
    save_draft(person=amara, consultation=consultation, title="Shade", body="Forty trees.")
    consultation.phases.update(takes_proposals=False)
    client.force_login(amara)
    response = client.get(f"{way}check/")
    page = response.content.decode()
    assert response.status_code == 403
    assert "This consultation takes no proposals." in page
    assert "Forty trees." in page


def test_drafts_and_sent_pages_are_their_writers_alone(client, amara, consultation, way):
    save_draft(person=amara, consultation=consultation, title="Secret shade")
    proposal = submit_proposal(person=amara, consultation=consultation, title="S", body="T")
    save_draft(person=amara, consultation=consultation, title="Secret shade")
    client.force_login(a_person("Bo"))
    assert "Secret shade" not in client.get(way).content.decode()
    assert client.get(f"/proposals/{proposal.pk}/sent/").status_code == 404


def test_a_place_of_another_city_is_not_taken(client, amara, way):
    elsewhere = a_place("Elsewhere")
    client.force_login(amara)
    response = client.post(f"{way}place/", {"place": str(elsewhere.pk), "where": "There"})
    assert response.status_code == 400
    draft = Draft.objects.get()
    assert (draft.place, draft.where) == (None, "There")
    assert Place.objects.count() == 2


def test_nobody_writes_into_a_consultation_that_is_not_published(client, amara):
    draft = a_consultation(published=False)
    client.force_login(amara)
    assert client.get(f"/consultations/{draft.slug}/proposals/new/").status_code == 404


def test_an_invented_theme_is_passed_over(client, amara, way):
    client.force_login(amara)
    client.post(f"{way}themes/", {"theme-moon": "helps"})
    assert Draft.objects.get().effects == {}
    assert not Theme.objects.exists()


def test_the_day_beside_the_form_is_the_last_one_on_which_it_can_be_sent(client, amara, way):
    phase = Phase.objects.get()
    day = timezone.localdate() + timedelta(days=5)
    phase.closes = timezone.make_aware(datetime.combine(day, time.min))
    phase.save(update_fields=["closes"])
    client.force_login(amara)
    page = client.get(way).text
    assert f"You can send it until <strong>{date_format(day - timedelta(days=1), 'l j F')}" in page


def test_a_theme_that_is_gone_meanwhile_is_said_in_words(client, amara, consultation, way):
    theme = a_theme("Jobs")
    save_draft(
        person=amara,
        consultation=consultation,
        title="Shade",
        body="Forty trees.",
        effects={theme.slug: "helps"},
    )
    theme.delete()
    client.force_login(amara)
    response = client.post(f"{way}check/")
    assert response.status_code == 400
    assert "There is no theme called" in response.text
    assert Draft.objects.get().title == "Shade"
