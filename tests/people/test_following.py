"""Whoever follows something is told of what happens in it: once, by a job, however many they are."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from consultations.models import Consultation
from consultations.telling import tell_of_consultation
from people import telling
from people.following import follow
from people.models import Notice
from people.told import lines_of
from proposals.actions import publish_answer, publish_version, submit_proposal, withdraw_proposal
from proposals.actions.hiding import hide_proposal
from proposals.telling import tell_followers_of_answer
from tests.asking import asking
from tests.factories import (
    a_consultation,
    a_person,
    a_place,
    a_proposal,
    a_theme,
    an_open_consultation,
    appoint,
    many_people,
)
from tests.working import run_jobs
from voting.actions import give_support
from voting.models import Support
from voting.telling import tell_supporters_of_answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return a_place("Lindhaven")


@pytest.fixture
def quarter(city):
    return a_place("Market quarter", level="neighbourhood", parent=city)


def proposes(consultation: Consultation, **fields):
    amara = a_person("Amara")
    words = {"title": "Shade for the square", "body": "Forty plane trees."} | fields
    return submit_proposal(person=amara, consultation=consultation, **words)


def told(person) -> list[str]:
    return [line.sentence for line in lines_of(Notice.objects.filter(person=person).order_by("pk"))]


def test_dana_hears_of_a_new_proposal_once_however_many_ways_she_follows_it(city, quarter):
    consultation, theme = an_open_consultation(place=city), a_theme()
    consultation.themes.add(theme)
    dana = a_person("Dana")
    for topic in (consultation.topic, theme.topic, city.topic, quarter.topic):
        follow(dana, topic)
    proposal = proposes(consultation, place=quarter)
    assert told(dana) == [], "nobody is told inside the request"
    run_jobs()
    assert told(dana) == ["“Shade for the square” is a new proposal in “Greener streets”."]
    notice = Notice.objects.get(person=dana)
    assert (notice.topic, notice.url) == (consultation.topic, f"/proposals/{proposal.pk}/")
    assert not notice.addressed
    assert "Shade" not in str(notice.facts) + notice.url, "words of people are in no notice"


@pytest.mark.parametrize("by", ["theme of the proposal", "street", "city of the consultation"])
def test_following_a_theme_or_a_place_tells_of_what_is_proposed_there(city, quarter, by):
    consultation, theme = an_open_consultation(place=city), a_theme()
    dana = a_person("Dana")
    follow(
        dana,
        {
            "theme of the proposal": theme.topic,
            "street": quarter.topic,
            "city of the consultation": city.topic,
        }[by],
    )
    proposes(consultation, place=quarter, effects={theme.slug: "helps"})
    run_jobs()
    assert len(told(dana)) == 1


def test_who_follows_a_street_hears_nothing_of_the_next_one(city, quarter):
    dana = a_person("Dana")
    follow(dana, a_place("Quayside", level="neighbourhood", parent=city).topic)
    proposes(an_open_consultation(place=quarter))
    run_jobs()
    assert told(dana) == []


def test_a_new_consultation_is_told_to_followers_of_its_theme_and_of_the_city_above(city, quarter):
    consultation = a_consultation("Night buses", place=quarter)
    theme = a_theme()
    consultation.themes.add(theme)
    dana, chidi = a_person("Dana"), a_person("Chidi")
    follow(dana, city.topic)
    follow(chidi, theme.topic)
    tell_of_consultation.call(consultation.pk)
    assert told(dana) == told(chidi) == ["“Night buses” is a new consultation."]
    draft = a_consultation("Not yet", place=city, published=False)
    tell_of_consultation.call(draft.pk)
    assert len(told(dana)) == 1


def test_followers_of_a_proposal_hear_of_versions_answers_and_withdrawal():
    proposal, dana = a_proposal(), a_person("Dana")
    follow(dana, proposal.topic)
    publish_version(
        person=proposal.author, proposal=proposal, base=1, title="Shade", body="Fifty trees."
    )
    proposal.refresh_from_db()
    withdraw_proposal(person=proposal.author, proposal=proposal)
    answered = a_proposal("Taps", consultation=proposal.consultation)
    follow(dana, answered.topic)
    answers(answered)
    run_jobs()
    assert told(dana) == [
        "“Shade” has a new version, number 2.",
        "“Shade” was withdrawn by its author.",
        "The city has answered “Taps”.",
    ]
    assert told(proposal.author) == []


def answers(proposal, **more):
    evaluator = a_person("Ilse")
    appoint(evaluator, "evaluator", place=proposal.consultation.place)
    words = {"kind": "will", "because": "Nine taps are ordered."} | more
    return publish_answer(person=evaluator, proposal=proposal, **words)


def test_the_author_is_told_at_once_and_everybody_else_by_the_job():
    proposal, chidi = a_proposal(), a_person("Chidi")
    give_support(person=chidi, proposal=proposal)
    answers(proposal)
    assert told(proposal.author) == ["The city has answered “Shade for the square”."]
    assert Notice.objects.get().addressed
    assert told(chidi) == []
    run_jobs()
    assert told(chidi) == ["The city has answered “Shade for the square”."]
    assert Notice.objects.filter(addressed=True).count() == 1


def test_whoever_supports_the_new_text_is_not_told_that_it_is_new():
    proposal, chidi, bo = a_proposal(), a_person("Chidi"), a_person("Bo")
    give_support(person=chidi, proposal=proposal)
    publish_version(
        person=proposal.author, proposal=proposal, base=1, title="Shade", body="Fifty trees."
    )
    proposal.refresh_from_db()
    give_support(person=bo, proposal=proposal)  # before the job has run
    run_jobs()
    assert (len(told(chidi)), told(bo)) == (1, [])


def test_a_proposal_hidden_before_the_job_ran_is_told_without_its_words():
    proposal, chidi = a_proposal(), a_person("Chidi")
    give_support(person=chidi, proposal=proposal)
    answers(proposal)
    hide_proposal(proposal, timezone.now())
    run_jobs()
    assert told(chidi) == ["The city has answered “a hidden proposal”."]
    assert not Notice.objects.filter(facts__icontains="Shade").exists()


def test_a_proposal_hidden_later_leaves_no_word_in_anybodys_inbox():
    consultation, dana = an_open_consultation(), a_person("Dana")
    follow(dana, consultation.topic)
    proposal = proposes(consultation)
    run_jobs()
    hide_proposal(proposal, timezone.now())
    assert told(dana) == ["A new proposal that is no longer public."]


def supporters(proposal, count: int) -> list:
    people = [a_person(f"Person {number}") for number in range(count)]
    Support.objects.bulk_create(
        Support(proposal=proposal, person=person, given=timezone.now()) for person in people
    )
    return people


@pytest.mark.parametrize("rows", [3, 9])
def test_telling_costs_the_same_few_statements_a_batch(monkeypatch, rows):
    proposal = a_proposal()
    supporters(proposal, rows)
    with asking() as asked:
        tell_supporters_of_answer.call(proposal.pk)
    assert Notice.objects.count() == rows
    assert len(asked) == 6  # proposal, batch, who was told, insert, topics, next batch


def test_a_job_that_was_killed_half_way_tells_the_rest_and_nobody_twice(monkeypatch):
    proposal = a_proposal()
    people = supporters(proposal, 7)
    monkeypatch.setattr(telling, "BATCH", 3)
    tell, batches = telling.tell, []

    def tell_and_be_killed(some, **notice):
        if len(batches) == 1:
            raise KeyboardInterrupt
        batches.append(some)
        tell(some, **notice)

    monkeypatch.setattr(telling, "tell", tell_and_be_killed)
    with pytest.raises(KeyboardInterrupt):
        tell_supporters_of_answer.call(proposal.pk)
    assert Notice.objects.count() == 3
    first = set(Notice.objects.values_list("pk", flat=True))
    monkeypatch.setattr(telling, "tell", tell)
    for _twice in range(2):
        tell_supporters_of_answer.call(proposal.pk)
    told_people = Notice.objects.values_list("person_id", flat=True)
    assert sorted(told_people) == sorted(person.pk for person in people)
    assert first < set(Notice.objects.values_list("pk", flat=True))


def test_an_act_that_is_rolled_back_tells_nobody():
    proposal, chidi = a_proposal(), a_person("Chidi")
    give_support(person=chidi, proposal=proposal)
    with pytest.raises(RuntimeError), transaction.atomic():
        answers(proposal)
        raise RuntimeError
    assert run_jobs() == 0
    assert not Notice.objects.exists()


def test_jobs_about_what_is_gone_do_nothing():
    for job in (tell_supporters_of_answer, tell_followers_of_answer, tell_of_consultation):
        job.call(999_999)
    assert not Notice.objects.exists()


@pytest.mark.long
def test_a_hundred_thousand_supporters_are_told_and_the_request_does_not_feel_it():
    proposal, now = a_proposal(), timezone.now()
    Support.objects.bulk_create(
        [Support(proposal=proposal, person=one, given=now) for one in many_people(100_000)],
        batch_size=5_000,
    )
    began = timezone.now()
    answers(proposal)
    assert timezone.now() - began < timedelta(seconds=1)
    run_jobs()
    assert Notice.objects.count() == 100_001
    began = timezone.now()
    hide_proposal(proposal, now)
    assert timezone.now() - began < timedelta(seconds=20)
    assert not Notice.objects.filter(facts__icontains="Shade").exists()
