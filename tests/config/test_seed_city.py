"""`manage.py seed_city`: rows by the thousand that are as true as those people make."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F
from django.utils import timezone

from config.bulk.shares import first_rows, in_turns, shares, stride
from consultations.models import Consultation
from consultations.phases import Act, open_for
from discussions.models import Point
from intake.search import matching
from people.models import Person
from proposals.models import Counters, Proposal, Version
from tests.factories import a_person, a_proposal
from voting.actions import give_support
from voting.models import Support

pytestmark = pytest.mark.django_db


def command(name, *words):
    said = StringIO()
    call_command(name, *words, stdout=said, stderr=StringIO())
    return said.getvalue()


def a_city(proposals=40, supports=600, points=300):
    return command(
        "seed_city", f"--proposals={proposals}", f"--supports={supports}", f"--points={points}"
    )


def test_as_many_rows_as_asked_for_stand_in_one_published_call():
    said = a_city()

    call = Consultation.objects.published().get()
    assert call.get_absolute_url() in said
    assert call.proposal_count == Proposal.objects.filter(consultation=call).count() == 40
    assert Version.objects.count() == 40
    assert Support.objects.count() == 600
    assert Point.objects.count() == 300


def test_every_number_is_right_from_the_start():
    a_city()

    assert command("verify_tallies", "--check") == "Every stored number is what was counted.\n"
    assert Counters.objects.filter(supports__gt=0, points_for__gt=0, questions__gt=0).exists()


def test_nobody_supports_her_own_proposal():
    a_city()

    assert not Support.objects.filter(person=F("proposal__author")).exists()


def test_replies_answer_a_point_of_the_same_proposal_that_is_no_reply_itself():
    a_city()

    replies = Point.objects.filter(parent__isnull=False)
    assert replies.exists()
    assert not replies.exclude(parent__proposal=F("proposal")).exists()
    assert not replies.filter(parent__parent__isnull=False).exists()
    assert not replies.exclude(kind=F("parent__kind")).exists()


def test_search_finds_the_last_proposal_and_the_last_point():
    a_city()

    proposal = Proposal.objects.latest("pk")
    assert list(matching(Proposal.objects.public(), proposal.title)) == [proposal]
    point = Point.objects.latest("pk")
    assert list(matching(Point.objects.all(), point.body.partition(":")[0])) == [point]


def test_a_big_call_takes_part_in_the_city_that_is_there():
    amara = a_proposal().author
    command("verify_tallies")

    a_city()
    a_city()

    assert Consultation.objects.published().count() == 3
    assert Proposal.objects.count() == 81
    assert command("verify_tallies", "--check") == "Every stored number is what was counted.\n"
    call = Consultation.objects.latest("pk")
    assert open_for(call.phases.all(), Act.SUPPORT, timezone.now())
    proposal = Proposal.objects.select_related("consultation").latest("pk")
    give_support(person=amara, proposal=proposal)
    chidi = a_person("Chidi")
    assert chidi.pk > Person.objects.filter(display_name__startswith="Resident").latest("pk").pk


def test_one_proposal_and_nothing_else_is_a_city_too():
    a_city(1, 0, 0)

    assert Counters.objects.values_list("supports", "last_point_id").get() == (0, 0)


def test_supports_without_a_proposal_are_refused():
    with pytest.raises(CommandError, match="at least one proposal"):
        a_city(0, 10, 0)


def test_shares_fall_and_together_are_all_there_is():
    parts = shares(1_000, 30)

    assert sum(parts) == 1_000
    assert parts == sorted(parts, reverse=True)
    assert parts[0] > 3 * parts[-1]


def test_turns_visit_every_share_and_rounds_begin_where_they_say():
    parts = [4, 2, 2, 1]

    turns = list(in_turns(parts))

    assert sorted(turns) == [(n, turn) for n in range(4) for turn in range(parts[n])]
    begins = first_rows(parts)
    assert [turns.index((n, turn)) for n, turn in turns] == [begins[t] + n for n, t in turns]


def test_a_stride_comes_back_only_after_everybody():
    for people in (1, 2, 7, 199, 200, 1_000):
        step = stride(people)
        assert len({place * step % people for place in range(people)}) == people
