"""Founding Lindhaven in an empty database, and what `manage.py seed_demo` promises."""

from datetime import timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.utils import timezone

from config.demo.people import PASSWORD
from config.demo.seeding import seed
from consultations.models import Appointment, Consultation, Phase, Place
from discussions.models import Decision, Point, Reaction, Report, Statement
from intake.search import matching
from people.models import Demonstration, Person
from proposals.models import Answer, Proposal
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


def test_every_stored_number_is_true():
    command("seed_demo")

    assert command("verify_tallies", "--check") == "Every stored number is what was counted.\n"


def test_a_real_city_is_never_touched():
    a_person("Dana")

    with pytest.raises(CommandError, match="no demonstration"):
        command("seed_demo")

    assert Person.objects.count() == 1
    assert not Demonstration.objects.exists()


def test_only_the_twelve_published_sign_ins_have_a_password_and_all_addresses_are_confirmed():
    seed()

    twelve = Person.objects.filter(email__endswith="@example.org")
    assert twelve.count() == 12
    assert all(check_password(PASSWORD, person.password) for person in twelve)
    others = Person.objects.exclude(email__endswith="@example.org")
    assert not any(person.has_usable_password() for person in others)
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == 200


def test_roles_are_given_on_the_root_of_the_places():
    seed()

    roots = {appointment.place.parent for appointment in Appointment.objects.all()}
    assert roots == {None}
    assert set(Appointment.objects.values_list("person__email", "role")) == {
        ("moderator@example.org", "moderator"),
        ("moderator2@example.org", "moderator"),
        ("evaluator@example.org", "evaluator"),
        ("organiser@example.org", "organiser"),
        ("organiser2@example.org", "organiser"),
        ("counter@example.org", "counter-officer"),
        ("editor@example.org", "editor"),
    }


def test_nothing_that_happened_lies_ahead():
    seed()
    now = timezone.now()

    for table, column in (
        (Proposal, "posted"),
        (Support, "given"),
        (Point, "posted"),
        (Reaction, "given"),
        (OpenBallot, "cast"),
        (Answer, "published"),
        (Decision, "at"),
        (Report, "made"),
    ):
        assert not table.objects.filter(**{f"{column}__gt": now}).exists(), table


def test_who_can_be_signed_in_as_may_still_act_where_acting_is_open():
    seed()
    taking = Phase.objects.filter(opens__lte=timezone.now(), closes__gt=timezone.now())
    open_to_support = taking.filter(takes_support=True).values("consultation")
    sign_ins = Person.objects.filter(email__endswith="@example.org")

    assert open_to_support.exists()
    assert not Support.objects.filter(
        person__in=sign_ins, proposal__consultation__in=open_to_support
    ).exists()
    assert not OpenBallot.objects.filter(
        person__in=sign_ins, poll__closes__gt=timezone.now()
    ).exists()


def test_hidden_points_have_exactly_one_statement_and_reports_wait_at_the_desk():
    seed()

    hidden = Point.objects.filter(hidden__isnull=False)
    assert hidden.count() == 2
    assert Statement.objects.count() == Decision.objects.count() == 2
    assert {d.point_id for d in Decision.objects.all()} == {point.pk for point in hidden}
    assert Report.objects.filter(decision__isnull=True).count() == 3


def test_the_eastside_vote_is_counted_in_the_order_its_answers_speak_of():
    seed()

    result = Result.objects.get()
    votes = [option["votes"] for option in result.facts["options"]]
    assert votes == sorted(votes, reverse=True)
    assert len(set(votes)) == len(votes)
    assert result.facts["cast"] == 139


def test_texts_of_the_city_are_found():
    seed()

    found = matching(Proposal.objects.all(), "shade market square")
    assert [proposal.title for proposal in found] == [
        "Shade for the market square before next summer"
    ]
    assert matching(Point.objects.all(), "trumpet").count() == 1
    assert matching(Consultation.objects.all(), "short stay flats").count() == 1


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
