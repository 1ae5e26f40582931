"""What is missing and what contradicts itself, in words; nothing of it is published."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations import actions, hooks
from consultations.contradictions import Task, troubles_of
from consultations.models import Consultation, Phase, Role
from consultations.phases import day
from intake.errors import BadInput
from live.topics import versions
from people.following import follow
from people.models import AuditRow, Notice
from people.verdicts import Refused, Stale
from tests.factories import (
    a_consultation,
    a_department,
    a_person,
    a_phase,
    a_place,
    a_theme,
    appoint,
)
from tests.working import run_jobs

pytestmark = pytest.mark.django_db


def a_ready_draft(**fields) -> Consultation:
    draft = a_consultation(published=False, who_may="Everybody in Lindhaven", **fields)
    draft.themes.add(a_theme())
    draft.departments.add(a_department(place=draft.place))
    a_phase(draft, closes=30, takes_proposals=True)
    return draft


def an_organiser(place, name="Bo"):
    bo = a_person(name)
    appoint(bo, Role.ORGANISER, place=place)
    return bo


def troubles(draft) -> list[str]:
    fresh = Consultation.objects.get(pk=draft.pk)
    return [one.sentence for one in troubles_of(fresh, timezone.now())]


def day_in(days: int) -> str:
    return day(timezone.now() + timedelta(days=days), timezone.now())


def test_a_bare_draft_names_every_task_as_missing():
    bo = a_person("Bo")
    place = a_place()
    appoint(bo, Role.ORGANISER, place=place)
    draft = actions.begin_consultation(person=bo, title="Night buses", place=place)
    found = troubles_of(draft, timezone.now())
    assert [one.task for one in found] == list(Task)
    assert all(one.missing for one in found)


def test_a_complete_draft_has_no_troubles():
    assert troubles(a_ready_draft()) == []


def test_an_answer_promised_before_the_last_phase_ends_is_refused_in_words():
    draft = a_ready_draft()
    a_phase(draft, "vote", opens=40, closes=80, takes_votes=True)
    assert troubles(draft) == [
        f"The answer is promised before the last phase ends, on {day_in(80)}."
    ]


def test_an_answer_may_come_on_the_last_day_itself():
    draft = a_ready_draft()
    ends = draft.phases.get().closes
    draft.promise.answer_by = timezone.localdate(ends)
    draft.promise.save()
    assert troubles(draft) == []


def test_a_vote_before_its_proposals_is_refused_in_words():
    draft = a_ready_draft()
    draft.phases.all().delete()
    a_phase(draft, "propose", opens=10, closes=20, takes_proposals=True)
    a_phase(draft, "vote", opens=5, closes=9, takes_votes=True)
    assert troubles(draft) == [f"Vote would open on {day_in(5)}, before proposals do."]


def test_phases_in_which_nothing_is_open_are_refused_in_words():
    draft = a_ready_draft()
    draft.phases.update(takes_proposals=False)
    assert troubles(draft) == [
        "In none of the phases could anybody do anything. Tick what is open."
    ]


def test_a_phase_that_is_over_already_is_refused_in_words():
    draft = a_ready_draft()
    a_phase(draft, "discuss", opens=-9, closes=-2, takes_points=True)
    assert troubles(draft) == ["Discuss would be over before the consultation is published."]


def test_a_promise_for_a_past_day_is_refused_in_words():
    draft = a_ready_draft()
    draft.phases.update(takes_proposals=False, takes_points=True)
    draft.promise.answer_by = timezone.localdate() - timedelta(days=1)
    draft.promise.save()
    assert "The answer is promised for a day that is past." in troubles(draft)


def test_a_phase_that_ends_before_it_begins_is_not_even_saved():
    draft = a_ready_draft()
    now = timezone.now()
    with pytest.raises(BadInput, match="Vote would end before it begins"):
        actions.save_phases(
            person=an_organiser(draft.place),
            consultation=draft,
            phases=[{"kind": "vote", "name": "Vote", "opens": now, "closes": now}],
        )
    assert draft.phases.get().kind == "propose"


def test_publishing_is_refused_while_something_contradicts_itself():
    draft = a_ready_draft()
    draft.departments.clear()
    with pytest.raises(Stale, match="Name at least one department"):
        actions.publish_consultation(person=an_organiser(draft.place), consultation=draft)
    draft.refresh_from_db()
    assert draft.published is None


def test_publishing_is_news_is_audited_and_happens_once():
    draft = a_ready_draft()
    bo = an_organiser(draft.place)
    heard = []
    hooks.consultation_published.append(heard.append)
    try:
        actions.publish_consultation(person=bo, consultation=draft)
    finally:
        hooks.consultation_published.remove(heard.append)
    assert heard == [draft]
    assert versions([draft.topic]) == {draft.topic: 1}
    assert AuditRow.objects.filter(act="consultation.published", person=bo).count() == 1
    with pytest.raises(Refused, match="only the end of a phase"):
        actions.publish_consultation(person=bo, consultation=draft)


@pytest.mark.parametrize("role", [*Role, None])
def test_only_organisers_change_a_draft(role):
    draft, bo = a_ready_draft(), a_person("Bo")
    if role:
        appoint(bo, role, place=draft.place)
    words = {"person": bo, "consultation": draft, "who_may": "Everybody"}
    if role == Role.ORGANISER:
        assert actions.save_participants(**words).who_may == "Everybody"
    else:
        with pytest.raises(Refused):
            actions.save_participants(**words)


def test_an_organiser_of_one_district_does_not_move_a_draft_to_another():
    draft, elsewhere = a_ready_draft(), a_place("Marrow")
    bo = an_organiser(draft.place)
    with pytest.raises(Refused, match="organise nothing in this place"):
        actions.save_field(person=bo, consultation=draft, place=elsewhere, themes=[a_theme()])
    with pytest.raises(Refused):
        actions.begin_consultation(person=bo, title="Mine", place=elsewhere)


def test_two_drafts_of_the_same_name_have_two_addresses():
    place = a_place()
    bo = an_organiser(place)
    slugs = [
        actions.begin_consultation(person=bo, title="Night buses", place=place).slug
        for _turn in range(3)
    ]
    assert slugs == ["night-buses", "night-buses-2", "night-buses-3"]


def test_a_published_phase_may_last_longer_and_followers_are_told():
    consultation = a_ready_draft()
    bo, dana = an_organiser(consultation.place), a_person("Dana")
    actions.publish_consultation(person=bo, consultation=consultation)
    follow(dana, consultation.topic)
    phase = consultation.phases.get()
    longer = phase.closes + timedelta(days=5)
    actions.extend_phase(person=bo, phase=phase, closes=longer)
    assert Phase.objects.get(pk=phase.pk).closes == longer
    run_jobs()
    assert [notice.event for notice in Notice.objects.filter(person=dana)] == ["phase.extended"]


@pytest.mark.parametrize(("days", "sentence"), [(-3, "may only become longer"), (90, "promised")])
def test_a_phase_never_becomes_shorter_nor_outlasts_the_promise(days, sentence):
    consultation = a_ready_draft()
    bo = an_organiser(consultation.place)
    actions.publish_consultation(person=bo, consultation=consultation)
    phase = consultation.phases.get()
    with pytest.raises(BadInput, match=sentence):
        actions.extend_phase(person=bo, phase=phase, closes=phase.closes + timedelta(days=days))
    assert Phase.objects.get(pk=phase.pk).closes == phase.closes


def test_a_phase_that_is_over_stays_over():
    consultation = a_consultation()
    phase = a_phase(consultation, opens=-9, closes=-1, takes_points=True)
    with pytest.raises(Stale, match="is over"):
        actions.extend_phase(
            person=an_organiser(consultation.place),
            phase=phase,
            closes=timezone.now() + timedelta(days=1),
        )


def test_followers_hear_once_that_a_phase_opened_and_closed():
    consultation = a_ready_draft()
    dana = a_person("Dana")
    follow(dana, consultation.topic)
    phase = consultation.phases.get()
    for _twice in range(2):
        actions.phase_opened(phase)
        actions.phase_closed(phase)
    run_jobs()
    events = Notice.objects.filter(person=dana).order_by("pk").values_list("event", flat=True)
    assert list(events) == ["phase.opened", "phase.closed"]
