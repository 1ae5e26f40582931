"""The city answers, once, by a colleague; everybody whom it concerns hears of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.models import Role
from intake.errors import BadInput
from live.topics import versions
from people.following import follow
from people.models import AuditRow, Notice
from people.verdicts import Refused
from proposals.actions import publish_answer, save_answer_draft
from proposals.models import Answer, AnswerDraft, Counters, Withdrawal
from proposals.queries.answers import (
    awaiting_answer,
    is_due,
    is_overdue,
    late_consultations,
    overdue_in,
)
from proposals.rules import may_answer
from proposals.topics import proposal_snapshots
from tests.factories import (
    a_department,
    a_person,
    a_proposal,
    an_open_consultation,
    appoint,
)
from tests.working import run_jobs
from voting.models import Support

pytestmark = pytest.mark.django_db


def an_evaluator(proposal, name="Ewa"):
    ewa = a_person(name)
    appoint(ewa, Role.EVALUATOR, place=proposal.consultation.place)
    return ewa


def answered(proposal, **fields) -> Answer:
    words = {"kind": "will", "because": "The square is hot."} | fields
    return publish_answer(person=an_evaluator(proposal), proposal=proposal, **words)


@pytest.mark.parametrize("role", [*Role, None])
def test_only_evaluators_answer(role):
    proposal, bo = a_proposal(), a_person("Bo")
    if role:
        appoint(bo, role, consultation=proposal.consultation)
    assert bool(may_answer(bo, proposal)) == (role == Role.EVALUATOR)
    assert may_answer(None, proposal).code == "sign-in"


def test_nobody_answers_what_she_proposed_herself():
    proposal = a_proposal()
    appoint(proposal.author, Role.EVALUATOR, place=proposal.consultation.place)
    assert may_answer(proposal.author, proposal).code == "own-item"


def test_a_hidden_or_withdrawn_proposal_is_not_answered():
    hidden, withdrawn = a_proposal(hidden=timezone.now()), a_proposal()
    Withdrawal.objects.create(proposal=withdrawn, at=timezone.now())
    assert may_answer(an_evaluator(hidden), hidden).code == "hidden"
    assert may_answer(an_evaluator(withdrawn), withdrawn).code == "withdrawn"


def test_an_answer_carries_reasons_money_people_and_dates():
    proposal = a_proposal()
    department = a_department(place=proposal.consultation.place)
    due = timezone.localdate() + timedelta(days=90)
    answer = answered(
        proposal,
        kind="partly",
        money="€84,000",
        department=department,
        who="Ilse Brandt",
        by_when="before summer",
        commitments=[{"what": "Twelve planes", "who": "Parks", "due": due}],
    )
    assert (answer.kind, answer.money, answer.due) == (
        "partly",
        "€84,000",
        proposal.consultation.promise.answer_by,
    )
    assert [(one.what, one.due) for one in answer.commitments.all()] == [("Twelve planes", due)]
    assert Counters.objects.get(pk=proposal.pk).answered
    assert proposal_snapshots([proposal.pk])[proposal.pk]["status"] == "answered"


def test_a_second_answer_is_refused_and_the_first_stands():
    proposal = a_proposal()
    answered(proposal)
    with pytest.raises(Refused) as refusal:
        answered(proposal, because="No.")
    assert "The city answered it on" in str(refusal.value)
    assert Answer.objects.get().because == "The square is hot."


def test_author_supporters_and_followers_are_told_once_each():
    proposal = a_proposal()
    chidi, dana, bo = a_person("Chidi"), a_person("Dana"), a_person("Bo")
    Support.objects.create(proposal=proposal, person=chidi, given=timezone.now())
    Support.objects.create(proposal=proposal, person=dana, given=timezone.now())
    follow(dana, proposal.topic)
    follow(bo, proposal.consultation.topic)
    answered(proposal)
    assert [notice.person for notice in Notice.objects.all()] == [proposal.author]
    run_jobs()
    told = Notice.objects.filter(event="answer.published").values_list("person_id", flat=True)
    assert sorted(told) == sorted([proposal.author_id, chidi.pk, dana.pk, bo.pk])


def test_an_answer_is_news_on_the_proposal_and_its_consultation():
    proposal = a_proposal()
    topics = [proposal.topic, proposal.consultation.topic]
    before = versions(topics)
    answered(proposal)
    assert versions(topics) == {topic: v + 1 for topic, v in before.items()}
    assert Counters.objects.get(pk=proposal.pk).change == before[topics[1]] + 1


def test_publishing_is_written_into_the_audit_trail():
    proposal = a_proposal()
    answer = answered(proposal)
    row = AuditRow.objects.get(act="answer.published")
    assert (row.person, row.topic) == (answer.by, proposal.topic)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": "perhaps"}, "kind"),
        ({"because": " \u200b "}, "because"),
        ({"because": "x" * 5_001}, "because"),
        ({"money": "x" * 201}, "money"),
        ({"commitments": [{"what": "Trees"}]}, "commitments"),
        ({"commitments": [{"what": "", "due": timezone.localdate()}]}, "commitments"),
        ({"commitments": [{"what": "x", "due": timezone.localdate()}] * 13}, "commitments"),
    ],
)
def test_what_is_missing_or_too_long_is_refused_and_nothing_is_kept(fields, field):
    proposal = a_proposal()
    with pytest.raises(BadInput) as trouble:
        answered(proposal, **fields)
    assert trouble.value.field == field
    assert not Answer.objects.exists()
    assert not Counters.objects.get(pk=proposal.pk).answered


def test_a_draft_is_kept_and_gone_once_published():
    proposal = a_proposal()
    ewa = an_evaluator(proposal)
    save_answer_draft(person=ewa, proposal=proposal, fields={"because": "Perhaps."})
    save_answer_draft(person=ewa, proposal=proposal, fields={"because": "Rather yes."})
    assert AnswerDraft.objects.get().fields == {"because": "Rather yes."}
    publish_answer(person=ewa, proposal=proposal, kind="will", because="Yes.")
    assert not AnswerDraft.objects.exists()


def test_the_answer_clock_runs_from_the_promise():
    consultation = an_open_consultation()
    promise = consultation.promise
    now, today = timezone.now(), timezone.localdate()
    promise.threshold, promise.answer_by = 5, today
    promise.save()
    few, many = (a_proposal(consultation=consultation) for _ in range(2))
    Counters.objects.filter(pk=many.pk).update(supports=5)
    rows = {row.pk: row for row in Counters.objects.all()}
    assert is_due(consultation, rows[many.pk]) and not is_due(consultation, rows[few.pk])
    assert not is_overdue(consultation, rows[many.pk], now)
    promise.answer_by = today - timedelta(days=1)
    promise.save()
    assert is_overdue(consultation, rows[many.pk], now)
    assert not is_overdue(consultation, rows[few.pk], now)
    assert [row.pk for row in awaiting_answer(consultation)] == [many.pk]
    assert overdue_in(consultation, now) == 1
    assert [(late.consultation, late.count) for late in late_consultations(now)] == [
        (consultation, 1)
    ]
    answered(many)
    assert overdue_in(consultation, now) == 0
    assert late_consultations(now) == []


def test_counting_what_is_late_stops_at_its_limit(django_assert_num_queries):
    consultation = an_open_consultation()
    consultation.promise.answer_by = timezone.localdate() - timedelta(days=2)
    consultation.promise.save()
    for _turn in range(5):
        a_proposal(consultation=consultation)
    with django_assert_num_queries(1):
        assert overdue_in(consultation, timezone.now(), limit=3) == 4
