"""What is pressed by many fingers at the same moment happens once."""

import threading

import pytest
from django.db import connections

from discussions.actions import claim_item, decide, post_point, report_item
from discussions.models import Claim, Decision, Point, Report, Statement
from people.verdicts import Stale
from proposals.models import Counters, Proposal
from tests.factories import a_person, appoint

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts) -> list:
    """Run the acts together; what each returned or raised."""
    barrier, outcomes = threading.Barrier(len(acts)), []

    def run(act):
        try:
            barrier.wait(30)
            outcomes.append(act())
        except Exception as trouble:
            outcomes.append(trouble)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_a_point_sent_by_eight_fingers_stands_once(chidi, proposal):
    def post():
        mine = Proposal.objects.select_related("consultation").get(pk=proposal.pk)
        return post_point(person=chidi, proposal=mine, kind="for", body="Shade!")

    assert set(at_once([post] * 8)) == {Point.objects.get()}
    assert Counters.objects.get(proposal=proposal).points_for == 1


def test_a_report_sent_by_eight_fingers_is_one(chidi, proposal):
    point = post_point(person=chidi, proposal=proposal, kind="for", body="Spam!")

    def report():
        return report_item(
            item=point, reason="spam", facts="Spam.", good_faith=True, email="dana@example.org"
        )[0]

    assert set(at_once([report] * 8)) == {Report.objects.get()}


def test_four_moderators_who_hide_at_once_write_one_statement(chidi, clause, proposal):
    point = post_point(person=chidi, proposal=proposal, kind="for", body="Spam!")
    moderators = [a_person(f"Bo {number}") for number in range(4)]
    for person in moderators:
        appoint(person, place=proposal.consultation.place)

    def hiding(person):
        mine = Point.objects.select_related("proposal__consultation", "author").get(pk=point.pk)
        return lambda: decide(person=person, item=mine, kind="hide", clause=clause, facts="Spam.")

    outcomes = at_once([hiding(person) for person in moderators])
    assert [type(one) for one in outcomes if isinstance(one, Exception)] == [Stale] * 3
    assert Decision.objects.count() == Statement.objects.count() == 1
    assert Counters.objects.get(proposal=proposal).points_for == 0


def test_of_four_moderators_who_claim_at_once_one_holds_it(chidi, proposal):
    point = post_point(person=chidi, proposal=proposal, kind="for", body="Spam!")
    moderators = [a_person(f"Bo {number}") for number in range(4)]
    for person in moderators:
        appoint(person, place=proposal.consultation.place)
    outcomes = at_once(
        [lambda person=person: claim_item(person=person, item=point) for person in moderators]
    )
    assert len([one for one in outcomes if isinstance(one, Stale)]) == 3
    assert Claim.objects.get() in outcomes
