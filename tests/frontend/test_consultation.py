"""The page of a consultation: what it is, what can be done now, and its proposals by the page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.models import Role
from consultations.topics import snapshot
from live.topics import versions
from proposals.actions import submit_proposal
from proposals.models import Counters, ThemeEffect, Withdrawal
from tests.asking import asking
from tests.factories import (
    a_consultation,
    a_person,
    a_phase,
    a_place,
    a_proposal,
    a_theme,
    an_open_consultation,
    appoint,
)

pytestmark = pytest.mark.django_db


def some_proposals(consultation, number, supports=lambda turn: 0):
    made = []
    for turn in range(number):
        proposal = a_proposal(f"Idea number {turn}", consultation=consultation)
        Counters.objects.filter(pk=proposal.pk).update(supports=supports(turn))
        made.append(proposal)
    consultation.proposal_count = number
    consultation.last_proposal_id = made[-1].pk
    consultation.save()
    return made


def titles(response) -> list[str]:
    return [entry["title"] for entry in response.context["entries"]]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_ten_questions_at_most_whoever_reads(client, rows):
    consultation = an_open_consultation()
    consultation.promise.answer_by = timezone.localdate() - timedelta(days=1)
    consultation.promise.save()
    for _turn in range(rows):
        consultation.themes.add(a_theme())
        a_phase(consultation, "vote", opens=40, closes=50, takes_votes=True)
    some_proposals(consultation, rows)
    with asking() as anonymous:
        assert client.get(consultation.get_absolute_url()).status_code == 200
    client.force_login(a_person("Amara"))
    with asking() as signed_in:
        assert client.get(consultation.get_absolute_url()).status_code == 200
    assert len(anonymous) == 6
    assert len(signed_in) == 9


def test_the_page_says_what_who_and_when(client):
    marrow = a_place("Marrow", "province")
    consultation = an_open_consultation(
        place=a_place("Lindhaven", parent=marrow), feeds="pays half"
    )
    consultation.themes.add(a_theme("Jobs for young people"))
    page = client.get(consultation.get_absolute_url()).content.decode()
    for words in (
        "Jobs for young people",
        "City of Lindhaven",
        "Province of Marrow",
        "pays half",
        "The city council",
        "Every proposal gets an answer in public.",
        "No proposals yet. You can write the first until ",
    ):
        assert words in page


def test_a_draft_is_not_there_save_for_its_organisers(client):
    draft = an_open_consultation(published=False)
    assert client.get(draft.get_absolute_url()).status_code == 404
    bo = a_person("Bo")
    appoint(bo, Role.ORGANISER, place=draft.place)
    client.force_login(bo)
    assert client.get(draft.get_absolute_url()).status_code == 200


def test_most_supported_stand_first_and_each_page_goes_on_where_the_last_ended(client):
    consultation = an_open_consultation()
    some_proposals(consultation, 45, supports=lambda turn: turn % 3)
    url, seen = f"{consultation.get_absolute_url()}?order=supported", []
    while url:
        page = client.get(url)
        seen += titles(page)
        url = page.context["next"]
    expected = sorted(range(45), key=lambda turn: (turn % 3, turn), reverse=True)
    assert seen == [f"Idea number {turn}" for turn in expected]


def test_newest_stand_first_on_every_page(client):
    consultation = an_open_consultation()
    some_proposals(consultation, 25)
    first = client.get(f"{consultation.get_absolute_url()}?order=newest")
    second = client.get(first.context["next"])
    assert titles(first) + titles(second) == [f"Idea number {turn}" for turn in range(24, -1, -1)]
    assert second.context["next"] == ""


@pytest.mark.parametrize("after", ["x", "-", "9-x", "٣", "1-2-3", "9" * 40, "%00"])
def test_a_cursor_that_makes_no_sense_is_the_beginning(client, after):
    consultation = an_open_consultation()
    some_proposals(consultation, 2)
    for order in ("newest", "supported", "nonsense"):
        page = client.get(f"{consultation.get_absolute_url()}?order={order}&after={after}")
        assert page.status_code in (200, 400)


def test_answered_and_waiting_are_told_apart(client):
    consultation = an_open_consultation()
    answered, waiting = some_proposals(consultation, 2)
    Counters.objects.filter(pk=answered.pk).update(answered=True)
    url = consultation.get_absolute_url()
    assert titles(client.get(f"{url}?order=answered")) == [answered.title]
    assert titles(client.get(f"{url}?order=waiting")) == [waiting.title]


def test_themes_and_places_narrow_the_list(client):
    consultation = an_open_consultation()
    jobs, rivers = a_theme("Jobs"), a_theme("Rivers")
    consultation.themes.add(jobs, rivers)
    first, second = some_proposals(consultation, 2)
    ThemeEffect.objects.create(proposal=first, theme=jobs, effect="helps")
    second.place = a_place("Eastside", "district")
    second.save()
    url = consultation.get_absolute_url()
    assert titles(client.get(f"{url}?theme={jobs.slug}")) == [first.title]
    assert titles(client.get(f"{url}?place={second.place.slug}")) == [second.title]
    assert len(titles(client.get(f"{url}?theme=nothing"))) == 2
    assert (
        "No proposal fits this choice." in client.get(f"{url}?theme={rivers.slug}").content.decode()
    )


def test_hidden_and_withdrawn_proposals_are_not_listed(client):
    consultation = an_open_consultation()
    kept, hidden, withdrawn = some_proposals(consultation, 3)
    hidden.hidden = timezone.now()
    hidden.save()
    Withdrawal.objects.create(proposal=withdrawn, at=timezone.now())
    Counters.objects.filter(pk__in=[hidden.pk, withdrawn.pk]).update(standing=False)
    assert titles(client.get(consultation.get_absolute_url())) == [kept.title]


def test_newer_proposals_come_as_rows_alone(client):
    consultation = an_open_consultation()
    first, second, third = some_proposals(consultation, 3)
    response = client.get(f"{consultation.get_absolute_url()}newer/?after={first.pk}")
    assert titles(response) == [third.title, second.title]
    assert "<html" not in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "takes", "act"),
    [
        ("propose", {"takes_proposals": True}, "Write a proposal"),
        ("discuss", {"takes_support": True}, "Read and support"),
        ("discuss", {"takes_points": True}, "Read and discuss"),
        ("vote", {"takes_votes": True}, "Go to the vote"),
        ("answer", {}, "Read the answers"),
        ("deliver", {}, "Read the outcome"),
    ],
)
def test_each_phase_has_its_one_act(client, kind, takes, act):
    consultation = a_consultation()
    a_phase(consultation, kind, **takes)
    page = client.get(consultation.get_absolute_url())
    assert page.context["act"].text == act
    assert page.content.decode().count('class="button button--full"') == 1


def test_before_the_first_phase_one_may_ask_to_be_told(client):
    consultation = a_consultation()
    a_phase(consultation, opens=3, closes=9)
    act = client.get(consultation.get_absolute_url()).context["act"]
    assert act.text == "Tell me when"
    amara = a_person("Amara")
    assert client.get(act.url).status_code == 302
    client.force_login(amara)
    assert client.get(act.url).status_code == 200
    client.post(act.url)
    assert amara.follows.get().topic == consultation.topic
    client.post(act.url, {"stop": "1"})
    assert not amara.follows.exists()


def test_late_answers_are_said_on_the_page(client):
    consultation = an_open_consultation()
    consultation.promise.answer_by = timezone.localdate() - timedelta(days=1)
    consultation.promise.save()
    some_proposals(consultation, 1)
    assert "1 is overdue." in client.get(consultation.get_absolute_url()).content.decode()


def test_words_of_citizens_stay_words(client):
    consultation = an_open_consultation()
    some_proposals(consultation, 1)
    proposal = consultation.proposals.get()
    proposal.title = "<script>alert(1)</script>"
    proposal.body = "<img src=x onerror=alert(1)> and **bold** [link](javascript:alert(1))"
    proposal.save()
    page = client.get(consultation.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "javascript:" not in page


def test_all_consultations_stand_newest_first_without_drafts(client):
    first, second = a_consultation("First"), an_open_consultation("Second")
    a_consultation("Draft", published=False)
    page = client.get("/consultations/")
    assert titles(page) == [second.title, first.title]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_consultations_costs_the_same_for_one_and_three(client, rows):
    for _turn in range(rows):
        an_open_consultation().themes.add(a_theme())
    with asking() as questions:
        client.get("/consultations/")
    assert len(questions) == 3


def test_reading_sets_no_cookie(client):
    consultation = an_open_consultation()
    for url in (consultation.get_absolute_url(), "/consultations/"):
        assert not client.get(url).cookies


def test_a_stale_page_that_hears_the_news_equals_a_fresh_page(client):
    """What the page shows of its topic is what the topic's snapshot says, before and after."""
    consultation = an_open_consultation()
    amara = a_person("Amara")
    client.force_login(amara)
    for turn in range(3):
        values = client.get(consultation.get_absolute_url()).context
        facts = snapshot([consultation.pk])[consultation.pk]
        assert versions([consultation.topic]) == {consultation.topic: values["consultation"].v}
        assert facts == {
            "phase": values["phase"],
            "timeline": values["timeline_mark"],
            "proposal_count": int(values["count"]),
            "last_proposal_id": values["consultation"].last_proposal_id,
        }
        assert facts["proposal_count"] == turn
        submit_proposal(
            person=amara, consultation=consultation, title=f"Idea {turn}", body="Words."
        )


def test_a_consultation_that_never_takes_proposals_says_nothing_of_them(client):
    consultation = a_consultation()
    a_phase(consultation, "vote", takes_votes=True)
    assert 'id="proposals"' not in client.get(consultation.get_absolute_url()).content.decode()
