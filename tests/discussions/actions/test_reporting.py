"""Reports, from anybody."""

import pytest

from discussions.actions import claim_item, decide, post_point, release_item, report_item
from discussions.addresses import public_item_at
from discussions.flooding import TooMany, count_report
from discussions.models import Report
from discussions.queries.reports import queue_of, waiting_for
from discussions.topics import desk_snapshots
from intake.errors import BadInput
from live.topics import versions
from people.verdicts import Refused, Stale

pytestmark = pytest.mark.django_db


@pytest.fixture
def point(chidi, proposal):
    return post_point(person=chidi, proposal=proposal, kind="against", body="Old V. lives there.")


def report(item, **fields):
    return report_item(
        item=item,
        **{
            "reason": "insult",
            "facts": "Unkind and untrue.",
            "good_faith": True,
            "address": "192.0.2.1",
        }
        | fields,
    )


def test_somebody_without_an_account_reports_and_the_desk_hears_of_it(point, consultation):
    before = versions([f"desk.{consultation.pk}"])
    kept, is_new = report(point, email="Dana@Example.org")
    assert is_new
    assert (kept.point, kept.proposal, kept.consultation) == (point, None, consultation)
    assert (kept.reason, kept.email, kept.person) == ("insult", "dana@example.org", None)
    assert "192.0.2.1" not in str(vars(kept))
    assert len(kept.receipt) == 14
    after = versions([f"desk.{consultation.pk}"])
    assert after[f"desk.{consultation.pk}"] == before[f"desk.{consultation.pk}"] + 1


def test_the_same_reporter_gets_the_same_receipt_and_others_their_own(point, proposal, amara):
    first, _ = report(point)
    again, is_new = report(point, facts="And again.")
    assert (again, is_new) == (first, False)
    assert report(point, address="192.0.2.2")[1]
    assert report(point, person=amara)[1]
    assert not report(point, person=amara, address="192.0.2.9")[1]
    assert report(proposal)[1]
    assert Report.objects.count() == 4


def test_after_a_decision_the_same_person_may_report_again(bo, point):
    first, _ = report(point)
    decide(person=bo, item=point, kind="dismiss", facts="Harsh, but allowed.")
    again, is_new = report(point)
    assert is_new
    assert again.receipt != first.receipt


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"reason": "boring"}, "reason"),
        ({"facts": " "}, "description"),
        ({"facts": "x" * 2001}, "description"),
        ({"good_faith": False}, "good_faith"),
        ({"good_faith": "yes"}, "good_faith"),
        ({"email": "nobody"}, "email"),
    ],
)
def test_a_report_that_lacks_something_says_what(point, fields, field):
    with pytest.raises(BadInput) as trouble:
        report(point, **fields)
    assert trouble.value.field == field
    assert not Report.objects.exists()


def test_a_flood_from_one_address_is_stopped_for_an_hour(settings):
    settings.REPORTS_AN_HOUR = 3
    for _time in range(3):
        count_report("192.0.2.1", now=7_260)
    with pytest.raises(TooMany) as trouble:
        count_report("192.0.2.1", now=7_260)
    assert trouble.value.seconds == 3_540
    with pytest.raises(TooMany):  # a neighbour's address is counted with it
        count_report("192.0.2.2", now=7_260)
    count_report("192.0.3.1", now=7_260)
    count_report("192.0.2.1", now=10_801)


def test_addresses_lead_to_public_items_alone(point, proposal, bo, clause, settings):
    settings.ALLOWED_HOSTS = ["city.example.org"]
    for address in (
        f"/points/{point.pk}/",
        f"https://city.example.org/points/{point.pk}/",
        f"/proposals/{proposal.pk}-anything/#point-{point.pk}",
        f"https://city.example.org:8443{proposal.get_absolute_url()}points/?kind=against#point-{point.pk}",
    ):
        assert public_item_at(address) == point, address
    for address in (
        proposal.get_absolute_url(),
        f"/proposals/{proposal.pk}/",
        f" /proposals/{proposal.pk}",
    ):
        assert public_item_at(address) == proposal, address
    for address in (
        "",
        "/",
        "//",
        "http://[",
        f"https://elsewhere.example.net/points/{point.pk}/",
        "/points/0/",
        "/points/99999999999999999999/",
        f"/points/{point.pk}/x/",
        f"/proposals/{proposal.pk}x/",
    ):
        assert public_item_at(address) is None, address
    decide(person=bo, item=point, kind="hide", clause=clause, facts="It names a person.")
    assert public_item_at(f"/points/{point.pk}/") is None


def test_the_queue_names_each_item_once_oldest_first(amara, chidi, bo, point, proposal):
    report(point)
    report(proposal)
    report(point, address="192.0.2.2")
    rows = queue_of(bo)
    assert [(row.point, row.proposal) for row in rows] == [(point, None), (None, proposal)]
    assert [row.reports_of_point or row.reports_of_proposal for row in rows] == [2, 1]
    assert queue_of(bo, after=rows[0].pk)[0].proposal == proposal
    waiting = waiting_for(bo)
    assert (waiting.items, waiting.oldest) == (2, rows[0].made)
    assert queue_of(chidi) == []
    assert waiting_for(chidi).items == 0


def test_the_desk_shows_what_waits_and_who_is_on_it(bo, ewa, point, consultation):
    kept, _ = report(point)
    claim = claim_item(person=bo, item=point)
    assert desk_snapshots([consultation.pk]) == {
        consultation.pk: {
            "reports_waiting": 1,
            "oldest": kept.made.isoformat(),
            "last_id": kept.pk,
            "items": [f"point-{point.pk}"],
            "claims": [
                {
                    "id": f"point-{point.pk}",
                    "by": bo.pk,
                    "name": "Bo",
                    "until": claim.until.isoformat(),
                }
            ],
        }
    }
    with pytest.raises(Stale, match="Bo is on this until"):
        claim_item(person=ewa, item=point)
    with pytest.raises(Stale, match="Bo is on this until"):
        decide(person=ewa, item=point, kind="dismiss", facts="Fine.")
    release_item(person=ewa, item=point)
    assert desk_snapshots([consultation.pk])[consultation.pk]["claims"] != []
    release_item(person=bo, item=point)
    assert desk_snapshots([consultation.pk])[consultation.pk]["claims"] == []
    assert claim_item(person=ewa, item=point).by == ewa


def test_a_claim_ends_by_itself(bo, ewa, point, consultation):
    from django.utils import timezone

    claim = claim_item(person=bo, item=point)
    claim.until = timezone.now()
    claim.save()
    report(point)
    assert desk_snapshots([consultation.pk])[consultation.pk]["claims"] == []
    assert claim_item(person=ewa, item=point).by == ewa


def test_only_moderators_of_the_place_claim_and_nobody_her_own(bo, chidi, point, proposal):
    with pytest.raises(Refused):
        claim_item(person=chidi, item=point)
    own = post_point(person=bo, proposal=proposal, kind="for", body="Mine.")
    with pytest.raises(Refused, match="You wrote this yourself"):
        claim_item(person=bo, item=own)
