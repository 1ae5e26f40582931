"""Feeds, calendars and what programs look for: whole, stable, and free of what must not get out."""

import json
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from consultations.models import Consultation, Promise
from frontend.alternates import TYPES
from proposals.actions import publish_answer
from tests.asking import asking
from tests.factories import (
    a_person,
    a_proposal,
    an_open_consultation,
    appoint,
)
from tests.hostile.scene import SECRET, a_scene
from tests.voting.polls import a_poll

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db):
    return a_scene()


ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(client, address) -> list[dict]:
    feed = ET.fromstring(client.get(address).content)
    assert feed.find(f"{ATOM}id").text.startswith("http://testserver/")
    return [
        {child.tag.removeprefix(ATOM): child.text or child.get("href") for child in entry}
        for entry in feed.iter(f"{ATOM}entry")
    ]


def a_late_proposal():
    proposal = a_proposal()
    Promise.objects.update(answer_by=timezone.localdate() - timedelta(days=3))
    return proposal


def test_what_is_asked_answered_and_owed_can_be_followed(client):
    proposal = a_late_proposal()
    (asked,) = entries(client, "/consultations.atom")
    assert asked["title"] == "Greener streets"
    (owed,) = entries(client, "/outcomes/overdue.atom")
    assert owed["title"] == "Shade for the square"
    assert owed["id"] == f"http://testserver{proposal.get_absolute_url()}#overdue"
    evaluator = a_person("Ewa")
    appoint(evaluator, "evaluator", place=proposal.consultation.place)
    publish_answer(person=evaluator, proposal=proposal, kind="will", because="Trees are ordered.")
    assert entries(client, "/outcomes/overdue.atom") == []
    (answered,) = entries(client, "/outcomes.atom")
    assert answered["title"] == "Shade for the square: The city will do it"


@pytest.mark.parametrize(
    "address", ["/consultations.atom", "/outcomes/overdue.atom", "/calendar.ics"]
)
def test_more_of_it_costs_no_question_more(client, address):
    def questions() -> int:
        with asking() as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    a_late_proposal()
    few = questions()
    for _ in range(2):
        a_poll(consultation=a_late_proposal().consultation)
    assert questions() <= few <= 6


def test_drafts_hidden_words_and_addresses_are_in_no_feed(client, scene):
    addresses = ["/consultations.atom", "/outcomes.atom", "/outcomes/overdue.atom", "/calendar.ics"]
    addresses += [
        "/sitemap-consultations-1.xml",
        "/sitemap-proposals-1.xml",
        "/data/catalogue.jsonld",
    ]
    Promise.objects.update(answer_by=timezone.localdate() - timedelta(days=3))
    for address in addresses:
        said = client.get(address).content.decode()
        assert SECRET not in said and scene.draft.slug not in said
        assert not [one for one in scene.people.values() if one.email in said]


def test_a_calendar_holds_phases_votes_and_the_promised_day(client):
    consultation = an_open_consultation()
    poll = a_poll(consultation=consultation)
    made = Calendar.from_ical(client.get(f"/consultations/{consultation.slug}.ics").content)
    events = {str(one["summary"]): one for one in made.walk("VEVENT")}
    assert len(events) == 3
    assert events[f"Vote: {poll.question}"].end == poll.closes.replace(microsecond=0)
    promised = next(one for name, one in events.items() if "answered by today" in name)
    assert promised.start == consultation.promise.answer_by
    again = Calendar.from_ical(client.get(f"/consultations/{consultation.slug}.ics").content)
    ids = [str(one["uid"]) for one in made.walk("VEVENT")]
    assert ids == [str(one["uid"]) for one in again.walk("VEVENT")] and len(set(ids)) == 3


def test_a_break_in_a_title_begins_no_line_of_the_calendar(client):
    consultation = an_open_consultation()
    Consultation.objects.update(title="Shade\r\nATTENDEE:mailto:eve@evil.example\r\nX:1")
    said = client.get(f"/consultations/{consultation.slug}.ics").content
    lines = said.replace(b"\r\n ", b"").split(b"\r\n")
    assert not [line for line in lines if line.startswith((b"ATTENDEE", b"X:"))]
    assert b"\r" not in said.replace(b"\r\n", b"") and b"\n" not in said.replace(b"\r\n", b"")
    made = Calendar.from_ical(said)
    assert "ATTENDEE" in str(made.walk("VEVENT")[0]["summary"])  # a word like any other


def test_every_address_of_the_sitemap_is_there(client, scene):
    index = ET.fromstring(client.get("/sitemap.xml").content)
    parts = [one.text.removeprefix("http://testserver") for one in index.iter(f"{SITEMAP}loc")]
    assert parts[0] == "/sitemap-pages-1.xml" and len(parts) == 3
    addresses = [
        one.text.removeprefix("http://testserver")
        for part in parts
        for one in ET.fromstring(client.get(part).content).iter(f"{SITEMAP}loc")
    ]
    assert scene.shade.get_absolute_url() in addresses
    assert len(addresses) == len(set(addresses))
    assert [one for one in addresses if client.get(one).status_code != 200] == []


def test_every_form_a_page_names_is_there_and_is_what_it_says(client):
    proposal = a_proposal()
    pages = ["/", "/consultations/", proposal.consultation.get_absolute_url(), "/outcomes/"]
    for page in [*pages, proposal.get_absolute_url()]:
        forms = client.get(page).context["alternates"]()
        assert forms
        for one in forms:
            answer = client.get(one["url"])
            assert answer.status_code == 200, one["url"]
            assert answer["Content-Type"].startswith(one["type"])
    assert len(TYPES) == 5


def test_robots_are_shown_the_way_and_kept_from_the_desk(client):
    said = client.get("/robots.txt").content.decode()
    assert "Disallow: /desk/" in said and "Sitemap: http://testserver/sitemap.xml" in said


def test_the_manifest_and_the_icons_are_of_this_site(client):
    made = json.loads(client.get("/site.webmanifest").content)
    assert made["name"] == "Lindhaven"
    assert all(one["src"].startswith("/static/icon") for one in made["icons"])
    assert client.get("/favicon.ico")["Location"].startswith("/static/favicon")


def test_a_shared_link_has_a_card_from_our_own_host(client):
    proposal = a_proposal()
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert '<meta property="og:title" content="Shade for the square">' in page
    assert f'content="http://testserver{proposal.get_absolute_url()}"' in page
    assert 'property="og:image" content="http://testserver/static/card' in page
    assert "og:title" not in client.get("/nothing/").content.decode()


def test_linked_data_speaks_of_the_same_proposal(client):
    proposal = a_proposal(title="</script><b>Shade")
    answer = client.get(f"/proposals/{proposal.pk}.jsonld")
    about = json.loads(answer.content)
    assert answer["Content-Type"] == "application/ld+json"
    assert (about["@type"], about["headline"]) == ("DiscussionForumPosting", "</script><b>Shade")
    catalogue = json.loads(client.get("/data/catalogue.jsonld").content)
    for dataset in catalogue["dcat:dataset"]:
        for one in dataset["dcat:distribution"]:
            path = one["dcat:downloadURL"]["@id"].removeprefix("http://testserver")
            assert client.get(path).status_code == 200


def test_figures_of_moderation_count_and_name_nobody(client, scene):
    page = client.get("/moderation/figures/").content.decode()
    assert "What was hidden, by house rule" in page
    rows = json.loads(b"".join(client.get("/moderation/figures.json").streaming_content))["results"]
    counts = {(one["kind"], one["clause"]): one["count"] for one in rows}
    assert counts == {("report", None): 1, ("hide", 4): 2}
