"""Different acts on the same thing in the same moment: exact counts, and an answer for everybody."""

import random
import threading

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client

from consultations.actions.appointing import dismiss
from consultations.models import Appointment
from discussions.models import Decision, Point, Reaction, Statement
from people.models import Notice, Person
from proposals.models import Answer, Draft, Proposal, Version
from tests.hostile.scene import Scene, a_scene
from tests.working import run_jobs
from voting.models import Support

pytestmark = pytest.mark.django_db(transaction=True)

JSON = "application/json"


@pytest.fixture
def scene(transactional_db, settings) -> Scene:
    settings.WRITES_A_MINUTE = 100_000
    return a_scene()


def at_once(acts) -> list:
    """Do all of them in the same moment, each in a thread of its own; what came of each, in order."""
    ready, came = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number: int, act) -> None:
        try:
            ready.wait(30)
            came[number] = act()
        except Exception as trouble:
            came[number] = trouble
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[n, act]) for n, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def sending(scene: Scene, who: str, method: str, address: str, body=None):
    """An act: somebody's request, from a browser of its own. Gives its status."""
    client = Client(raise_request_exception=False)
    client.force_login(scene.people[who])
    kind = {"content_type": JSON} if address.startswith("/api/") else {}
    return lambda: getattr(client, method)(address, body or {}, **kind).status_code


def numbers_are_right() -> None:
    """Raises where a stored number is not the number of rows."""
    call_command("verify_tallies", check=True, verbosity=0)


def test_a_proposal_sent_by_eight_presses_of_the_last_button_is_one(scene):
    draft = Draft.objects.get(person=scene.people["author"])
    draft.title, draft.body = "A pond behind the school", "For frogs."
    draft.save()
    before = Proposal.objects.count()
    check = f"/consultations/{scene.consultation.slug}/proposals/new/check/"
    came = at_once([sending(scene, "author", "post", check) for _ in range(8)])
    assert came == [302] * 8
    assert Proposal.objects.count() == before + 1
    numbers_are_right()


def test_a_point_sent_by_eight_presses_is_one(scene):
    new = f"/proposals/{scene.shade.pk}/points/new/"
    words = {"kind": "against", "body": "Roots lift the stones."}
    came = at_once([sending(scene, "citizen", "post", new, words) for _ in range(8)])
    assert came == [302] * 8
    assert Point.objects.filter(body=words["body"]).count() == 1
    numbers_are_right()


def test_reactions_of_one_person_in_nine_tabs_are_one(scene):
    address = f"/api/v1/points/{scene.point.pk}/reaction/"
    values = ["agree", "disagree", "pass"] * 3
    came = at_once([sending(scene, "citizen", "put", address, {"value": v}) for v in values])
    assert came == [200] * 9
    assert Reaction.objects.filter(person=scene.people["citizen"]).count() == 1
    scene.point.refresh_from_db()
    assert scene.point.agree + scene.point.disagree + scene.point.passed == 2
    numbers_are_right()


def test_two_evaluators_who_answer_at_once_give_one_answer(scene):
    words = {"proposal": scene.shade.pk, "because": "We have weighed it."}
    came = at_once(
        [
            sending(scene, "evaluator", "post", "/api/v1/answers/", words | {"kind": kind})
            for kind in ("will", "wont", "partly", "will")
        ]
    )
    assert sorted(came) == [201, 403, 403, 403]
    assert Answer.objects.filter(proposal=scene.shade).count() == 1
    run_jobs()
    told = Notice.objects.filter(event="answer.published", topic=scene.shade.topic)
    assert told.count() == told.values("person").distinct().count() > 0
    numbers_are_right()


def test_edits_from_the_same_version_are_one_new_version_and_the_others_are_told(scene):
    address = f"/api/v1/proposals/{scene.shade.pk}/"
    came = at_once(
        [
            sending(scene, "author", "patch", address, {"body": f"{n} trees.", "version": 1})
            for n in range(6)
        ]
    )
    assert sorted(came) == [200, *[409] * 5]
    assert Version.objects.filter(proposal=scene.shade).count() == 2
    scene.shade.refresh_from_db()
    assert scene.shade.body == scene.shade.versions.get(number=2).body


