"""Support is counted once, whatever people press, and whoever is faster."""

import threading

import pytest
from django.db import connection, connections

from live.topics import versions
from people.models import Notice, Person
from people.verdicts import Refused
from proposals.models import Counters
from tests.asking import at_most
from tests.factories import a_consultation, a_person, a_phase, a_proposal, an_open_consultation
from tests.working import run_jobs
from voting.actions import give_support, take_support_back
from voting.models import Support
from voting.queries.reading import proposal_to_support
from voting.queries.recounting import wrong_support_counts

pytestmark = pytest.mark.django_db


def count_of(proposal) -> int:
    return Counters.objects.get(proposal=proposal).supports


def test_chidi_supports_a_proposal_and_it_counts_once_however_often_he_presses():
    proposal, chidi = a_proposal(), a_person("Chidi")
    give_support(person=chidi, proposal=proposal)
    give_support(person=chidi, proposal=proposal)
    assert count_of(proposal) == 1
    assert Support.objects.count() == 1


def test_support_taken_back_is_gone_and_may_be_given_again():
    proposal, chidi = a_proposal(), a_person("Chidi")
    give_support(person=chidi, proposal=proposal)
    take_support_back(person=chidi, proposal=proposal)
    take_support_back(person=chidi, proposal=proposal)
    assert count_of(proposal) == 0
    give_support(person=chidi, proposal=proposal)
    assert count_of(proposal) == 1


def test_amara_is_not_counted_for_her_own_proposal():
    amara = a_person("Amara")
    proposal = a_proposal(author=amara)
    with pytest.raises(Refused) as refusal:
        give_support(person=amara, proposal=proposal)
    assert refusal.value.verdict.code == "own-proposal"
    assert count_of(proposal) == 0


def test_support_waits_for_its_phase_and_the_refusal_names_the_day():
    consultation = a_consultation()
    a_phase(consultation, opens=3, closes=9, takes_support=True)
    proposal = a_proposal(consultation=consultation)
    with pytest.raises(Refused) as refusal:
        give_support(person=a_person("Chidi"), proposal=proposal)
    assert refusal.value.verdict.code == "not-yet-open"
    assert any(letter.isdigit() for letter in str(refusal.value))


def test_each_change_of_support_raises_the_proposals_and_the_consultations_version():
    proposal, chidi = a_proposal(), a_person("Chidi")
    topics = [proposal.topic, proposal.consultation.topic]
    before = versions(topics)
    give_support(person=chidi, proposal=proposal)
    give_support(person=chidi, proposal=proposal)
    after = versions(topics)
    assert {topic: after[topic] - before[topic] for topic in topics} == dict.fromkeys(topics, 1)
    assert Counters.objects.get(proposal=proposal).change == after[proposal.consultation.topic]


def test_giving_support_asks_phases_then_inserts_announces_and_counts():
    proposal, chidi = proposal_to_support(a_proposal().pk), a_person("Chidi")
    with at_most(4):
        give_support(person=chidi, proposal=proposal)


def test_putting_support_over_the_api_asks_at_most_eight_times(client):
    proposal, chidi = a_proposal(), a_person("Chidi")
    client.force_login(chidi)
    with at_most(8):
        answer = client.put(f"/api/v1/proposals/{proposal.pk}/support/")
    assert answer.json() == {"support_count": 1, "supported": True}


def test_supporters_hear_of_a_new_version():
    from proposals.actions import publish_version

    proposal, chidi = a_proposal(), a_person("Chidi")
    give_support(person=chidi, proposal=proposal)
    publish_version(
        person=proposal.author,
        proposal=proposal,
        base=1,
        title=proposal.title,
        body="Fifty plane trees instead of forty.",
    )
    assert not Notice.objects.exists()
    run_jobs()
    notice = Notice.objects.get(person=chidi)
    assert notice.event == "proposal.version-published"


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_by_sixty_people_make_sixty_supports():
    proposal = a_proposal(consultation=an_open_consultation())
    people = [a_person(f"Person {number}") for number in range(60)]
    every_one_ready = threading.Barrier(8)
    troubles: list[Exception] = []

    def press(number: int) -> None:
        try:
            for person in people:
                every_one_ready.wait(timeout=120)
                give_support(person=Person.objects.get(pk=person.pk), proposal=proposal)
        except Exception as trouble:
            troubles.append(trouble)
            every_one_ready.abort()
        finally:
            connections.close_all()

    pressing = [threading.Thread(target=press, args=[number]) for number in range(8)]
    for thread in pressing:
        thread.start()
    for thread in pressing:
        thread.join()
    assert troubles == []
    assert Support.objects.count() == 60
    assert count_of(proposal) == 60
    assert list(wrong_support_counts()) == []
    assert connection.vendor in {"sqlite", "postgresql"}
