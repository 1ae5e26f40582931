"""Points, reactions, reports and decisions over the API, as others rely on them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from consultations.models import Phase
from discussions.actions import decide, post_point, react, report_item
from discussions.models import Decision, Point, Reaction, Report, Statement
from people.tokens import make_token
from proposals.actions import hide_proposal
from tests.factories import a_consultation, a_person, appoint

pytestmark = pytest.mark.django_db


def api(person=None) -> APIClient:
    client = APIClient(enforce_csrf_checks=True)
    if person is not None:
        client.credentials(HTTP_AUTHORIZATION=f"Token {make_token(person)}")
    return client


@pytest.fixture
def point(chidi, proposal):
    return post_point(person=chidi, proposal=proposal, kind="against", body="Old V. lives there.")


def send(client, method, path, body=None):
    response = getattr(client, method)(f"/api/v1/{path}", body, format="json")
    return response.status_code, (response.json() if response.content else None)


def a_report(item, **fields):
    body = {
        "url": item.get_absolute_url(),
        "reason": "insult",
        "facts": "Rude.",
        "good_faith": True,
    }
    return body | fields


def test_chidi_posts_a_point_and_a_reply(chidi, proposal):
    status, point = send(
        api(chidi), "post", f"proposals/{proposal.pk}/points/", {"kind": "for", "body": "Shade!"}
    )
    assert status == 201
    assert point == {
        "id": point["id"],
        "url": f"/points/{point['id']}/",
        "proposal": proposal.pk,
        "parent": None,
        "kind": "for",
        "body": "Shade!",
        "author": "Chidi",
        "language": "en",
        "official": False,
        "posted": point["posted"],
        "replies_count": 0,
        "reaction": None,
        "totals": None,
        "hidden": None,
        "edited": None,
        "withdrawn": None,
        "statement": None,
    }
    status, reply = send(
        api(chidi),
        "post",
        f"proposals/{proposal.pk}/points/",
        {"kind": "against", "body": "And water.", "parent": point["id"]},
    )
    assert (status, reply["parent"], reply["kind"]) == (201, point["id"], "for")
    status, listed = send(api(), "get", f"proposals/{proposal.pk}/points/")
    assert [row["id"] for row in listed["results"]] == [point["id"]]
    assert listed["results"][0]["replies_count"] == 1
    assert set(listed) == {"results", "next", "previous"}
    status, listed = send(api(), "get", f"proposals/{proposal.pk}/points/?parent={point['id']}")
    assert [row["id"] for row in listed["results"]] == [reply["id"]]
    assert send(api(), "get", f"points/{reply['id']}/") == (200, reply)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"body": "Shade!"}, "kind"),
        ({"kind": "both", "body": "Shade!"}, "kind"),
        ({"kind": "for"}, "body"),
        ({"kind": "for", "body": "\u200b "}, "body"),
        ({"kind": "for", "body": "x" * 501}, "body"),
        ({"kind": "for", "body": ["x"]}, "body"),
        ({"kind": "for", "body": "x", "parent": 999}, "parent"),
        ({"kind": "for", "body": "x", "parent": 2**50}, "parent"),
    ],
)
def test_a_bad_point_is_answered_by_field(chidi, proposal, body, field):
    status, trouble = send(api(chidi), "post", f"proposals/{proposal.pk}/points/", body)
    assert status == 400
    assert list(trouble["fields"]) == [field]
    assert trouble["detail"]
    assert not Point.objects.exists()


def test_refusals_are_sentences(chidi, proposal, point):
    body = {"kind": "for", "body": "Shade!"}
    path = f"proposals/{proposal.pk}/points/"
    status, trouble = send(api(), "post", path, body)
    assert (status, trouble["code"]) == (401, "sign-in")
    assert send(api(), "put", f"points/{point.pk}/reaction/", {"value": "agree"})[0] == 401
    Phase.objects.update(closes=timezone.now())
    status, trouble = send(api(chidi), "post", path, body)
    assert (status, trouble["code"]) == (403, "closed")
    assert "closed on" in trouble["detail"]
    status, trouble = send(api(chidi), "put", f"points/{point.pk}/reaction/", {"value": "agree"})
    assert (status, trouble["code"]) == (403, "closed")
    for path in ("proposals/999/points/", f"proposals/{10**30}/points/"):
        assert send(api(chidi), "post", path, body)[0] == 404
        assert send(api(chidi), "get", path)[0] == 404


def test_a_reaction_is_put_twice_changed_and_deleted(amara, chidi, point):
    path = f"points/{point.pk}/reaction/"
    react(person=amara, point=point, value="agree")
    assert send(api(chidi), "get", f"points/{point.pk}/")[1]["totals"] is None
    for _time in range(2):
        status, shown = send(api(chidi), "put", path, {"value": "disagree"})
        assert (status, shown["reaction"]) == (200, "disagree")
        assert shown["totals"] == {"agree": 1, "disagree": 1, "pass": 0}
    assert send(api(chidi), "put", path, {"value": "pass"})[1]["totals"]["pass"] == 1
    assert send(api(chidi), "put", path, {"value": "love"})[0] == 400
    assert send(api(chidi), "delete", path)[1]["totals"] is None
    assert send(api(chidi), "delete", path)[0] == 200
    assert Reaction.objects.count() == 1
    assert send(api(), "get", f"points/{point.pk}/")[1]["totals"] is None


def test_anybody_reports_and_gets_a_receipt(point, proposal):
    status, kept = send(api(), "post", "reports/", a_report(point, email="dana@example.org"))
    assert status == 201
    report = Report.objects.get()
    assert kept == {
        "id": report.pk,
        "receipt": report.receipt,
        "url": f"/report/{report.receipt}/",
    }
    again = send(api(), "post", "reports/", a_report(point, email="dana@example.org"))
    assert again == (200, kept)
    whole = f"http://testserver{proposal.get_absolute_url()}"
    assert send(api(), "post", "reports/", a_report(proposal, url=whole))[0] == 201


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"url": "/somewhere/"}, "url"),
        ({"url": "https://elsewhere.example.net/points/1/"}, "url"),
        ({"url": ""}, "url"),
        ({"reason": "boring"}, "reason"),
        ({"facts": " "}, "facts"),
        ({"good_faith": False}, "good_faith"),
        ({"good_faith": None}, "good_faith"),
        ({"email": "nobody"}, "email"),
    ],
)
def test_a_bad_report_is_answered_by_field(point, fields, field):
    status, trouble = send(api(), "post", "reports/", a_report(point, **fields))
    assert status == 400
    assert list(trouble["fields"]) == [field]
    assert not Report.objects.exists()


def test_what_is_hidden_and_what_never_was_are_reported_alike(bo, clause, point):
    unknown = send(api(), "post", "reports/", a_report(point, url="/points/999999/"))
    decide(person=bo, item=point, kind="hide", clause=clause, facts="Private.")
    assert send(api(), "post", "reports/", a_report(point)) == unknown
    assert unknown[0] == 400


def test_a_flood_of_reports_is_told_when_to_come_again(point, settings):
    settings.REPORTS_AN_HOUR = 2
    for number in range(2):
        body = a_report(point, email=f"dana{number}@example.org")
        assert send(api(), "post", "reports/", body)[0] == 201
    response = api().post("/api/v1/reports/", a_report(point), format="json")
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    assert response.json()["detail"]


def test_the_queue_is_for_moderators_and_says_nothing_of_who_reported(bo, chidi, point):
    send(api(chidi), "post", "reports/", a_report(point, email="chidi@example.org"))
    report = Report.objects.get()
    status, listed = send(api(bo), "get", "reports/")
    assert status == 200
    assert listed["results"] == [
        {
            "id": report.pk,
            "url": f"/desk/items/point-{point.pk}/",
            "item": f"/points/{point.pk}/",
            "consultation": report.consultation_id,
            "reason": "insult",
            "facts": "Rude.",
            "made": listed["results"][0]["made"],
        }
    ]
    assert send(api(), "get", "reports/")[0] == 401
    assert send(api(chidi), "get", "reports/")[0] == 403
    elsewhere = a_person("Ewa")
    appoint(elsewhere, consultation=a_consultation())
    assert send(api(elsewhere), "get", "reports/")[1]["results"] == []


def test_bo_hides_by_report_and_restores_by_address(bo, chidi, clause, point):
    report = report_item(item=point, reason="insult", facts="Rude.", good_faith=True)[0]
    status, decision = send(
        api(bo),
        "post",
        "decisions/",
        {"report": report.pk, "kind": "hide", "clause": "4", "facts": "It names a person."},
    )
    assert status == 201
    statement = Statement.objects.get()
    assert decision["id"] == Decision.objects.get().pk
    assert (decision["kind"], decision["clause"], decision["item"]) == ("hide", "4", "point")
    assert decision["reasons"] == ["insult"]
    assert decision["statement"]["id"] == statement.pk
    assert decision["statement"]["facts"] == "It names a person."
    assert "complain until" in decision["statement"]["complain"]
    assert send(api(), "get", f"points/{point.pk}/")[0] == 404
    assert send(api(bo), "get", f"points/{point.pk}/")[0] == 404
    assert send(api(), "get", f"proposals/{point.proposal_id}/points/")[1]["results"] == []
    status, own = send(api(chidi), "get", f"points/{point.pk}/")
    assert (status, own["body"]) == (200, "Old V. lives there.")
    assert own["statement"] == f"/statements/{statement.pk}/"
    status, public = send(api(), "get", f"decisions/{decision['id']}/")
    assert "facts" not in public["statement"]
    assert send(api(chidi), "get", f"decisions/{decision['id']}/")[1]["statement"]["facts"]
    status, restored = send(
        api(bo),
        "post",
        "decisions/",
        {"url": f"/points/{point.pk}/", "kind": "restore", "facts": "A slip."},
    )
    assert (status, restored["statement"]) == (201, None)
    assert send(api(), "get", f"points/{point.pk}/")[0] == 200
    status, log = send(api(), "get", "decisions/")
    assert [row["kind"] for row in log["results"]] == ["restore", "hide"]
    assert "Bo" not in str(log)
    assert "names a person" not in str(log)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": "burn"}, "kind"),
        ({"clause": "99"}, "clause"),
        ({"clause": ""}, "clause"),
        ({"facts": ""}, "facts"),
        ({"url": "/points/999999/"}, "url"),
        ({"url": "/somewhere/"}, "url"),
        ({"report": 1}, "url"),
    ],
)
def test_a_bad_decision_is_answered_by_field(bo, clause, point, fields, field):
    body = {"url": point.get_absolute_url(), "kind": "hide", "clause": "4", "facts": "Private."}
    status, trouble = send(api(bo), "post", "decisions/", body | fields)
    assert status == 400
    assert list(trouble["fields"]) == [field]
    assert not Decision.objects.exists()


def test_decisions_are_refused_to_others_and_told_when_stale(bo, chidi, clause, point, proposal):
    body = {"url": point.get_absolute_url(), "kind": "hide", "clause": "4", "facts": "Private."}
    assert send(api(), "post", "decisions/", body)[0] == 401
    assert send(api(chidi), "post", "decisions/", body)[0] == 403
    elsewhere = a_person("Ewa")
    appoint(elsewhere, consultation=a_consultation())
    assert send(api(elsewhere), "post", "decisions/", body)[0] == 400
    own = post_point(person=bo, proposal=proposal, kind="for", body="Mine.")
    status, trouble = send(api(bo), "post", "decisions/", body | {"url": own.get_absolute_url()})
    assert (status, trouble["code"]) == (403, "own-item")
    status, trouble = send(api(bo), "post", "decisions/", body | {"kind": "restore"})
    assert (status, trouble["code"]) == (409, "not-hidden")
    assert not Decision.objects.exists()


def test_points_of_a_hidden_proposal_are_nowhere(proposal, point):
    hide_proposal(proposal, timezone.now())
    assert send(api(), "get", f"points/{point.pk}/")[0] == 404
    assert send(api(), "get", f"proposals/{proposal.pk}/points/")[0] == 404


def test_a_list_of_points_asks_as_much_for_one_as_for_many(amara, chidi, proposal):
    client, asked = api(chidi), []
    for number in range(3):
        post_point(person=chidi, proposal=proposal, kind="for", body=f"Shade {number}!")
        with CaptureQueriesContext(connection) as queries:
            send(client, "get", f"proposals/{proposal.pk}/points/")
        asked.append(len(queries))
    assert asked[0] == asked[2]
