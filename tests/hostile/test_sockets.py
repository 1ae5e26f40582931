"""What the tests of live do not ask: desks of others, and sockets with broken keys."""

import asyncio

import pytest

from consultations.actions.appointing import dismiss
from discussions.actions import post_point, report_item
from tests.factories import a_person, a_proposal, an_open_consultation, appoint
from tests.live.conftest import city, quick, square  # noqa: F401 - the real hub, as live has it
from tests.live.talking import Page, in_city
from tests.live.test_private import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
WITHIN = 5
"""Seconds in which a right that is gone must be gone on open screens too."""


def a_desk():
    """A consultation with a reported point, its moderator, and a moderator of another one."""
    here, elsewhere = an_open_consultation(), an_open_consultation()
    bo, ewa = a_person("Bo"), a_person("Ewa")
    appointment = appoint(bo, consultation=here)
    appoint(ewa, consultation=elsewhere)
    report_a_point(here)
    return here, bo, ewa, appointment


def report_a_point(consultation):
    proposal = a_proposal(consultation=consultation)
    point = post_point(
        person=a_person("Chidi"), proposal=proposal, kind="for", body="He lives at number 9."
    )
    report_item(item=point, reason="personal-data", facts="An address.", good_faith=True)
    return point


@pytest.mark.parametrize("key", ["\x00" * 12, "\xff" * 12, "a" * 5000, "'; -------"])
async def test_a_broken_session_is_nobodys(city, key):  # noqa: F811
    dana = await in_city(a_person, "Dana")
    async with Page(cookie=f"session={key}") as page:
        await page.follow(f"person.{dana.pk}")
        assert (await page.hear())["t"] == "refused"


async def test_a_desk_is_for_its_own_moderators(city):  # noqa: F811
    here, bo, ewa, _appointment = await in_city(a_desk)
    desk = f"desk.{here.pk}"
    dana = await in_city(a_person, "Dana")
    for person in (ewa, dana):
        async with Page(cookie=await in_city(sign_in, person)) as page:
            await page.follow(desk, f"desk.{here.pk + 999}", f"person.{bo.pk}")
            heard = [await page.hear() for _ in range(3)]
            assert [frame["t"] for frame in heard] == ["refused"] * 3
            assert "number 9" not in str(heard)
    async with Page(cookie=await in_city(sign_in, bo)) as page:
        await page.follow(desk)
        assert (await page.hear())["data"]["reports_waiting"] == 1


async def test_a_moderator_whose_role_is_taken_hears_no_more_of_the_desk(city):  # noqa: F811
    here, bo, _ewa, appointment = await in_city(a_desk)
    async with Page(cookie=await in_city(sign_in, bo)) as page:
        await page.follow(f"desk.{here.pk}")
        assert (await page.hear())["t"] == "snap"
        await in_city(dismiss, by=None, appointment=appointment)
        heard = len(page.heard)
        await asyncio.wait_for(page.closed(), WITHIN)
        assert [f for f in page.heard[heard:] if f["t"] == "snap"] == []
    async with Page(cookie=await in_city(sign_in, bo)) as page:
        await page.follow(f"desk.{here.pk}")
        assert (await page.hear())["t"] == "refused"


async def test_nothing_that_is_public_tells_of_a_report(city):  # noqa: F811
    """Who follows proposal, consultation and thread hears no word of a report on them."""
    here, _bo, _ewa, _appointment = await in_city(a_desk)
    point = await in_city(report_a_point, here)
    async with Page() as page:
        topics = [f"proposal.{point.proposal_id}", f"consultation.{here.pk}", f"point.{point.pk}"]
        await page.follow(*topics)
        heard = [await page.hear() for _ in topics]
        assert {frame["t"] for frame in heard} == {"snap"}
        assert "report" not in str(heard)
