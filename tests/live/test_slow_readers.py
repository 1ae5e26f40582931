"""A reader who does not read keeps nobody waiting and nothing but the newest."""

import asyncio

import pytest

from live.envelopes import Snap
from live.hub import hub
from live.sockets import Socket
from tests.live.conftest import visit
from tests.live.talking import Page, in_city


@pytest.mark.django_db(transaction=True)
async def test_a_slow_reader_gets_the_newest_only_and_others_do_not_wait(city):
    v = await in_city(visit)
    async with Page() as slow, Page() as quick:
        for page in (slow, quick):
            await page.follow("square.1")
            await page.version("square.1", v)
        slow.awake.clear()
        for _ in range(20):
            last = await in_city(visit)
            await quick.version("square.1", last)
        (sleeper,) = [socket for socket in city.sockets if socket.waiting()]
        assert sleeper.waiting() == 1
        slow.awake.set()
        frames = [await slow.hear(), await slow.hear()]
        assert [frame["v"] for frame in frames] == [v + 1, last]


@pytest.mark.django_db(transaction=True)
async def test_a_reader_who_takes_nothing_for_too_long_is_cut_off(transactional_db, quick, square):
    quick.LIVE = {**quick.LIVE, "stuck_seconds": 0}
    await hub.start()
    try:
        async with Page() as stuck, Page() as well:
            v = await in_city(visit)
            for page in (stuck, well):
                await page.follow("square.1")
                await page.version("square.1", v)
            stuck.awake.clear()
            await in_city(visit)
            await well.version("square.1", v + 1)
            await in_city(visit)
            await asyncio.wait([stuck.task], timeout=10)
            assert stuck.task.cancelled()
            assert (await well.version("square.1", v + 2))["v"] == v + 2
            assert len(hub.sockets) == 1
    finally:
        await hub.stop()


class Wire:
    """What a server is to a socket: takes frames, or holds back while `full`."""

    def __init__(self):
        self.sent, self.full, self.paused, self.on_resume = [], asyncio.Event(), False, None
        self.full.set()
        self.aborted = False

    async def send(self, message):
        await self.full.wait()
        self.sent.append(message)

    def abort(self):
        self.aborted = True


def rows(*ids):
    return {n: {"id": n, "support_count": n} for n in ids}


async def test_rows_of_a_list_are_merged_while_they_wait():
    wire = Wire()
    socket = Socket(wire.send, flow=wire)
    wire.paused = True
    socket.offer(Snap("list.1", 1, {"n": 1}, rows(1, 2)))
    socket.offer(Snap("list.1", 2, {"n": 2}, {2: {"id": 2, "support_count": 9}}))
    socket.offer(Snap("list.1", 3, {"n": 3}, rows(3)))
    assert socket.waiting() == 1
    wire.paused = False
    wire.on_resume()
    (only,) = wire.sent
    assert only["text"] == (
        '{"t":"snap","topic":"list.1","v":3,"data":{"n":3},"rows":['
        '{"id":1,"support_count":1},{"id":2,"support_count":9},{"id":3,"support_count":3}]}'
    )


async def test_a_reader_too_far_behind_is_told_to_fetch_the_list():
    wire = Wire()
    socket = Socket(wire.send, flow=wire, most_rows=3)
    wire.paused = True
    socket.offer(Snap("list.1", 1, {}, rows(1, 2)))
    socket.offer(Snap("list.1", 2, {}, rows(3, 4)))
    socket.offer(Snap("list.1", 3, {}, rows(5)))
    wire.paused = False
    wire.on_resume()
    (only,) = wire.sent
    assert only["text"] == '{"t":"snap","topic":"list.1","v":3,"data":{},"behind":true}'


async def test_older_and_equal_versions_are_dropped():
    wire = Wire()
    socket = Socket(wire.send)
    for v in (2, 1, 2, 3):
        socket.offer(Snap("square.1", v, {}))
    assert ['"v":2' in wire.sent[0]["text"], '"v":3' in wire.sent[1]["text"]] == [True, True]
    assert len(wire.sent) == 2


async def test_words_and_facts_keep_their_order_behind_a_send_that_waits():
    wire = Wire()
    socket = Socket(wire.send)
    wire.full.clear()
    socket.offer(Snap("square.1", 1, {}))
    socket.offer(Snap("square.1", 2, {}))
    socket.say("beat", {"type": "websocket.send", "text": "beat"})
    socket.offer(Snap("square.1", 3, {}))
    socket.close(1012)
    socket.say("late", {"type": "websocket.send", "text": "nothing is said after a close"})
    wire.full.set()
    while not socket.closed:
        await asyncio.sleep(0)
    texts = [m.get("text", m.get("code")) for m in wire.sent]
    assert [t if isinstance(t, int) else t[-20:] for t in texts] == [
        texts[0][-20:],
        texts[1][-20:],
        "beat",
        1012,
    ]
    assert '"v":1' in texts[0]
    assert '"v":3' in texts[1]


async def test_a_send_that_fails_ends_the_socket_quietly():
    async def broken(message):
        raise OSError("gone")

    async def broken_later(message):
        await asyncio.sleep(0)
        raise OSError("gone")

    for send in (broken, broken_later):
        socket = Socket(send)
        socket.offer(Snap("square.1", 1, {}))
        while not socket.closed:
            await asyncio.sleep(0)
