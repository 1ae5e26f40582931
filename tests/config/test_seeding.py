"""Founding Lindhaven in an empty database, and what `manage.py seed_demo` promises."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from config.demo.seeding import seed
from consultations.models import Consultation, Phase, Place
from discussions.models import Point, Reaction
from people.models import Demonstration, Person
from proposals.models import Proposal
from tests.factories import a_person
from voting.models import OpenBallot, Poll, Result, Support

pytestmark = pytest.mark.django_db


def command(name, *words):
    said = StringIO()
    call_command(name, *words, stdout=said)
    return said.getvalue()


def everything():
    tables = (Person, Place, Consultation, Phase, Proposal, Support, Point, Reaction, OpenBallot)
    return {table.__name__: list(table.objects.order_by("pk").values()) for table in tables}


def test_the_city_is_founded_with_people_proposals_points_and_supports():
    said = command("seed_demo")

    assert "200 people" in said
    assert Person.objects.count() == 200
    assert Proposal.objects.count() >= 60
    assert Point.objects.count() >= 150
    assert Support.objects.count() >= 3_000
    assert Consultation.objects.published().count() == 7
    assert Demonstration.objects.get().seeded_on == timezone.localdate()


def test_seeding_twice_on_one_day_changes_nothing():
    command("seed_demo")
    before = everything()

    said = command("seed_demo")

    assert "stands" in said
    assert everything() == before


def test_a_real_city_is_never_touched():
    a_person("Dana")

    with pytest.raises(CommandError, match="no demonstration"):
        command("seed_demo")

    assert Person.objects.count() == 1
    assert not Demonstration.objects.exists()


def test_on_a_later_day_what_lay_ahead_still_lies_ahead():
    today = timezone.localdate()
    seed(today - timedelta(days=40))
    before = {phase.pk: (phase.opens, phase.closes) for phase in Phase.objects.all()}
    then = timezone.now() - timedelta(days=40)

    said = seed(today)

    assert "40 days" in said
    for phase in Phase.objects.all():
        opened, closed = before[phase.pk]
        ahead = closed > then + timedelta(days=1)
        shift = (timezone.localdate(phase.closes) - timezone.localdate(closed)).days
        assert shift == (40 if ahead else 0), phase.name
        assert phase.opens >= opened
    now = timezone.now()
    assert Phase.objects.filter(
        consultation__slug="a-first-job-within-reach",
        opens__lte=now,
        closes__gt=now,
        takes_proposals=True,
        takes_support=True,
        takes_points=True,
    ).exists()
    assert Poll.objects.filter(opens__lte=now, closes__gt=now).count() == 2
    assert seed(today).startswith("The demonstration stands")


def test_once_a_poll_was_counted_its_end_stays_where_it_was():
    today = timezone.localdate()
    seed(today - timedelta(days=40))
    poll = Poll.objects.filter(kind="yes-no").get()
    Result.objects.create(poll=poll, facts={}, counted=poll.closes)
    voting = Phase.objects.get(consultation=poll.consultation, takes_votes=True)

    seed(today)

    poll.refresh_from_db()
    assert Phase.objects.get(pk=voting.pk).closes == voting.closes
    assert poll.closes < timezone.now()
