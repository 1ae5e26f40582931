"""A ballot on paper-like pages: fill in, check, change, cast; nobody sees how it goes before closing."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from live.topics import find, versions
from tests.asking import asking, at_most
from tests.factories import a_consultation, a_person, a_phase, a_proposal, appoint
from tests.voting.polls import a_poll, close
from voting.actions import cast_ballot, count_poll, remove_poll
from voting.models import OpenBallot, Poll

pytestmark = pytest.mark.django_db


def the_page(client, poll, status=200) -> str:
    answer = client.get(poll.get_absolute_url())
    assert answer.status_code == status
    return answer.content.decode()


def test_dana_without_an_account_reads_the_ballot_and_is_offered_to_sign_in(client):
    poll = a_poll("approval")
    page = the_page(client, poll)
    assert "Project 2" in page
    assert f"/account/login/?next=%2Fpolls%2F{poll.pk}%2F" in page
    assert "csrfmiddlewaretoken" not in page
    assert not client.cookies


def test_chidi_fills_in_checks_changes_and_casts(client):
    poll, chidi = a_poll("approval", max_choices=2), a_person("Chidi")
    client.force_login(chidi)
    address = f"/polls/{poll.pk}/ballot/"
    check = client.post(address, {"step": "check", "option": ["p1", "p3"]}).content.decode()
    assert "Project 1" in check
    assert "Project 3" in check
    assert not OpenBallot.objects.exists()
    changing = client.post(address, {"step": "change", "option": ["p1", "p3"]}).content.decode()
    assert changing.count("checked") == 2
    cast = client.post(address, {"step": "cast", "option": ["p1", "p2"]}, follow=True)
    assert "Your ballot is counted" in cast.content.decode()
    assert OpenBallot.objects.get().ballot == {"choices": ["p1", "p2"], "kind": "approval"}


def test_too_many_ticks_come_back_with_a_sentence_and_every_tick(client):
    poll = a_poll("approval", max_choices=1)
    client.force_login(a_person("Chidi"))
    answer = client.post(f"/polls/{poll.pk}/ballot/", {"step": "check", "option": ["p1", "p2"]})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Untick 1 option: 1 may be ticked." in page
    assert page.count("checked") == 2


def test_a_yes_or_no_ballot_is_one_press_and_a_second_press_changes_it(client):
    poll = a_poll()
    client.force_login(a_person("Chidi"))
    client.post(f"/polls/{poll.pk}/ballot/", {"choice": "yes"})
    client.post(f"/polls/{poll.pk}/ballot/", {"choice": "no"})
    assert OpenBallot.objects.get().ballot["choice"] == "no"


def test_after_signing_out_a_posted_ballot_leads_to_sign_in_and_counts_nothing(client):
    poll = a_poll()
    answer = client.post(f"/polls/{poll.pk}/ballot/", {"choice": "yes"})
    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]
    assert not OpenBallot.objects.exists()


def test_a_ballot_sent_too_late_is_told_so(client):
    poll = close(a_poll())
    client.force_login(a_person("Chidi"))
    answer = client.post(f"/polls/{poll.pk}/ballot/", {"choice": "yes"})
    assert answer.status_code == 403
    assert "Nothing sent later is counted" in answer.content.decode()


def test_a_counted_poll_shows_sentence_figure_and_table(client):
    poll = a_poll("approval")
    for name, choices in [("Amara", ["p1", "p2"]), ("Bo", ["p2"])]:
        ballot = {"kind": "approval", "choices": choices}
        cast_ballot(person=a_person(name), poll=poll, ballot=ballot)
    count_poll(close(poll).pk)
    page = the_page(client, poll)
    assert "“Project 2” was ticked most often: on 2 ballots." in page
    assert "<svg" in page
    assert "<table" in page


@pytest.mark.parametrize("options", [1, 3])
def test_an_open_ballot_asks_at_most_fourteen_times(client, options):
    poll = a_poll("approval", options=options)
    client.force_login(a_person("Chidi"))
    with at_most(14) as asked:
        the_page(client, poll)
    assert len(asked) <= 14


def test_the_number_of_options_changes_no_number_of_queries(client):
    client.force_login(a_person("Chidi"))
    numbers = []
    for options in (1, 3):
        poll = a_poll("approval", options=options)
        with at_most(14) as asked:
            the_page(client, poll)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("role", [None, "organiser", "moderator", "evaluator"])
def test_before_closing_nothing_anybody_reads_depends_on_how_the_ballots_fall(client, role):
    """Every ballot is turned round behind the pages' back: not one byte may change."""
    poll = a_poll("approval")
    for name in ("Amara", "Chidi", "Dana"):
        ballot = {"kind": "approval", "choices": ["p1"]}
        cast_ballot(person=a_person(name), poll=poll, ballot=ballot)
    if role:
        watcher = a_person("Bo")
        appoint(watcher, role, consultation=poll.consultation)
        client.force_login(watcher)

    def everything() -> list[str]:
        pages = [client.get(address).content.decode() for address in addresses_about(poll)]
        return [re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page) for page in pages]

    before = everything()
    OpenBallot.objects.update(ballot={"kind": "approval", "choices": ["p2"]})
    assert everything() == before
    assert client.get(f"/api/v1/polls/{poll.pk}/result/").status_code == 404


