"""Home: what is open and until when, what was decided, where the city is late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from proposals.models import Answer, Counters
from tests.asking import asking
from tests.factories import (
    a_consultation,
    a_person,
    a_phase,
    a_proposal,
    a_theme,
    an_open_consultation,
)

pytestmark = pytest.mark.django_db


def an_answer(proposal, kind="will", due=0) -> Answer:
    now = timezone.now()
    Counters.objects.filter(pk=proposal.pk).update(answered=True)
    return Answer.objects.create(
        proposal=proposal,
        kind=kind,
        because="The square is hot. So we plant.",
        published=now,
        due=timezone.localdate(now) + timedelta(days=due),
    )


def late(consultation, days=3):
    consultation.promise.answer_by = timezone.localdate() - timedelta(days=days)
    consultation.promise.save()


def fill(times: int) -> None:
    for _turn in range(times):
        consultation = an_open_consultation()
        consultation.themes.add(a_theme())
        for _proposal in range(times):
            an_answer(a_proposal(consultation=consultation))
        late(consultation)
        a_proposal(consultation=consultation)


@pytest.mark.parametrize("rows", [1, 3])
def test_home_asks_eight_questions_at_most_whoever_reads(client, rows):
    fill(rows)
    amara = a_person("Amara")
    with asking() as anonymous:
        assert client.get("/").status_code == 200
    client.force_login(amara)
    with asking() as signed_in:
        assert client.get("/").status_code == 200
    assert len(anonymous) == 5
    assert len(signed_in) <= 8


def test_home_says_what_can_be_done_and_until_when(client):
    consultation = an_open_consultation("Greener streets")
    page = client.get("/").content.decode()
    assert "One question is open." in page
    assert "Greener streets" in page
    assert "Write a proposal" in page
    assert "Until " in page
    assert consultation.get_absolute_url() in page


def test_an_empty_home_names_the_next_date(client):
    a_phase(a_consultation("Night buses"), opens=9, closes=20)
    page = client.get("/").content.decode()
    assert "Nothing is open today. Next: Night buses, from " in page


def test_a_home_with_nothing_at_all_still_has_a_sentence(client):
    assert "Nothing is open today." in client.get("/").content.decode()


def test_what_was_decided_lately_says_whether_it_was_in_time(client):
    an_answer(a_proposal("Night buses"), due=6)
    page = client.get("/").content.decode()
    assert "Night buses" in page
    assert "6 days early" in page


def test_hidden_proposals_leave_decided_lately(client):
    proposal = a_proposal("A secret thing")
    an_answer(proposal)
    proposal.hidden = timezone.now()
    proposal.save()
    assert "A secret thing" not in client.get("/").content.decode()


def test_late_answers_are_public(client):
    consultation = an_open_consultation("Greener streets")
    late(consultation)
    a_proposal(consultation=consultation)
    a_proposal(consultation=consultation)
    assert "Two answers promised by" in client.get("/").content.decode()


def test_below_the_threshold_nothing_is_late(client):
    consultation = an_open_consultation()
    late(consultation)
    consultation.promise.threshold = 5
    consultation.promise.save()
    a_proposal(consultation=consultation)
    assert "overdue" not in client.get("/").content.decode()


def test_on_the_promised_day_itself_nothing_is_late(client):
    consultation = an_open_consultation()
    late(consultation, days=0)
    a_proposal(consultation=consultation)
    assert "overdue" not in client.get("/").content.decode()


def test_a_draft_is_nowhere_on_home(client):
    an_open_consultation("Not yet said", published=False)
    assert "Not yet said" not in client.get("/").content.decode()


def test_reading_home_sets_no_cookie(client):
    an_open_consultation()
    assert not client.get("/").cookies
