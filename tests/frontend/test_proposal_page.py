"""A proposal's page, as everybody meets it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.wording import due_day
from discussions.actions import post_point, react
from live.topics import versions
from people.models import Person
from proposals.actions import hide_proposal, publish_version, submit_proposal, withdraw_proposal
from proposals.models import Proposal
from proposals.topics import proposal_snapshots
from tests.factories import (
    a_person,
    a_phase,
    a_theme,
    an_open_consultation,
    appoint,
)
from voting.actions import give_support
from voting.models import Poll, PollHead

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def proposal(amara):
    return a_proposal_of(amara)


def a_proposal_of(person: Person, **fields) -> Proposal:
    theme = a_theme("Demographic decline")
    return submit_proposal(
        person=person,
        consultation=fields.pop("consultation", None) or an_open_consultation(),
        title="Shade for the square",
        body="Forty plane trees.\n\n## Costs\n\nTwo winters.",
        where="The south side",
        effects={theme.slug: "helps"},
    )


def page_of(client, proposal, status=200) -> str:
    response = client.get(proposal.get_absolute_url())
    assert response.status_code == status
    return response.content.decode()


def counted_queries(queries) -> int:
    """Without the bookkeeping of transactions."""
    noise = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return len([one for one in queries if not one["sql"].startswith(noise)])


def test_everybody_reads_the_text_first_and_no_cookie_is_set(client, proposal):
    response = client.get(proposal.get_absolute_url())
    page = response.content.decode()
    assert not response.cookies
    for words in ("Shade for the square", "<h2>Costs</h2>", "The south side", "By Amara"):
        assert words in page
    assert "Demographic decline" in page
    assert "<form" not in page


def test_another_spelling_of_the_address_leads_to_the_right_one(client, proposal):
    for path in (f"/proposals/{proposal.pk}/", f"/proposals/{proposal.pk}-old-title/"):
        response = client.get(path + "?points=questions")
        assert response.status_code == 302  # remembered for good, a title that returns is a circle
        assert response["Location"] == proposal.get_absolute_url() + "?points=questions"


def test_a_proposal_that_does_not_exist_is_not_found(client, db):
    assert client.get("/proposals/999999999999999999/").status_code == 404


def test_a_stranger_is_led_to_sign_in_and_back_to_the_panel(client, proposal):
    page = page_of(client, proposal)
    back = re.search(r'href="(/account/login/\?next=[^"]+)"[^>]*>Sign in to support', page)
    assert back
    assert back[1].endswith("%23support")


def test_dana_gives_support_and_takes_it_back_without_scripts(client, proposal):
    client.force_login(a_person("Dana"))
    address = f"/proposals/{proposal.pk}/support/"
    response = client.post(address)
    assert (response.status_code, response["Location"]) == (
        302,
        proposal.get_absolute_url() + "#support",
    )
    page = page_of(client, proposal)
    assert "You support this. You will be told of new versions." in page
    assert re.search(r'data-value="support_count">1<', page)
    client.post(address, {"take_back": "1"})
    assert re.search(r'data-value="support_count">0<', page_of(client, proposal))


def test_with_scripts_only_the_panel_comes_back(client, proposal):
    client.force_login(a_person("Dana"))
    response = client.post(f"/proposals/{proposal.pk}/support/", headers={"X-Fragment": "support"})
    panel = response.content.decode()
    assert panel.lstrip().startswith('<section class="panel panel--act support" id="support"')
    assert "You support this." in panel


def test_the_author_reads_why_she_is_not_counted_again(client, proposal, amara):
    client.force_login(amara)
    client.post(f"/proposals/{proposal.pk}/support/")
    page = page_of(client, proposal)
    assert "You wrote this proposal, so your own support is not counted." in page
    assert re.search(r'data-value="support_count">0<', page)


def test_before_support_opens_the_panel_names_the_date(client, amara):
    consultation = an_open_consultation()
    proposal = a_proposal_of(amara, consultation=consultation)
    consultation.phases.update(takes_support=False)
    phase = a_phase(consultation, "discuss", opens=3, closes=9, takes_support=True)
    day = due_day(timezone.localtime(phase.opens).date(), timezone.now())
    assert f"Support opens on {day}." in page_of(client, proposal)


def test_support_of_an_older_text_leads_to_what_changed(client, proposal, amara):
    dana = a_person("Dana")
    give_support(person=dana, proposal=proposal)
    publish_version(
        person=amara, proposal=proposal, title=proposal.title, body="Fifty trees.", base=1
    )
    client.force_login(dana)
    assert f"/proposals/{proposal.pk}/versions/2/?since=1" in page_of(client, proposal)


def test_a_hidden_proposal_is_a_tombstone_for_the_public(client, proposal):
    named = proposal.get_absolute_url()
    hide_proposal(proposal, timezone.now())
    response = client.get(named)
    assert (response.status_code, response["Location"]) == (302, f"/proposals/{proposal.pk}/")
    page = page_of(client, proposal)
    assert "This proposal is hidden" in page
    for secret in ("Shade", "Forty", "south side", "Amara"):
        assert secret not in page
    assert client.get(f"/proposals/{proposal.pk}/versions/1/").status_code == 404
    assert client.get(f"/proposals/{proposal.pk}/versions/").status_code == 404
    assert client.post(f"/proposals/{proposal.pk}/support/").status_code == 404


@pytest.mark.parametrize("who", ["author", "moderator"])
def test_author_and_moderator_still_read_what_was_hidden(client, proposal, amara, who):
    hide_proposal(proposal, timezone.now())
    reader = amara
    if who == "moderator":
        reader = a_person("Bo")
        appoint(reader, consultation=proposal.consultation)
    client.force_login(reader)
    page = page_of(client, proposal)
    assert "Forty plane trees." in page
    assert "Hidden from the public since" in page


def test_a_withdrawn_proposal_stays_with_its_reason(client, proposal, amara):
    withdraw_proposal(person=amara, proposal=proposal, reason="Bo’s is better.")
    page = page_of(client, proposal)
    assert "Amara withdrew this proposal on" in page
    assert "Bo’s is better." in page


def test_a_proposal_of_an_unpublished_consultation_is_not_there(client, proposal):
    proposal.consultation.published = None
    proposal.consultation.save(update_fields=["published"])
    assert client.get(proposal.get_absolute_url()).status_code == 404


def test_the_name_of_who_left_is_not_missed(client, proposal, amara):
    amara.delete()
    assert "By a former participant" in page_of(client, proposal)


def test_words_of_people_never_become_markup(client, amara):
    consultation = an_open_consultation("<b>Streets</b>")
    proposal = submit_proposal(
        person=amara,
        consultation=consultation,
        title="<script>alert(1)</script>",
        body="<img src=x onerror=alert(2)> [go](javascript:alert(3))",
        where='"><script>',
    )
    page = page_of(client, proposal)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize("signed_in", [False, True])
def test_the_page_costs_at_most_twelve_queries_for_one_row_of_each_and_for_three(
    client, amara, signed_in, django_assert_max_num_queries
):
    proposal, dana = a_proposal_of(amara), a_person("Dana")
    give_support(person=dana, proposal=proposal)
    if signed_in:
        client.force_login(dana)
    counts = []
    for rows in (1, 2):  # one of each, then three
        for number in range(rows):
            proposal.effects.create(theme=a_theme(f"Theme {number}"), effect="costs")
            for kind in ("for", "against", "question"):
                point = post_point(
                    person=a_person("Chidi"), proposal=proposal, kind=kind, body=f"Said {number}"
                )
                post_point(
                    person=amara, proposal=proposal, kind=kind, parent=point, body=f"Reply {number}"
                )
                react(person=dana, point=point, value="agree")
        with django_assert_max_num_queries(12) as found:
            page_of(client, proposal)
        counts.append(counted_queries(found.captured_queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("signed_in", [False, True])
def test_polls_on_the_page_keep_it_within_twelve_queries(
    client, amara, signed_in, django_assert_max_num_queries
):
    proposal, dana = a_proposal_of(amara), a_person("Dana")
    if signed_in:
        client.force_login(dana)
    counts = []
    for rows in (1, 2):
        for _number in range(rows):
            a_poll(proposal)
        with django_assert_max_num_queries(12) as found:
            assert "Should the city plan this?" in page_of(client, proposal)
        counts.append(counted_queries(found.captured_queries))
    assert counts[0] == counts[1]


def a_poll(proposal) -> Poll:
    now = timezone.now()
    poll = Poll.objects.create(
        consultation=proposal.consultation,
        proposal=proposal,
        kind=Poll.Kind.YES_NO,
        question="Should the city plan this?",
        opens=now - timedelta(days=1),
        closes=now + timedelta(days=1),
    )
    PollHead.objects.create(poll=poll)
    return poll


def test_a_stale_page_that_hears_the_news_shows_what_a_fresh_one_shows(client, proposal):
    """Whatever the page marks as repainted stands in the topic's snapshot, with that value."""
    give_support(person=a_person("Dana"), proposal=proposal)
    post_point(person=a_person("Chidi"), proposal=proposal, kind="question", body="Who sweeps?")
    fresh = page_of(client, proposal)
    news = proposal_snapshots([proposal.pk])[proposal.pk]
    shown = re.findall(r'data-value="(support_count|point_counts[.a-z]*)">([0-9,]+)<', fresh)
    assert ("support_count", "1") in shown
    for name, value in shown:
        fact = news
        for part in name.split("."):
            fact = fact[part]
        assert str(fact) == value
    version = versions([proposal.topic])[proposal.topic]
    assert f'data-topic="{proposal.topic}" data-v="{version}"' in fresh
    assert f'data-field="status" data-seen="{news["status"]}"' in fresh
    assert f'data-field="version" data-seen="{news["version"]}"' in fresh


def test_giving_support_costs_at_most_eight_queries(
    client, proposal, django_assert_max_num_queries
):
    client.force_login(a_person("Dana"))
    with django_assert_max_num_queries(99) as found:
        client.post(f"/proposals/{proposal.pk}/support/")
    assert counted_queries(found.captured_queries) <= 8
