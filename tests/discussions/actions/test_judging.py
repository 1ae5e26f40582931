"""Decisions: what they change, whom they tell, and that each restriction is reasoned once."""

from datetime import timedelta
from itertools import count

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.models import Role
from discussions.actions import claim_item, decide, post_point, react, report_item
from discussions.models import Claim, Decision, Point, Report, Statement
from discussions.queries.points import found_points
from intake.errors import BadInput
from intake.search import matching
from live.topics import versions
from people.models import AuditRow, Letter, Notice
from people.verdicts import Refused, Stale
from proposals.models import Counters, Proposal
from tests.factories import a_person, appoint

tries = count(1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def point(chidi, proposal):
    return post_point(person=chidi, proposal=proposal, kind="against", body="Old V. lives there.")


def report(item, **fields):
    return report_item(
        item=item,
        **{"reason": "personal-data", "facts": "My father.", "good_faith": True} | fields,
    )[0]


def hide(person, item, clause, facts="It says where a private person lives."):
    return decide(person=person, item=item, kind="hide", clause=clause, facts=facts)


def counts(proposal):
    row = Counters.objects.get(proposal=proposal)
    return row.points_for, row.points_against, row.questions


def test_hiding_a_point_is_reasoned_told_and_undone(amara, chidi, bo, clause, point, proposal):
    react(person=amara, point=point, value="agree")
    reply = post_point(person=amara, proposal=proposal, kind="for", body="Be kind.", parent=point)
    by_amara, by_mail = report(point, person=amara), report(point, email="dana@example.org")
    claim_item(person=bo, item=point)

    decision = hide(bo, point, clause)

    statement = Statement.objects.get()
    assert statement.decision == decision
    assert statement.facts == "It says where a private person lives."
    assert statement.ground.startswith("House rule 4: Clause 4 (house rules, version ")
    assert clause.text in statement.why
    assert not statement.own_initiative
    assert not statement.automated
    assert "complain until" in statement.complain
    point.refresh_from_db()
    assert point.hidden == decision.at
    assert counts(proposal) == (0, 0, 0)
    assert not matching(found_points(), "old").exists()
    assert matching(found_points(), "kind").get() == reply
    assert not Claim.objects.exists()
    by_amara.refresh_from_db()
    by_mail.refresh_from_db()
    assert (by_amara.decision, by_mail.decision) == (decision, decision)
    told = {(notice.person, notice.event): notice.url for notice in Notice.objects.all()}
    assert told[chidi, "point.hidden"] == f"/statements/{statement.pk}/"
    assert told[amara, "report.decided"] == f"/report/{by_amara.receipt}/"
    written = Letter.objects.exclude(kind=Letter.Kind.NOTICE)
    letters = {letter.to: letter for letter in written}
    assert set(letters) == {chidi.email, "dana@example.org"}
    assert "It says where a private person lives." in letters[chidi.email].text
    assert f"/statements/{statement.pk}/" in letters[chidi.email].text
    assert by_mail.receipt in letters["dana@example.org"].text
    assert all(
        letter.next_try == decision.at + timedelta(minutes=10) for letter in letters.values()
    )
    to_amara = Letter.objects.get(kind=Letter.Kind.NOTICE, person=amara)
    assert to_amara.next_try == decision.at + timedelta(minutes=10)
    assert "Old V." not in str([vars(letter) for letter in letters.values()])
    row = AuditRow.objects.get()
    assert (row.person, row.act, row.topic) == (bo, "item.hide", point.topic)

    decide(person=bo, item=point, kind="restore", facts="A slip.")

    assert counts(proposal) == (0, 1, 0)
    point.refresh_from_db()
    assert (point.hidden, point.agree, point.replies_count) == (None, 1, 1)
    assert Statement.objects.count() == 1
    assert Decision.objects.count() == 2
    assert not Letter.objects.filter(to=chidi.email).exists()  # none had left, none is needed
    assert not Letter.objects.filter(pk=to_amara.pk).exists()
    assert Notice.objects.filter(person=chidi, event="point.restored").exists()


def test_after_the_letter_has_left_the_author_gets_another(chidi, bo, clause, point):
    hide(bo, point, clause)
    Letter.objects.update(sent=timezone.now())
    decide(person=bo, item=point, kind="restore", facts="Looked at again.")
    assert Letter.objects.filter(to=chidi.email).count() == 2


def test_hiding_a_reply_changes_its_thread_alone(amara, chidi, bo, clause, point, proposal):
    reply = post_point(person=amara, proposal=proposal, kind="for", body="Liar!", parent=point)
    before = versions([point.topic])[point.topic]
    hide(bo, reply, clause, "An insult.")
    point.refresh_from_db()
    assert (point.replies_count, point.hidden) == (0, None)
    assert counts(proposal) == (0, 1, 0)
    assert versions([point.topic])[point.topic] == before + 1
    decide(person=bo, item=reply, kind="restore", facts="Irony.")
    point.refresh_from_db()
    assert point.replies_count == 1


def test_hiding_a_proposal_takes_it_off_the_list(amara, bo, clause, point, proposal):
    decision = hide(bo, proposal, clause, "Advertising.")
    proposal.refresh_from_db()
    assert proposal.hidden == decision.at
    assert not Proposal.objects.public().exists()
    assert Statement.objects.get().own_initiative
    assert not matching(found_points(), "old").exists()
    assert Notice.objects.get(event="proposal.hidden").person == amara
    decide(person=bo, item=proposal, kind="restore", facts="Looked at again.")
    assert Proposal.objects.public().get() == proposal


def test_dismissing_closes_the_reports_and_reasons_nothing(chidi, bo, point, consultation):
    report(point, email="dana@example.org")
    before = versions([f"desk.{consultation.pk}"])[f"desk.{consultation.pk}"]
    decision = decide(person=bo, item=point, kind="dismiss", facts="Harsh, but allowed.")
    assert Report.objects.get().decision == decision
    assert not Statement.objects.exists()
    assert not Notice.objects.filter(person=chidi).exists()
    assert [letter.to for letter in Letter.objects.all()] == ["dana@example.org"]
    assert versions([f"desk.{consultation.pk}"])[f"desk.{consultation.pk}"] == before + 1


def test_a_decision_pressed_twice_is_made_once(bo, clause, point):
    assert hide(bo, point, clause) == hide(bo, point, clause)
    assert Decision.objects.count() == Statement.objects.count() == 1


def test_a_decision_that_comes_too_late_is_told_so(bo, ewa, clause, point):
    with pytest.raises(Stale, match="nothing to restore"):
        decide(person=bo, item=point, kind="restore", facts="x")
    with pytest.raises(Stale, match="No report"):
        decide(person=bo, item=point, kind="dismiss", facts="x")
    hide(bo, point, clause)
    with pytest.raises(Stale, match="already hidden"):
        hide(ewa, point, clause, "Something else.")
    assert Statement.objects.count() == 1


def test_hiding_without_a_clause_or_facts_is_refused(bo, clause, point):
    with pytest.raises(BadInput) as trouble:
        decide(person=bo, item=point, kind="hide", facts="x")
    assert trouble.value.field == "clause"
    with pytest.raises(BadInput) as trouble:
        hide(bo, point, clause, " ")
    assert trouble.value.field == "facts"
    with pytest.raises(BadInput):
        decide(person=bo, item=point, kind="burn", facts="x")
    assert not Decision.objects.exists()


@pytest.mark.parametrize("role", [None, *(role for role in Role if role != Role.MODERATOR)])
def test_nobody_but_moderators_judges(role, clause, point, consultation):
    person = a_person("Noor")
    if role:
        appoint(person, role, place=consultation.place)
    with pytest.raises(Refused):
        hide(person, point, clause)


def test_nobody_judges_signed_out_elsewhere_or_her_own(bo, clause, proposal, point):
    with pytest.raises(Refused):
        hide(AnonymousUser(), point, clause)
    stranger = a_person("Stranger")
    from tests.factories import a_consultation

    appoint(stranger, consultation=a_consultation())
    with pytest.raises(Refused):
        hide(stranger, point, clause)
    own = post_point(person=bo, proposal=proposal, kind="for", body="Mine.")
    with pytest.raises(Refused, match="You wrote this yourself"):
        hide(bo, own, clause)
    assert not Decision.objects.exists()


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(["for", "question", "reply", "proposal"]),
            st.sampled_from(["hide", "restore", "dismiss", "report"]),
        ),
        max_size=14,
    )
)
def test_whatever_is_decided_in_whatever_order_the_numbers_are_right(
    amara, chidi, bo, clause, consultation, acts
):
    attempt = next(tries)
    title = f"Shade, try {attempt}"
    from proposals.actions import submit_proposal

    proposal = submit_proposal(person=amara, consultation=consultation, title=title, body="Trees.")
    head = post_point(person=chidi, proposal=proposal, kind="for", body="Shade!")
    items = {
        "for": head,
        "question": post_point(person=chidi, proposal=proposal, kind="question", body="Who?"),
        "reply": post_point(person=amara, proposal=proposal, kind="for", body="Us.", parent=head),
        "proposal": proposal,
    }
    hidings = 0
    for number, (name, act) in enumerate(acts):
        try:
            if act == "report":
                report(items[name], address=f"10.{attempt % 256}.{number}.1")
            else:
                decide(
                    person=bo,
                    item=items[name],
                    kind=act,
                    clause=clause if act == "hide" else None,
                    facts=f"Act {number}.",
                )
                hidings += act == "hide"
        except Stale:
            pass
    mine = Point.objects.filter(proposal=proposal)
    standing = mine.standing().filter(parent__isnull=True)
    assert counts(proposal) == tuple(
        standing.filter(kind=kind).count() for kind in ("for", "against", "question")
    )
    head.refresh_from_db()
    assert head.replies_count == mine.standing().filter(parent=head).count()
    stated = Statement.objects.filter(
        decision__point__proposal=proposal
    ) | Statement.objects.filter(decision__proposal=proposal)
    assert stated.count() == hidings
    assert not stated.exclude(decision__kind="hide").exists()