def addresses_about(poll) -> list[str]:
    return [
        poll.get_absolute_url(),
        f"/api/v1/polls/{poll.pk}/",
        "/api/v1/polls/",
        f"/api/v1/live/?topics={poll.topic}",
        poll.consultation.get_absolute_url(),
        "/",
        "/outcomes/",
    ]


def test_a_panel_on_a_proposal_leads_back_to_the_proposal(client):
    proposal = a_proposal()
    poll = a_poll(consultation=proposal.consultation)
    Poll.objects.filter(pk=poll.pk).update(proposal=proposal)
    client.force_login(a_person("Chidi"))
    answer = client.post(f"/polls/{poll.pk}/ballot/", {"choice": "yes", "next_proposal": "1"})
    assert answer["Location"] == proposal.get_absolute_url()


def test_an_organiser_makes_a_poll_and_contradictions_are_refused_in_words(client):
    consultation, olga = a_consultation(), a_person("Olga")
    appoint(olga, "organiser", consultation=consultation)
    a_phase(consultation, "vote", opens=1, closes=400_000, takes_votes=True)
    client.force_login(olga)
    address = f"/desk/consultations/{consultation.slug}/polls/new/"
    wrong = {
        "question": "Where should the benches stand?",
        "kind": "approval",
        "options": "Mill Street\nMill Street",
        "opens": "2999-05-03T08:00",
        "closes": "2999-05-02T08:00",
    }
    refused = client.post(address, wrong)
    page = refused.content.decode()
    assert refused.status_code == 400
    assert "Two options are the same" in page
    assert "Voting would end before it begins" in page
    assert "Where should the benches stand?" in page
    right = wrong | {"options": "Mill Street\nHarbour", "closes": "2999-05-09T08:00"}
    made = client.post(address, right)
    assert made.status_code == 302
    assert [option.key for option in Poll.objects.get().options.all()] == ["p1", "p2"]


def test_nobody_but_an_organiser_makes_polls(client):
    consultation = a_consultation()
    bo = a_person("Bo")
    appoint(bo, "moderator", consultation=consultation)
    client.force_login(bo)
    address = f"/desk/consultations/{consultation.slug}/polls/new/"
    assert client.get(address).status_code == 403
    assert client.post(address, {"question": "Mine?"}).status_code == 403
    assert not Poll.objects.exists()


def midnight_in(days: int):
    """The first instant of the day that is so many days ahead, where the city is."""
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time.min))


def test_a_vote_that_ends_at_midnight_has_the_same_last_day_on_every_page(client):
    poll, chidi = a_poll(), a_person("Chidi")
    poll.closes = midnight_in(3)
    poll.save(update_fields=["closes"])
    cast_ballot(person=chidi, poll=poll, ballot={"kind": "yes-no", "choice": "yes"})
    client.force_login(chidi)
    last = date_format(timezone.localdate() + timedelta(days=2), "j F")
    assert f"You can change it until {last}" in client.get("/your-voice/").text
    assert f"Open until {last}" in client.get(poll.consultation.get_absolute_url()).text


def test_turnout_and_its_version_are_read_in_one_statement_so_that_no_ballot_is_missed(client):
    poll = a_poll()
    with asking() as asked:
        the_page(client, poll)
    versions = [statement for statement in asked if "live_topicversion" in statement]
    assert len(versions) == 1
    assert "turnout" in versions[0]


def test_an_outcome_asks_the_same_for_one_and_three_counted_polls(client):
    asked = []
    for number in (1, 3):
        consultation = a_consultation()
        for _poll in range(number):
            count_poll(close(a_poll("approval", consultation=consultation)).pk)
        with asking() as statements:
            page = client.get(f"{consultation.get_absolute_url()}outcome/")
        assert page.text.count("Nobody ticked anything.") >= number
        asked.append(len(statements))
    assert asked[0] == asked[1]


def test_a_poll_that_is_removed_is_news_to_its_page_and_its_consultation():
    poll, noor = a_poll(opens=1), a_person("Noor")
    appoint(noor, "organiser", consultation=poll.consultation)
    before = versions([poll.topic, poll.consultation.topic])
    remove_poll(person=noor, poll=Poll.objects.get(pk=poll.pk))
    after = versions(before)
    assert {topic: after[topic] - v for topic, v in before.items()} == dict.fromkeys(before, 1)
    assert find(poll.topic)[0].snapshot([int(poll.topic.partition(".")[2])]) == {}
