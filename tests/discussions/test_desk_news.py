"""The desk's news reaches its moderators, and nobody else."""

import pytest

from consultations.roles import roles_of
from discussions.actions import claim_item, decide, post_point, report_item
from live import topics
from live.revoking import close_sockets
from tests.factories import a_consultation, a_person, appoint
from tests.live.conftest import city, quick, square  # noqa: F401 - fixtures
from tests.live.talking import Page, in_city
from tests.live.test_private import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


async def test_bo_hears_of_reports_and_claims_at_once(city, bo, ewa, chidi, proposal):  # noqa: F811
    point = await in_city(post_point, person=chidi, proposal=proposal, kind="for", body="Spam!")
    desk = f"desk.{proposal.consultation_id}"
    async with Page(cookie=await in_city(sign_in, bo)) as page:
        await page.follow(desk)
        first = await page.hear()
        assert first["data"]["reports_waiting"] == 0
        await in_city(report_item, item=point, reason="spam", facts="Spam.", good_faith=True)
        heard = await page.version(desk, first["v"] + 1)
        assert heard["data"]["items"] == [f"point-{point.pk}"]
        await in_city(claim_item, person=ewa, item=point)
        heard = await page.version(desk, first["v"] + 2)
        assert [claim["name"] for claim in heard["data"]["claims"]] == ["Ewa"]
        await in_city(decide, person=ewa, item=point, kind="dismiss", facts="Fine.")
        heard = await page.version(desk, first["v"] + 3)
        assert heard["data"]["reports_waiting"] == 0
        assert "Spam" not in str(page.heard)


async def test_outsiders_are_refused_and_learn_nothing(city, chidi, proposal):  # noqa: F811
    elsewhere = await in_city(a_person, "Stranger")
    await in_city(appoint, elsewhere, consultation=await in_city(a_consultation))
    desk = f"desk.{proposal.consultation_id}"
    answers = set()
    for person in (chidi, elsewhere):
        async with Page(cookie=await in_city(sign_in, person)) as page:
            for topic in (desk, "desk.999999"):
                await page.follow(topic)
                frame = await page.hear()
                assert frame["t"] == "refused"
                answers.add(frame["detail"])
    assert len(answers) == 1  # whether there is such a desk is nobody else's business
    async with Page() as page:
        await page.follow(desk)
        assert (await page.hear())["t"] == "refused"


async def test_a_moderator_who_loses_the_role_hears_no_more(city, bo, proposal):  # noqa: F811
    desk = f"desk.{proposal.consultation_id}"
    async with Page(cookie=await in_city(sign_in, bo)) as page:
        await page.follow(desk)
        await page.hear()
        await in_city(lambda: bo.appointments.all().delete())
        await in_city(close_sockets, bo.pk, reason="role taken")
        await page.closed()
    async with Page(cookie=await in_city(sign_in, bo)) as page:
        await page.follow(desk)
        assert (await page.hear())["t"] == "refused"


@pytest.mark.django_db
def test_a_public_thread_is_followed_without_asking_who(chidi, proposal):
    head = post_point(person=chidi, proposal=proposal, kind="for", body="Shade!")
    kind, number = topics.find(head.topic)
    assert kind.may_follow is None
    assert kind.snapshot([number]) == {number: {"last_id": 0, "count": 0}}
    reply = post_point(person=chidi, proposal=proposal, kind="for", body="And water.", parent=head)
    assert kind.snapshot([number, reply.pk]) == {number: {"last_id": reply.pk, "count": 1}}
    assert not roles_of(chidi)
