"""Subscribing answers with the facts; news reaches every follower; nothing is missed."""

import asyncio

import pytest
from django.db import transaction

from live import epoch, topics
from live.hub import hub
from live.models import TopicVersion
from tests.live.conftest import visit, visits
from tests.live.talking import Page, in_city

pytestmark = pytest.mark.django_db(transaction=True)


async def test_dana_hears_the_present_facts_and_then_each_change(city):
    first = await in_city(visit)
    async with Page() as page:
        await page.follow("square.1")
        assert await page.hear() == {
            "t": "snap",
            "topic": "square.1",
            "v": first,
            "data": {"visits": first},
        }
        second = await in_city(visit)
        assert (await page.version("square.1", second))["data"] == {"visits": second}


async def test_hello_names_epoch_beat_and_tick(city):
    async with Page() as page:
        assert page.hello == {"t": "hello", "epoch": city.epoch, "beat": 25, "tick": 20}


async def test_a_page_that_has_the_newest_version_is_not_told_it_again(city):
    v = await in_city(visit)
    async with Page() as page:
        await page.say({"op": "sub", "topics": ["square.1"], "have": {"square.1": v}})
        await page.say({"op": "ping"})
        assert await page.hear() == {"t": "beat"}
        newer = await in_city(visit)
        assert (await page.hear())["v"] == newer


async def test_a_page_that_missed_news_corrects_itself(city):
    stale = await in_city(visit)
    fresh = await in_city(visit)
    async with Page() as page:
        await page.say({"op": "sub", "topics": ["square.1"], "have": {"square.1": stale}})
        assert (await page.hear())["v"] == fresh


async def test_many_quick_acts_become_few_frames_and_the_last_one_is_right(city):
    v = await in_city(visit)
    async with Page() as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        last = await in_city(lambda: [visit() for _ in range(50)][-1])
        frame = await page.version("square.1", last)
        assert frame["data"] == {"visits": last}
        versions = [f["v"] for f in page.heard if f["t"] == "snap"]
        assert versions == sorted(set(versions))
        assert len(versions) < 25


async def test_a_rolled_back_act_is_never_news(city):
    v = await in_city(visit)

    def change_my_mind():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            visit()
            _ = 1 / 0

    async with Page() as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        await in_city(change_my_mind)
        assert await in_city(visit) == v + 1
        assert (await page.hear())["v"] == v + 1


async def test_what_another_process_writes_is_found_by_rereading(city):
    v = await in_city(visit)

    def write_without_telling_the_hub():
        TopicVersion.objects.filter(topic="square.1").update(v=v + 5)

    async with Page() as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        await in_city(write_without_telling_the_hub)
        assert (await page.version("square.1", v + 5))["data"] == {"visits": v + 5}


async def test_a_thousand_who_come_back_at_once_cost_a_few_queries(city):
    v = await in_city(visit)
    asked = []
    topics.register(topics.TopicKind("square", lambda keys: asked.append(keys) or visits(keys)))
    pages = [Page(address=f"10.1.0.{n}") for n in range(200)]
    await asyncio.gather(*(page.__aenter__() for page in pages))
    await asyncio.gather(*(page.follow("square.1") for page in pages))
    await asyncio.gather(*(page.version("square.1", v) for page in pages))
    assert 1 <= len(asked) <= 3
    await asyncio.gather(*(page.__aexit__() for page in pages))


async def test_a_version_above_ours_is_answered_with_a_new_hello_and_the_facts(city):
    v = await in_city(visit)
    async with Page() as page:
        await page.say({"op": "sub", "topics": ["square.1"], "have": {"square.1": v + 100}})
        assert (await page.hear())["t"] == "hello"
        assert (await page.hear())["v"] == v


async def test_after_a_restore_everybody_gets_a_new_hello_and_the_facts_again(city):
    v = await in_city(visit)

    def restore():
        TopicVersion.objects.filter(topic="square.1").update(v=1)
        return epoch.renew()

    await in_city(visit)
    async with Page() as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        name = await in_city(restore)
        frame = await page.hear_until(lambda f: f["t"] == "hello")
        assert frame["epoch"] == name
        assert (await page.version("square.1", 1))["v"] == 1


async def test_what_nobody_can_see_is_refused_and_what_vanishes_is_gone(city):
    v = await in_city(visit)
    async with Page() as page:
        await page.follow("square.99", "fountain.1", "../etc/passwd", "square.1")
        refused = [await page.hear() for _ in range(3)]
        assert {f["topic"] for f in refused} <= {
            "fountain.1",
            "../etc/passwd",
            "square.99",
            "square.1",
        }
        await page.version("square.1", v)
        assert sorted(f["topic"] for f in page.heard if f["t"] == "refused") == [
            "../etc/passwd",
            "fountain.1",
            "square.99",
        ]

        def close_the_square():
            topics.register(topics.TopicKind("square", lambda keys: {}))
            visit()

        await in_city(close_the_square)
        assert await page.hear_until(lambda f: f["t"] == "gone") == {
            "t": "gone",
            "topic": "square.1",
        }


async def test_unfollowing_ends_the_news_and_frees_the_topic(city):
    v = await in_city(visit)
    async with Page() as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        await page.say({"op": "unsub", "topics": ["square.1"]})
        await page.say({"op": "ping"})
        await page.hear_until(lambda f: f["t"] == "beat")
        while city.following.topics:
            await asyncio.sleep(0)
        await in_city(visit)
        await page.say({"op": "ping"})
        assert (await page.hear())["t"] == "beat"


async def test_a_closed_page_leaves_nothing_behind(city):
    v = await in_city(visit)
    async with Page() as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        assert len(city.sockets) == 1
    assert not city.sockets
    assert not city.following.topics
    assert not city.doors.seats.taken


async def test_silence_is_broken_by_a_beat(transactional_db, quick, square):
    quick.LIVE = {**quick.LIVE, "beat_seconds": 1}
    await hub.start()
    try:
        async with Page() as page:
            assert await page.hear() == {"t": "beat"}
    finally:
        await hub.stop()


async def test_at_the_end_everybody_is_told_when_to_come_back(transactional_db, square, settings):
    await hub.start()
    async with Page() as page, Page() as other:
        await hub.stop()
        assert (await page.hear())["t"] == "bye"
        assert 0 <= page.heard[-1]["retry_ms"] <= 30_000
        assert await page.closed() == 1012
        assert await other.closed() == 1012
    async with Page() as late:
        assert not late.accepted
