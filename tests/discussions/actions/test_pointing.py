"""Writing points, questions and replies."""

import pytest
from django.contrib.auth.models import AnonymousUser

from discussions.actions import decide, post_point
from discussions.models import POINT_LIMIT, Point
from intake.errors import BadInput
from live.topics import versions
from people.models import Notice
from people.verdicts import Refused
from proposals.actions import withdraw_proposal
from proposals.models import Counters
from proposals.topics import proposal_snapshots
from tests.factories import a_consultation, a_person, a_phase, a_proposal, appoint

pytestmark = pytest.mark.django_db


def counts(proposal):
    row = Counters.objects.get(proposal=proposal)
    return row.points_for, row.points_against, row.questions


def test_chidi_argues_for_against_and_asks(chidi, proposal):
    before = versions([proposal.topic, proposal.consultation.topic])
    one = post_point(person=chidi, proposal=proposal, kind="for", body="My mother is 81.")
    post_point(person=chidi, proposal=proposal, kind="against", body="Leaves block the drains.")
    last = post_point(person=chidi, proposal=proposal, kind="question", body="Who sweeps?")
    assert counts(proposal) == (1, 1, 1)
    assert (one.kind, one.author, one.official) == ("for", chidi, False)
    assert one.search_text == "my mother is 81"
    after = versions([proposal.topic, proposal.consultation.topic])
    assert {topic: after[topic] - v for topic, v in before.items()} == {
        proposal.topic: 3,
        proposal.consultation.topic: 3,
    }
    snapshot = proposal_snapshots([proposal.pk])[proposal.pk]
    assert snapshot["point_counts"] == {"for": 1, "against": 1, "question": 1}
    assert snapshot["last_point_id"] == last.pk


def test_a_point_sent_twice_stands_once(chidi, proposal):
    first = post_point(person=chidi, proposal=proposal, kind="for", body="My mother is 81.")
    again = post_point(person=chidi, proposal=proposal, kind="for", body=" My mother is 81.\n")
    assert again == first
    assert counts(proposal) == (1, 0, 0)


def test_hidden_words_cannot_be_posted_again(chidi, bo, clause, proposal):
    point = post_point(person=chidi, proposal=proposal, kind="for", body="Old V. lives there.")
    decide(person=bo, item=point, kind="hide", clause=clause, facts="It names a person.")
    with pytest.raises(Refused, match="Say it differently"):
        post_point(person=chidi, proposal=proposal, kind="for", body="Old V. lives there.")
    assert counts(proposal) == (0, 0, 0)


def test_a_reply_stands_in_its_thread_and_both_writers_hear_of_it(amara, chidi, proposal):
    dana = a_person("Dana")
    point = post_point(person=chidi, proposal=proposal, kind="against", body="Who sweeps?")
    reply = post_point(person=amara, proposal=proposal, kind="for", body="We do.", parent=point)
    deeper = post_point(person=dana, proposal=proposal, kind="for", body="Do you?", parent=reply)
    assert (reply.kind, reply.parent) == ("against", point)
    assert deeper.parent == point
    point.refresh_from_db()
    assert point.replies_count == 2
    assert counts(proposal) == (0, 1, 0)
    told = Notice.objects.filter(event="point.replied").order_by("pk")
    assert [(notice.person, notice.url) for notice in told] == [
        (chidi, f"/points/{reply.pk}/"),
        (amara, f"/points/{deeper.pk}/"),
        (chidi, f"/points/{deeper.pk}/"),
    ]


def test_nobody_is_told_of_her_own_reply(chidi, proposal):
    point = post_point(person=chidi, proposal=proposal, kind="for", body="Shade!")
    post_point(person=chidi, proposal=proposal, kind="for", body="And water.", parent=point)
    assert not Notice.objects.filter(event="point.replied").exists()


@pytest.mark.parametrize("role", ["moderator", "evaluator", "organiser"])
def test_a_civil_servant_on_duty_is_marked(role, proposal):
    noor = a_person("Noor")
    appoint(noor, role, place=proposal.consultation.place)
    point = post_point(person=noor, proposal=proposal, kind="question", body="Which side?")
    assert point.official


def test_a_civil_servant_of_another_city_is_not_marked(proposal):
    noor = a_person("Noor")
    appoint(noor, "moderator", consultation=a_consultation())
    assert not post_point(person=noor, proposal=proposal, kind="for", body="Good.").official


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"body": "x" * (POINT_LIMIT + 12)}, "point", "Shorten the point by 12 characters."),
        ({"body": " \u200b \n"}, "point", "Write the point."),
        ({"body": "a\x00b"}, None, "cannot be stored"),
        ({"body": "a\ud800b"}, None, "cannot be stored"),
        ({"kind": "maybe"}, "kind", "Choose"),
        ({"kind": None}, "kind", "Choose"),
    ],
)
def test_bad_words_are_answered_with_the_mend(chidi, proposal, fields, field, sentence):
    with pytest.raises(BadInput, match=sentence) as trouble:
        post_point(**{"person": chidi, "proposal": proposal, "kind": "for", "body": "x"} | fields)
    assert trouble.value.field == field
    assert not Point.objects.exists()


def test_nobody_replies_across_proposals_or_to_hidden_words(chidi, bo, clause, proposal):
    point = post_point(person=chidi, proposal=proposal, kind="for", body="Shade!")
    other = a_proposal(consultation=proposal.consultation)
    with pytest.raises(BadInput, match="another proposal"):
        post_point(person=chidi, proposal=other, kind="for", body="Yes.", parent=point)
    decide(person=bo, item=point, kind="hide", clause=clause, facts="Rude.")
    with pytest.raises(Refused, match="can no longer be answered"):
        post_point(person=bo, proposal=proposal, kind="for", body="Yes.", parent=point)


def test_dana_is_asked_to_sign_in_only_where_the_door_is_open(proposal):
    with pytest.raises(Refused) as trouble:
        post_point(person=AnonymousUser(), proposal=proposal, kind="for", body="x")
    assert trouble.value.verdict.code == "sign-in"


@pytest.mark.parametrize(
    ("opens", "closes", "code"),
    [(-10, -1, "closed"), (1, 10, "not-yet-open"), (None, None, "never-open")],
)
@pytest.mark.parametrize("role", [None, "moderator", "evaluator", "organiser"])
def test_nobody_writes_outside_the_discussion(opens, closes, code, role):
    consultation = a_consultation()
    a_phase(consultation, "propose", takes_proposals=True)
    if opens is not None:
        a_phase(consultation, "discuss", opens=opens, closes=closes, takes_points=True)
    proposal = a_proposal(consultation=consultation)
    person = a_person("Noor")
    if role:
        appoint(person, role, place=consultation.place)
    with pytest.raises(Refused) as trouble:
        post_point(person=person, proposal=proposal, kind="for", body="Shade!")
    assert trouble.value.verdict.code == code


def test_the_discussion_of_a_withdrawn_proposal_has_ended(amara, chidi, proposal):
    withdraw_proposal(person=amara, proposal=proposal, reason="")
    proposal = type(proposal).objects.get(pk=proposal.pk)
    with pytest.raises(Refused, match="withdrawn"):
        post_point(person=chidi, proposal=proposal, kind="for", body="Shade!")
