"""Private topics: asked of a rule, refused in words, and lost as soon as the right to them is."""

import asyncio
from importlib import import_module

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.urls import reverse

from live import topics
from live.models import Revocation, TopicVersion
from live.revoking import close_sockets
from people.verdicts import YES, no
from tests.factories import a_person
from tests.live.conftest import visit
from tests.live.talking import Page, in_city

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(person) -> str:
    """The cookie of a signed-in browser."""
    session = import_module(django_settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = django_settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"{django_settings.SESSION_COOKIE_NAME}={session.session_key}"


async def test_dana_follows_her_notices_and_bo_is_refused_hers(city):
    dana, bo = await in_city(a_person, "Dana"), await in_city(a_person, "Bo")
    cookie = await in_city(sign_in, dana)
    async with Page(cookie=cookie) as page:
        await page.follow(f"person.{bo.pk}", f"person.{dana.pk}")
        frames = {f["topic"]: f for f in [await page.hear(), await page.hear()]}
        assert frames[f"person.{bo.pk}"]["t"] == "refused"
        assert frames[f"person.{dana.pk}"]["data"] == {"unread": 0}


async def test_somebody_not_signed_in_is_told_to_sign_in(city):
    dana = await in_city(a_person, "Dana")
    for cookie in ("", "session=forged-0000000000000000000000", "session=", "a=b; ;;=x"):
        async with Page(cookie=cookie) as page:
            await page.follow(f"person.{dana.pk}")
            assert await page.hear() == {
                "t": "refused",
                "topic": f"person.{dana.pk}",
                "detail": "Sign in to follow your notices.",
            }


async def test_public_topics_load_no_session_and_no_person(city, django_assert_num_queries):
    cookie = await in_city(sign_in, await in_city(a_person, "Dana"))
    v = await in_city(visit)
    asked = []

    def note(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    def quiet_snapshot(keys):
        with connection.execute_wrapper(note):
            return {key: {"visits": v} for key in keys}

    topics.register(topics.TopicKind("square", quiet_snapshot))
    async with Page(cookie=cookie) as page:
        await page.follow("square.1")
        await page.version("square.1", v)
        (socket,) = city.sockets
        assert socket.asked_who is False
        assert socket.person is None


async def test_signing_out_closes_the_open_sockets(city, client):
    dana, bo = await in_city(a_person, "Dana"), await in_city(a_person, "Bo")
    theirs = await in_city(sign_in, bo)
    await in_city(client.force_login, dana, django_settings.AUTHENTICATION_BACKENDS[0])
    key = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    cookie = f"{django_settings.SESSION_COOKIE_NAME}={key}"
    async with Page(cookie=cookie) as page, Page(cookie=theirs) as other:
        for somebody, whose in ((page, dana), (other, bo)):
            await somebody.follow(f"person.{whose.pk}")
            await somebody.hear()
        await in_city(client.post, reverse("account_logout"))
        assert await page.closed() == 4001
        assert {"t": "gone", "topic": f"person.{dana.pk}"} in page.heard
        await other.say({"op": "ping"})
        assert (await other.hear())["t"] == "beat"
    async with Page(cookie=cookie) as back:
        await back.follow(f"person.{dana.pk}")
        assert (await back.hear())["t"] == "refused"


async def test_another_process_that_shows_somebody_out_is_heard(city):
    dana = await in_city(a_person, "Dana")
    async with Page(cookie=await in_city(sign_in, dana)) as page:
        await page.follow(f"person.{dana.pk}")
        await page.hear()
        await in_city(Revocation.objects.create, person_id=dana.pk, reason="shut out")
        assert await page.closed() == 4001


async def test_a_revocation_that_commits_after_a_later_one_is_heard_too(city):
    dana, elder = await in_city(a_person, "Dana"), await in_city(a_person, "Elder")
    async with Page(cookie=await in_city(sign_in, elder)) as first:
        await first.follow(f"person.{elder.pk}")
        await first.hear()
        await in_city(Revocation.objects.create, id=9_007, person_id=elder.pk, reason="shut out")
        assert await first.closed() == 4001
    async with Page(cookie=await in_city(sign_in, dana)) as page:
        await page.follow(f"person.{dana.pk}")
        await page.hear()
        await in_city(Revocation.objects.create, id=9_003, person_id=dana.pk, reason="shut out")
        assert await page.closed() == 4001


async def test_shown_out_while_her_session_is_being_read(city):
    dana = await in_city(a_person, "Dana")
    async with Page() as page:
        (socket,) = city.sockets

        def slowly():
            close_sockets(dana.pk, reason="shut out")
            return dana

        await city.doors.who_is(socket, slowly)
        assert await page.closed() == 4001


async def test_who_lost_the_right_in_memory_hears_no_more(city):
    welcome = {"now": True}
    topics.register(
        topics.TopicKind(
            "square",
            lambda keys: {key: {"visits": 1} for key in keys},
            may_follow=lambda person, key: YES,
            recheck=lambda person, key: welcome["now"],
        )
    )
    async with Page() as page:
        await page.follow("square.1")
        assert (await page.hear())["t"] == "snap"
        welcome["now"] = False
        await in_city(visit)
        assert await page.hear() == {"t": "gone", "topic": "square.1"}
        assert "square.1" not in city.following.topics


async def test_a_recheck_that_fails_says_no(city, caplog):
    topics.register(
        topics.TopicKind(
            "square",
            lambda keys: {key: {} for key in keys},
            may_follow=lambda person, key: YES,
            recheck=lambda person, key: 1 / 0,
        )
    )
    async with Page() as page:
        await page.follow("square.1")
        assert (await page.hear())["t"] == "gone"
    assert "re-check of square.1 failed" in caplog.text


async def test_a_process_made_private_is_gone_for_everybody(city):
    hidden = {"now": False}
    topics.register(
        topics.TopicKind(
            "square", lambda keys: {} if hidden["now"] else {key: {"visits": 1} for key in keys}
        )
    )
    async with Page() as page:
        await page.follow("square.1")
        await page.hear()
        hidden["now"] = True
        await in_city(visit)
        assert await page.hear() == {"t": "gone", "topic": "square.1"}


async def test_the_rule_is_asked_again_at_each_wish(city):
    asked = []

    def rule(person, key):
        asked.append(key)
        return YES if len(asked) > 1 else no("Not yet.")

    topics.register(
        topics.TopicKind("square", lambda keys: {key: {} for key in keys}, may_follow=rule)
    )
    async with Page() as page:
        await page.follow("square.1")
        assert await page.hear() == {"t": "refused", "topic": "square.1", "detail": "Not yet."}
        await page.follow("square.1")
        assert (await page.hear())["t"] == "snap"


async def test_one_person_has_ten_sockets_however_many_sessions(city):
    dana = await in_city(a_person, "Dana")
    await in_city(TopicVersion.objects.create, topic=f"person.{dana.pk}", v=1)
    pages = []
    for _ in range(10):
        page = Page(cookie=await in_city(sign_in, dana))
        await page.__aenter__()
        await page.follow(f"person.{dana.pk}")
        assert (await page.hear())["t"] == "snap"
        pages.append(page)
    async with Page(cookie=await in_city(sign_in, dana)) as one_more:
        await one_more.follow(f"person.{dana.pk}")
        assert await one_more.hear() == {"t": "error", "code": "too-many-sockets"}
        assert await one_more.closed() == 1008
    await asyncio.gather(*(page.__aexit__() for page in pages))
    assert not city.doors.people
