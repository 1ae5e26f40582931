"""Lindhaven as it stands in a database: true, in order, and open to whoever tries it."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import check_password
from django.core.management import call_command
from django.utils import timezone

from consultations.contradictions import troubles_of
from consultations.models import Appointment, Consultation, Phase
from discussions.models import Decision, Point, Reaction, Report, Statement
from intake.search import matching
from people.demonstration import PASSWORD, SIGN_INS
from people.models import Notice, Person
from people.notices import phrases
from people.told import lines_of
from proposals.models import Answer, Proposal
from voting.models import OpenBallot, Result, Support

pytestmark = pytest.mark.usefixtures("lindhaven")


def command(name, *words):
    said = StringIO()
    call_command(name, *words, stdout=said)
    return said.getvalue()


def test_every_stored_number_is_true():
    assert command("verify_tallies", "--check") == "Every stored number is what was counted.\n"


def test_only_the_twelve_published_sign_ins_have_a_password_and_all_addresses_are_confirmed():
    twelve = Person.objects.filter(email__endswith="@example.org")
    assert {person.email for person in twelve} == set(SIGN_INS)
    assert all(check_password(PASSWORD, person.password) for person in twelve)
    others = Person.objects.exclude(email__endswith="@example.org")
    assert not any(person.has_usable_password() for person in others)
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == 200


def test_roles_are_given_on_the_root_of_the_places():
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
    hidden = Point.objects.filter(hidden__isnull=False)
    assert hidden.count() == 2
    assert Statement.objects.count() == Decision.objects.count() == 2
    assert {d.point_id for d in Decision.objects.all()} == {point.pk for point in hidden}
    assert Report.objects.filter(decision__isnull=True).count() == 3


def test_the_eastside_vote_is_counted_in_the_order_its_answers_speak_of():
    result = Result.objects.get()
    votes = [option["votes"] for option in result.facts["options"]]
    assert votes == sorted(votes, reverse=True)
    assert len(set(votes)) == len(votes)
    assert result.facts["cast"] == 139


def test_every_consultation_could_have_been_published_as_it_stands():
    published = Consultation.objects.published()
    assert [troubles_of(each, each.published) for each in published] == [[]] * 7


def test_an_organiser_finds_a_draft_with_something_left_to_do():
    draft = Consultation.objects.drafts().get()
    assert {trouble.task for trouble in troubles_of(draft, timezone.now())} == {
        "participants",
        "phases",
        "promise",
        "departments",
    }


def test_people_were_told_what_concerns_them_and_the_sentences_can_be_read():
    events = set(Notice.objects.values_list("event", flat=True))
    assert events == {
        "proposal.version-published",
        "proposal.submitted",
        "point.replied",
        "answer.published",
        "phase.opened",
    }
    assert events <= set(phrases)
    jonas = Person.objects.get(email="citizen2@example.org")
    told = Notice.objects.filter(person=jonas, event="point.replied")
    assert [line.quote.by for line in lines_of(told)] == ["Ilse Brandt"]
    assert not Notice.objects.filter(letter_key="").exists(), "nobody is mailed what is past"


def test_texts_of_the_city_are_found():
    found = matching(Proposal.objects.all(), "shade market square")
    assert [proposal.title for proposal in found] == [
        "Shade for the market square before next summer"
    ]
    assert matching(Point.objects.all(), "trumpet").count() == 1
    assert matching(Consultation.objects.all(), "short stay flats").count() == 1
