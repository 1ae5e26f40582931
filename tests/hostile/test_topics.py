"""Every kind of topic × everybody: who hears of what, on a real socket."""

import pytest

from discussions.models import Point
from live import topics
from tests.hostile.scene import EVERYBODY, SECRET, Scene, a_scene
from tests.live.conftest import city, quick, square  # noqa: F401 - the real hub, as live has it
from tests.live.talking import Page, in_city
from tests.live.test_private import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

TOPICS = """
consultation.{consultation} snap
consultation.{draft} refused
proposal.{shade} snap
proposal.{withdrawn} snap
proposal.{hidden} refused
point.{point} snap
point.{point_of_hidden} refused
points.{shade} snap
poll.{poll} snap
poll.{closed} snap
poll.{draft_poll} refused
desk.{consultation} refused; moderator snap
desk.{draft} refused; moderator snap
person.{author} refused; author snap
person.{moderator} refused; moderator snap
"""
"""What most people are told, then who is told otherwise."""


def numbers(scene: Scene) -> dict[str, int]:
    things = {name: getattr(thing, "pk", 0) for name, thing in scene.things.items()}
    people = {name: person.pk for name, person in scene.people.items()}
    point = scene.hidden.points.first() or point_under(scene)
    return things | people | {"point_of_hidden": point.pk}


def point_under(scene: Scene):
    """A point beneath a hidden proposal; it was written before the proposal was hidden."""
    point = Point.objects.get(pk=scene.point.pk)
    point.pk = None
    point.proposal = scene.hidden
    point.save()
    return point


def lines(numbers: dict) -> list[tuple[str, dict[str, str]]]:
    table = []
    for line in TOPICS.strip().splitlines():
        topic, _space, said = line.partition(" ")
        most, *others = [part.split() for part in said.split(";")]
        told = {who: words[-1] for words in others for who in words[:-1]}
        table.append((topic.format(**numbers), {"": most[-1]} | told))
    return table


async def test_every_topic_tells_everybody_what_is_declared_and_nothing_else(city):  # noqa: F811
    scene = await in_city(a_scene)
    table = lines(await in_city(numbers, scene))
    assert {topic.partition(".")[0] for topic, _said in table} == topics.kinds.keys() - {"square"}
    wrong = []
    for who in EVERYBODY:
        cookie = "" if who == "nobody" else await in_city(sign_in, scene.people[who])
        async with Page(cookie=cookie) as page:
            await page.follow(*(topic for topic, _said in table))
            for _ in table:
                heard = await page.hear_until(lambda frame: frame["t"] in ("snap", "refused"))
                said = dict(table)[heard["topic"]]
                if heard["t"] != said.get(who, said[""]):
                    wrong.append(f"{heard['topic']} to {who}: {heard}")
                if SECRET in str(heard) and who != "moderator":
                    wrong.append(f"{heard['topic']} tells {who} hidden words")
    assert not wrong, "\n".join(wrong)
