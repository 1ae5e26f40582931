"""What strangers may send, how much and how often; and what happens to those who send more."""

import asyncio
import contextlib

import pytest

from live.limits import address_of
from tests.live.conftest import visit
from tests.live.talking import Page, in_city

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    "origin",
    [
        "https://elsewhere.example",
        "null",
        None,
        "http://127.0.0.1:8001",
        "http://127.0.0.1",
        "https://127.0.0.1:8000",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:8000.elsewhere.example",
    ],
)
async def test_pages_of_other_origins_get_no_socket(city, origin):
    async with Page(origin=origin) as page:
        assert not page.accepted
    async with Page() as page:
        assert page.accepted


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("not json", "invalid-json"),
        ("[]", "bad-frame"),
        ('"sub"', "bad-frame"),
        ('{"op":"shout"}', "unknown-op"),
        ('{"op":["sub"]}', "unknown-op"),
        ("{}", "unknown-op"),
        ('{"op":"sub"}', "bad-topics"),
        ('{"op":"sub","topics":"square.1"}', "bad-topics"),
        ('{"op":"sub","topics":[1]}', "bad-topics"),
        ('{"op":"sub","topics":["square.1"],"have":{"square.1":-1}}', "bad-have"),
        ('{"op":"sub","topics":["square.1"],"have":{"square.1":true}}', "bad-have"),
        ('{"op":"sub","topics":["square.1"],"have":{"square.1":"1"}}', "bad-have"),
        ('{"op":"sub","topics":["square.1"],"have":{"square.1":NaN}}', "not-a-number"),
        ('{"op":"sub","topics":["square.1"],"have":{"square.1":1e999}}', "number-too-large"),
        (
            '{"op":"sub","topics":["square.1"],"have":{"square.1":' + "9" * 300 + "}}",
            "number-too-large",
        ),
        ("[" * 4000, "too-deep"),
        ('{"op":"sub","topics":["\\ud800"]}', None),
        ('{"op":"sub","topics":["\\u0000"]}', None),
    ],
)
async def test_three_bad_frames_are_two_errors_and_the_end(city, frame, code):
    async with Page() as page:
        await page.say(frame)
        first = await page.hear()
        assert first["t"] == "error"
        assert code in (None, first["code"])
        await page.say(frame)
        await page.say(frame)
        assert await page.closed() == 1008


async def test_bytes_are_a_bad_frame_too(city):
    async with Page() as page:
        await page.say_bytes(b"\x00\x01")
        assert await page.hear() == {"t": "error", "code": "not-text"}


@pytest.mark.parametrize("text", ["x" * 4097, "é" * 2049])
async def test_a_frame_over_four_kibibytes_closes_the_socket(city, text):
    async with Page() as page:
        await page.say(text)
        assert await page.closed() == 1009


async def test_a_flood_is_throttled_and_closed_while_others_go_on(city):
    v = await in_city(visit)
    async with Page() as flood, Page(address="10.0.0.2") as calm:
        await calm.follow("square.1")
        await calm.version("square.1", v)
        for _ in range(1000):
            await flood.say({"op": "ping"})
        assert await flood.closed() == 1008
        assert flood.heard[-1] == {"t": "error", "code": "too-fast", "retry_after": 10}
        newer = await in_city(visit)
        assert (await calm.version("square.1", newer))["v"] == newer


async def test_the_twenty_first_topic_is_refused_in_words(city):
    for number in range(21):
        await in_city(visit, number)
    topics = [f"square.{number}" for number in range(21)]
    async with Page() as page:
        await page.follow(*topics)
        frames = [await page.hear() for _ in range(21)]
        snaps = {frame["topic"] for frame in frames if frame["t"] == "snap"}
        assert snaps == set(topics[:20])
        assert [f for f in frames if f["t"] == "refused"] == [
            {
                "t": "refused",
                "topic": "square.20",
                "detail": "One page can follow 20 things at once.",
            }
        ]
        await page.say({"op": "unsub", "topics": ["square.0"]})
        await page.follow("square.20")
        assert (await page.hear())["topic"] == "square.20"


async def test_one_address_has_thirty_sockets_and_then_none(city):
    pages = [Page() for _ in range(30)]
    for page in pages:
        assert (await page.__aenter__()).accepted
    async with Page() as one_more, Page(address="10.0.0.2") as neighbour:
        assert not one_more.accepted
        assert neighbour.accepted
    await asyncio.gather(*(page.__aexit__() for page in pages))
    async with Page() as later:
        assert later.accepted


async def test_a_town_hall_has_as_many_sockets_as_it_likes(city, settings):
    settings.TOWN_HALLS = ["10.0.0.0/24"]
    settings.LIVE = {**settings.LIVE, "sockets_per_address": 1}
    pages = [Page() for _ in range(32)]
    async with contextlib.AsyncExitStack() as opened:
        for page in pages:
            await opened.enter_async_context(page)
        assert all(page.accepted for page in pages)


async def test_one_session_has_ten_sockets_wherever_it_is(city):
    pages = [Page(cookie="session=abc", address=f"10.0.1.{n}") for n in range(10)]
    for page in pages:
        assert (await page.__aenter__()).accepted
    async with Page(cookie="session=abc") as one_more, Page(cookie="session=xyz") as other:
        assert not one_more.accepted
        assert other.accepted
    await asyncio.gather(*(page.__aexit__() for page in pages))


@pytest.mark.parametrize(
    ("client", "forwarded", "address"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        ("203.0.113.9", b"198.51.100.1", "203.0.113.9"),  # nobody configured this proxy
        ("10.9.9.9", b"198.51.100.1", "198.51.100.1"),
        ("10.9.9.9", b"1.1.1.1, 198.51.100.1", "198.51.100.1"),  # what the stranger wrote is left
        ("2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", None, "203.0.113.9"),
        ("not an address", None, "not an address"),
    ],
)
def test_an_address_is_the_peers_or_what_a_configured_proxy_says(
    settings, client, forwarded, address
):
    settings.TRUSTED_PROXIES = ["10.9.9.9"]
    headers = [(b"x-forwarded-for", forwarded)] if forwarded else []
    assert address_of({"client": (client, 1), "headers": headers}) == address
