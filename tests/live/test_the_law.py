"""The law of every event: a stale page that hears the news equals a fresh page."""

from dataclasses import replace

import pytest
from django.utils import timezone

from consultations.models import Consultation
from live import topics
from live.reading import Found
from proposals.actions import hide_proposal, publish_version, withdraw_proposal
from proposals.models import Counters
from tests.factories import a_person, a_proposal, an_open_consultation
from tests.live.talking import Page, in_city
from tests.voting.polls import a_poll
from voting.actions import cast_ballot, give_support, take_support_back

pytestmark = pytest.mark.django_db(transaction=True)


def a_listed_proposal():
    """A proposal that its consultation's list counts."""
    proposal = a_proposal()
    Consultation.objects.filter(pk=proposal.consultation_id).update(proposal_count=1)
    return proposal


def fresh_page(topic: str) -> tuple[int, dict]:
    """What somebody who loads the page now would be shown: the version, then the facts."""
    kind, number = topics.find(topic)
    return topics.versions([topic])[topic], kind.snapshot([number]).get(number)


def supported(proposal):
    give_support(person=a_person("Chidi"), proposal=proposal)


def supported_and_taken_back(proposal):
    chidi = a_person("Chidi")
    give_support(person=chidi, proposal=proposal)
    take_support_back(person=chidi, proposal=proposal)


def rewritten(proposal):
    publish_version(
        person=proposal.author, proposal=proposal, title="Shade", body="Fifty trees.", base=1
    )


def withdrawn(proposal):
    withdraw_proposal(person=proposal.author, proposal=proposal, reason="Done already.")


@pytest.mark.parametrize("act", [supported, supported_and_taken_back, rewritten, withdrawn])
async def test_a_stale_proposal_that_hears_equals_a_fresh_one(city, act):
    proposal = await in_city(a_listed_proposal)
    watched = [proposal.topic, proposal.consultation.topic]
    async with Page() as page:
        await page.follow(*watched)
        before = {}
        while len(before) < 2:
            frame = await page.hear()
            before[frame["topic"]] = frame["v"]
        await in_city(act, proposal)
        for topic in watched:
            v, facts = await in_city(fresh_page, topic)
            assert v > before[topic]
            heard = [f for f in page.heard if f.get("topic") == topic and f["v"] >= v]
            last = heard[-1] if heard else await page.version(topic, v)
            assert (last["v"], last["data"]) == (v, facts)


async def test_a_hidden_proposal_is_gone_from_every_screen(city):
    proposal = await in_city(a_listed_proposal)
    async with Page() as page:
        await page.follow(proposal.topic)
        await page.version(proposal.topic, 0)
        await in_city(hide_proposal, proposal, timezone.now())
        assert await page.hear() == {"t": "gone", "topic": proposal.topic}


async def test_turnout_reaches_the_page_and_the_choice_does_not(city):
    poll = await in_city(a_poll)
    async with Page() as page:
        await page.follow(poll.topic)
        await page.version(poll.topic, 0)
        await in_city(
            cast_ballot,
            person=await in_city(a_person, "Chidi"),
            poll=poll,
            ballot={"kind": "yes-no", "choice": "yes"},
        )
        v, facts = await in_city(fresh_page, poll.topic)
        frame = await page.version(poll.topic, v)
        assert frame["data"] == facts == {"turnout": 1, "state": "open"}


async def test_a_list_hears_the_rows_that_moved_and_no_others(city):
    consultation = await in_city(an_open_consultation)
    trees = await in_city(a_proposal, "Trees", consultation=consultation)
    benches = await in_city(a_proposal, "Benches", consultation=consultation)
    async with Page() as page:
        await page.follow(consultation.topic)
        first = await page.hear()
        assert "rows" not in first
        await in_city(supported, trees)
        frame = await page.version(consultation.topic, first["v"] + 1)
        assert [(row["id"], row["support_count"]) for row in frame["rows"]] == [(trees.pk, 1)]
        await in_city(supported, benches)
        frame = await page.version(consultation.topic, frame["v"] + 1)
        assert [(row["id"], row["support_count"]) for row in frame["rows"]] == [(benches.pk, 1)]


async def test_a_list_that_was_away_gets_the_rows_it_missed_at_once(city):
    consultation = await in_city(an_open_consultation)
    names = ("Trees", "Benches", "Fountains")
    trees, benches, fountains = [
        await in_city(a_proposal, name, consultation=consultation) for name in names
    ]
    await in_city(supported, trees)
    away = (await in_city(topics.versions, [consultation.topic]))[consultation.topic]
    await in_city(supported, benches)
    await in_city(supported, fountains)
    have = {consultation.topic: away}
    async with Page() as watcher, Page() as page:
        await watcher.follow(consultation.topic)
        await watcher.version(consultation.topic, away + 2)
        for somebody in (page, page):  # the second time the topic is known here already
            await somebody.say({"op": "sub", "topics": [consultation.topic], "have": have})
            frame = await somebody.version(consultation.topic, away + 2)
            assert {row["id"] for row in frame["rows"]} == {benches.pk, fountains.pk}


async def test_a_list_that_missed_too_much_is_told_to_fetch_itself(city):
    consultation = await in_city(an_open_consultation)
    proposals = [
        await in_city(a_proposal, f"Tree {n}", consultation=consultation) for n in range(3)
    ]
    city.following._limits = replace(city.limits, rows_per_frame=2)
    await in_city(supported, proposals[0])
    await in_city(lambda: Counters.objects.update(change=50))
    async with Page() as page:
        await page.say(
            {"op": "sub", "topics": [consultation.topic], "have": {consultation.topic: 0}}
        )
        frame = await page.version(consultation.topic, 1)
        assert frame["behind"] is True
        assert "rows" not in frame


async def test_news_of_a_list_that_came_without_its_rows_is_read_again(city):
    consultation = await in_city(an_open_consultation)
    trees = await in_city(a_proposal, "Trees", consultation=consultation)
    await in_city(supported, trees)
    topic = consultation.topic
    async with Page() as page:
        await page.follow(topic)
        v = (await page.hear())["v"]
        await in_city(supported, trees)
        early = Found({topic: v + 1}, {topic: {"proposal_count": 1}})
        await city.following._take_in(early)
        frame = await page.version(topic, v + 1)
        assert [row["support_count"] for row in frame["rows"]] == [2]
