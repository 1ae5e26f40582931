"""`manage.py verify_tallies`: what is stored is what is counted, or is made so."""

from io import StringIO

import pytest
from django.core.management import call_command

from consultations.models import Consultation
from discussions.models import Point
from live.topics import versions
from proposals.models import Counters, Proposal
from voting.models import PollHead

pytestmark = pytest.mark.usefixtures("lindhaven")


def verify(*words):
    said = StringIO()
    call_command("verify_tallies", *words, stdout=said)
    return said.getvalue().splitlines()


def damage(table, row, **numbers):
    table.objects.filter(pk=row.pk).update(**numbers)


def test_every_kind_of_stored_number_is_found_and_mended():
    proposal = Proposal.objects.select_related("consultation").first()
    point = Point.objects.filter(parent__isnull=True).first()
    head = PollHead.objects.first()
    damage(
        Counters,
        proposal,
        supports=1_000_000,
        points_for=77,
        points_against=78,
        questions=79,
        last_point_id=1,
        standing=False,
        answered=not proposal.counters.answered,
    )
    damage(Consultation, proposal.consultation, proposal_count=99, last_proposal_id=1_000)
    damage(Point, point, replies_count=9, agree=900, disagree=901, passed=902)
    damage(PollHead, head, turnout=12)

    said = verify()

    assert said[-1] == "14 mended."
    assert f"Poll {head.pk}: turnout stored 12, counted 139." in said
    assert verify() == ["Every stored number is what was counted."]


def test_a_mended_proposal_is_news_to_its_page_and_its_list():
    proposal = Proposal.objects.select_related("consultation").first()
    topics = (proposal.topic, proposal.consultation.topic)
    before = versions(topics)
    damage(Counters, proposal, supports=5_000)

    verify()

    after = versions(topics)
    assert all(after[topic] > before[topic] for topic in topics)
    assert Counters.objects.get(pk=proposal.pk).change == after[proposal.consultation.topic]


def test_a_lost_row_of_numbers_is_made_anew():
    proposal = Proposal.objects.first()
    whole = Counters.objects.values().get(pk=proposal.pk)
    Counters.objects.filter(pk=proposal.pk).delete()

    verify()

    mended = Counters.objects.values().get(pk=proposal.pk)
    assert mended | {"change": 0} == whole | {"change": 0}


def test_check_says_what_is_wrong_and_leaves_it():
    proposal = Proposal.objects.first()
    damage(Counters, proposal, supports=5_000)

    with pytest.raises(SystemExit):
        verify("--check")

    assert Counters.objects.get(pk=proposal.pk).supports == 5_000
