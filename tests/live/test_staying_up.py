"""The ticker outlives its failures, and one kind's failure is not the others'."""

import asyncio
import time

import pytest
from django.db import transaction

from live import reading, topics
from live.announcing import raise_versions
from live.hub import Hub
from tests.live.conftest import visit
from tests.live.talking import Page, in_city

pytestmark = pytest.mark.django_db(transaction=True)


async def test_a_ticker_that_fails_is_logged_counted_and_starts_again(city, monkeypatch, caplog):
    v = await in_city(visit)
    real, failures = reading.read, []

    def read(*given):
        if len(failures) < 2:
            failures.append(given)
            raise RuntimeError("the database fell over")
        return real(*given)

    async with Page() as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        monkeypatch.setattr(reading, "read", read)
        newer = await in_city(visit)
        assert (await page.version("square.1", newer))["data"] == {"visits": newer}
    assert len(failures) == 2
    assert city.restarts == 2
    assert "tick failed and starts again" in caplog.text
    assert city.age < 5


async def test_a_wish_that_could_not_be_answered_is_tried_again(city, monkeypatch, caplog):
    v = await in_city(visit)
    real, failures = reading.read, []

    def read(*given):
        if not failures:
            failures.append(given)
            raise RuntimeError("the database fell over")
        return real(*given)

    monkeypatch.setattr(reading, "read", read)
    async with Page() as page:
        await page.follow("square.1")
        assert (await page.hear())["v"] == v
    assert "will try again" in caplog.text


async def test_a_kind_that_cannot_answer_leaves_the_others_their_news(city, caplog):
    v = await in_city(visit)
    broken = {"now": False}

    def fountain(keys):
        if broken["now"]:
            raise RuntimeError("no water")
        return {key: {"water": True} for key in keys}

    topics.register(topics.TopicKind("fountain", fountain))
    try:
        async with Page() as page:
            await page.follow("square.1", "fountain.1")
            await page.version("square.1", v)
            await page.version("fountain.1", 0)
            broken["now"] = True
            await in_city(transaction.atomic(raise_versions), ["fountain.1"])
            city.mark({"fountain.1": 1})
            newer = await in_city(visit)
            await page.version("square.1", newer)
            while "kind “fountain” could not be read" not in caplog.text:
                await asyncio.sleep(0.01)
            broken["now"] = False
            await page.version("fountain.1", 1)  # tried again without a further act
            assert not [f for f in page.heard if f["t"] == "gone"]
    finally:
        del topics.kinds["fountain"]


async def test_a_slow_question_elsewhere_does_not_delay_the_news(city):
    v = await in_city(visit)
    topics.register(
        topics.TopicKind(
            "well",
            lambda keys: {key: {} for key in keys},
            may_follow=lambda person, key: time.sleep(1) or True,
        )
    )
    try:
        async with Page() as page, Page() as other:
            await page.follow("square.1")
            await page.version("square.1", v)
            began = time.monotonic()
            await other.follow("well.1")
            newer = await in_city(visit)
            await page.version("square.1", newer)
            assert time.monotonic() - began < 0.7
            assert (await other.hear())["topic"] == "well.1"
    finally:
        del topics.kinds["well"]


async def test_the_hub_starts_once(city):
    with pytest.raises(RuntimeError, match="already runs"):
        await city.start()


async def test_two_hubs_on_one_database_agree_within_their_rereading(city):
    v = await in_city(visit)
    other = Hub()
    await other.start()
    heard: list[str] = []

    async def send(message):
        heard.append(message.get("text", "close"))

    from live.sockets import Socket

    socket = Socket(send)
    other.welcome(socket)
    try:
        await other.following.follow(socket, {"square.1": None})
        newer = await in_city(visit)  # marked at the first hub alone
        while f'"v":{newer}' not in heard[-1]:
            await asyncio.sleep(0.01)
        assert f'"v":{v}' in heard[1]
    finally:
        other.farewell(socket)
        await other.stop()
