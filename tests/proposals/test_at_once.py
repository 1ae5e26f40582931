"""Different acts in one consultation at the same moment: each waits its turn, none blocks another."""

import threading

import pytest
from django.db import connections

from proposals.actions import submit_proposal, withdraw_proposal
from proposals.models import Proposal
from proposals.queries.recounting import wrong_proposal_counts
from tests.factories import a_person, an_open_consultation

ROUNDS = 12


@pytest.mark.django_db(transaction=True)
def test_amara_withdraws_while_chidi_submits_again_and_again():
    amara, chidi, consultation = a_person("Amara"), a_person("Chidi"), an_open_consultation()
    hers = [
        submit_proposal(
            person=amara, consultation=consultation, title=f"Tree {number}", body="A plane tree."
        )
        for number in range(ROUNDS)
    ]
    both_ready = threading.Barrier(2)
    troubles: list[Exception] = []

    def again_and_again(act) -> None:
        try:
            for number in range(ROUNDS):
                both_ready.wait(timeout=60)
                act(number)
        except Exception as trouble:
            troubles.append(trouble)
            both_ready.abort()
        finally:
            connections.close_all()

    def withdraw(number: int) -> None:
        withdraw_proposal(person=amara, proposal=hers[number])

    def submit(number: int) -> None:
        submit_proposal(
            person=chidi, consultation=consultation, title=f"Bench {number}", body="A long bench."
        )

    acting = [threading.Thread(target=again_and_again, args=[act]) for act in (withdraw, submit)]
    for thread in acting:
        thread.start()
    for thread in acting:
        thread.join()
    assert troubles == []
    assert Proposal.objects.count() == 2 * ROUNDS
    consultation.refresh_from_db()
    assert consultation.proposal_count == ROUNDS
    assert list(wrong_proposal_counts()) == []