def test_support_given_while_the_proposal_is_hidden_is_counted_once_or_refused(scene):
    support = f"/api/v1/proposals/{scene.shade.pk}/support/"
    hiding = {
        "url": f"/proposals/{scene.shade.pk}/",
        "kind": "hide",
        "clause": "4",
        "facts": "It names a person.",
    }
    acts = [sending(scene, "moderator", "post", "/api/v1/decisions/", hiding)]
    acts += [
        sending(scene, who, "put", support)
        for who in ("citizen", "evaluator", "organiser", "counter", "editor")
    ]
    hidden, *supported = at_once(acts)
    assert hidden == 201
    assert set(supported) <= {200, 404, 403}
    # Who was counted just before the hiding may be told 404 already: nothing is to be seen there.
    given = Support.objects.filter(proposal=scene.shade).count() - 1
    assert supported.count(200) <= given <= len(supported)
    assert sending(scene, "second", "put", support)() == 404
    numbers_are_right()


def test_a_moderator_whose_role_is_taken_while_deciding_decides_once_or_not_at_all(scene):
    deciding = {
        "report": scene.report.pk,
        "kind": "hide",
        "clause": "4",
        "facts": "It names a person.",
    }
    before = Decision.objects.count()
    appointment = Appointment.objects.get(person=scene.people["moderator"])
    decided, taken = at_once(
        [
            sending(scene, "moderator", "post", "/api/v1/decisions/", deciding),
            lambda: dismiss(by=None, appointment=appointment),
        ]
    )
    assert (taken, decided in (201, 403)) == (None, True)
    assert Decision.objects.count() - before == (decided == 201)
    assert Statement.objects.count() == Decision.objects.filter(kind="hide").count()
    assert sending(scene, "moderator", "post", "/api/v1/decisions/", deciding)() == 403
    numbers_are_right()


def test_after_a_storm_of_everything_at_once_every_number_is_right(scene):
    """Each of eight people does twelve things, in an order of her own, to the same few things."""
    people = ["citizen", "author", "neighbour", "moderator", "second", "organiser", "editor"]
    before = Person.objects.count()
    came = at_once([doing(scene, who, random.Random(who)) for who in (*people, "citizen")])
    troubles = [one for one in came if not isinstance(one, list)]
    statuses = {status for one in came if isinstance(one, list) for status in one}
    assert troubles == []
    assert max(statuses) < 500, statuses
    assert {200, 201} <= statuses
    numbers_are_right()
    assert Person.objects.count() == before


def doing(scene: Scene, who: str, chance: random.Random):
    proposal = f"/api/v1/proposals/{scene.shade.pk}/"
    point = f"/api/v1/points/{scene.point.pk}/"
    judging = {"clause": "4", "facts": "It names a person."}
    things = [
        ("put", proposal + "support/", {}),
        ("delete", proposal + "support/", {}),
        ("put", point + "reaction/", {"value": chance.choice(["agree", "disagree", "pass"])}),
        ("delete", point + "reaction/", {}),
        ("post", proposal + "points/", {"kind": "for", "body": f"{who} says so."}),
        ("post", proposal + "points/", {"kind": "for", "body": "So?", "parent": scene.point.pk}),
        ("put", f"/api/v1/polls/{scene.poll.pk}/ballot/", a_ballot(chance)),
        ("delete", f"/api/v1/polls/{scene.poll.pk}/ballot/", {}),
        ("patch", proposal, {"body": f"{chance.randint(1, 99)} trees."}),
        ("post", "/api/v1/proposals/", a_proposal_by(who, scene)),
        ("post", "/api/v1/decisions/", judging | {"url": f"/points/{scene.point.pk}/"} | HIDE),
        ("post", "/api/v1/decisions/", judging | {"url": f"/points/{scene.point.pk}/"} | RESTORE),
        ("post", "/api/v1/decisions/", judging | {"url": f"/proposals/{scene.shade.pk}/"} | HIDE),
        (
            "post",
            "/api/v1/decisions/",
            judging | {"url": f"/proposals/{scene.shade.pk}/"} | RESTORE,
        ),
    ]
    acts = [sending(scene, who, *chance.choice(things)) for _ in range(12)]
    return lambda: [act() for act in acts]


HIDE, RESTORE = {"kind": "hide"}, {"kind": "restore"}


def a_ballot(chance: random.Random) -> dict:
    return {"ballot": {"kind": "yes-no", "choice": chance.choice(["yes", "no"])}}


def a_proposal_by(who: str, scene: Scene) -> dict:
    return {"consultation": scene.consultation.pk, "title": f"{who}’s pond", "body": "For frogs."}
