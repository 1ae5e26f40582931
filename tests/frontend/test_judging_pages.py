"""Reporting without an account, the moderators' queue, judging, and what everybody reads of it."""

import re

import pytest
from django.test import Client

from discussions.actions import claim_item, decide, post_point
from discussions.models import Claim, Decision, Report, Statement
from discussions.queries.reports import QUEUE_PAGE
from people.models import Letter
from tests.factories import a_consultation, a_person, a_proposal, an_open_consultation, appoint

pytestmark = pytest.mark.django_db

REPORT = {"reason": "personal-data", "facts": "It says where my father lives.", "good_faith": "on"}


def text_of(response) -> str:
    return response.content.decode()


def test_dana_reports_without_an_account_and_reads_what_became_of_it(client, bo, clause, point):
    page = client.get(f"/report/?url={point.get_absolute_url()}")
    assert "Old V. lives there." in text_of(page)
    assert 'type="hidden" name="url"' in text_of(page)
    response = client.post("/report/", REPORT | {"url": point.get_absolute_url()})
    kept = Report.objects.get()
    assert response["Location"] == f"/report/{kept.receipt}/"
    page = text_of(client.get(response["Location"]))
    assert "with the moderators" in page
    assert "Old V." not in page
    again = client.post("/report/", REPORT | {"url": point.get_absolute_url()})
    assert "We have your report already" in text_of(client.get(again["Location"]))
    decide(person=bo, item=point, kind="hide", clause=clause, facts="Private.")
    page = text_of(client.get(f"/report/{kept.receipt.lower()}/"))
    assert "It was hidden, under house rule 4" in page
    assert "Old V." not in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"reason": ""}, "Choose what is wrong with it."),
        ({"facts": " "}, "Say what exactly is wrong; one sentence is enough."),
        ({"facts": "x" * 2005}, "Shorten the description by 5 characters."),
        ({"good_faith": ""}, "Confirm that you believe what you report to be true."),
        ({"email": "nobody"}, "Write the e-mail address like name@example.org"),
        ({"url": "/somewhere/"}, "There is no public proposal or point at this address."),
        ({"url": ""}, "Write the address of what you want to report."),
    ],
)
def test_a_report_that_lacks_something_is_kept_and_says_what(client, point, sent, sentence):
    page = text_of(client.post("/report/", REPORT | {"url": point.get_absolute_url()} | sent))
    assert page.count(sentence) == 2
    assert "<title>Error: " in page
    assert (sent.get("facts") or REPORT["facts"]).strip() in page
    assert not Report.objects.exists()


def test_the_report_page_answers_alike_for_hidden_and_for_nothing(client, hide, point):
    hide(point)
    hidden = text_of(client.get(f"/report/?url=/points/{point.pk}/"))
    never = text_of(client.get("/report/?url=/points/99999/"))
    masked = hidden.replace(f"/points/{point.pk}/", "/points/99999/")
    assert without_token(masked) == without_token(never)
    assert client.get("/report/ABCD-EFGH-JKMN/").status_code == 404


def without_token(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_a_flood_is_told_when_to_come_again(client, point, proposal, settings):
    settings.REPORTS_AN_HOUR = 1
    client.post("/report/", REPORT | {"url": point.get_absolute_url()})
    page = text_of(client.post("/report/", REPORT | {"url": proposal.get_absolute_url()}))
    assert "Many reports came from your connection. Send this one again in" in page
    assert Report.objects.count() == 1


def test_bo_works_through_the_queue(browser_of, bo, chidi, clause, point, proposal, report):
    browser = browser_of(bo)
    assert "Nothing waits to be judged" in text_of(browser.get("/desk/reports/"))
    report(point)
    report(point, address="192.0.2.7")
    report(proposal)
    page = browser.get("/desk/reports/")
    assert [row["id"] for row in page.context["items"]] == [
        f"point-{point.pk}",
        f"proposal-{proposal.pk}",
    ]
    assert "(2 reports)" in text_of(page)
    item = f"/desk/items/point-{point.pk}/"
    browser.post(f"{item}claim/")
    assert Claim.objects.get().by == bo
    page = text_of(browser.get(item))
    assert "Old V. lives there." in page
    assert "You hold this until" in page
    assert "Unkind and untrue." in page
    assert "Rule number 4." in page
    sent = {"choice": "hide:4", "facts": "It tells where a private person lives."}
    check = text_of(browser.post(item, sent))
    assert "What Chidi will read" in check
    assert "It tells where a private person lives." in check
    assert not Decision.objects.exists()
    response = browser.post(f"{item}decision/", sent)
    assert response["Location"] == item
    decision = Decision.objects.get()
    assert (decision.kind, decision.clause, decision.by) == ("hide", clause, bo)
    assert Letter.objects.filter(to=chidi.email).count() == 1
    page = text_of(browser.get(item))
    assert "Should this stay hidden?" in page
    assert "No rule is broken: restore it" in page
    assert "Undo it" in page
    undo = {"choice": "restore", "facts": "Undone within ten minutes."}
    browser.post(f"{item}decision/", undo)
    assert not Letter.objects.filter(to=chidi.email).exists()
    point.refresh_from_db()
    assert point.hidden is None
    assert Statement.objects.count() == 1
    rows = browser.get("/desk/reports/").context["items"]
    assert [row["id"] for row in rows] == [f"proposal-{proposal.pk}"]


def test_ewa_sees_that_bo_is_on_it_and_may_only_read_along(browser_of, bo, ewa, point, report):
    report(point)
    claim_item(person=bo, item=point)
    browser = browser_of(ewa)
    assert "Bo is on this" in text_of(browser.get("/desk/reports/"))
    page = text_of(browser.get(f"/desk/items/point-{point.pk}/"))
    assert "Bo is on this until" in page
    assert 'name="choice"' not in page
    sent = {"choice": "dismiss", "facts": "Fine."}
    response = browser.post(f"/desk/items/point-{point.pk}/decision/", sent)
    assert response.status_code == 409
    assert not Decision.objects.exists()


def test_new_reports_come_as_rows(browser_of, bo, point, proposal, report):
    first = report(point)
    report(proposal)
    desk = point.proposal.consultation_id
    page = text_of(browser_of(bo).get(f"/desk/reports/newer/?desk={desk}&after={first.pk}"))
    assert f'data-row="proposal-{proposal.pk}"' in page
    assert f'data-row="point-{point.pk}"' not in page
    assert "<html" not in page
    other = a_consultation().pk
    assert not text_of(browser_of(bo).get(f"/desk/reports/newer/?desk={other}&after=0")).strip()


def test_new_rows_of_one_desk_come_however_many_wait_at_another(browser_of, bo, point, report):
    crowded = a_proposal(consultation=an_open_consultation(place=point.proposal.consultation.place))
    for number in range(QUEUE_PAGE + 5):
        said = post_point(person=a_person("Chidi"), proposal=crowded, kind="for", body=f"{number}")
        report(said)
    newest = report(point)
    desk = newest.consultation_id
    page = text_of(browser_of(bo).get(f"/desk/reports/newer/?desk={desk}&after=0"))
    assert f'data-row="point-{point.pk}"' in page
    assert page.count("data-row=") == 1


@pytest.mark.parametrize(
    "sent", [{}, {"choice": "hide:99", "facts": "x"}, {"choice": "hide:4", "facts": " "}]
)
def test_a_decision_that_lacks_something_is_not_made(browser_of, bo, clause, point, report, sent):
    report(point)
    for path in ("", "decision/"):
        page = text_of(browser_of(bo).post(f"/desk/items/point-{point.pk}/{path}", sent))
        assert "<title>Error: " in page or not sent
        assert "Something must be mended" in page
    assert not Decision.objects.exists()


def test_the_desk_of_reports_is_closed_to_others(browser_of, client, chidi, point, report):
    report(point)
    stranger = a_person("Stranger")
    appoint(stranger, consultation=a_consultation())
    noor = a_person("Noor")
    appoint(noor, "organiser", place=point.proposal.consultation.place)
    paths = [
        "/desk/reports/",
        "/desk/reports/newer/?desk=1",
        f"/desk/items/point-{point.pk}/",
        "/desk/items/point-999999/",
    ]
    for path in paths:
        assert client.get(path)["Location"].startswith("/account/login/")
        for person in (chidi, noor):
            assert browser_of(person).get(path).status_code == 403, path
    stranger_sees = [browser_of(stranger).get(path).status_code for path in paths]
    assert stranger_sees == [200, 200, 404, 404]
    assert "Old V." not in text_of(browser_of(stranger).get("/desk/reports/"))
    for person in (chidi, noor):
        response = browser_of(person).post(f"/desk/items/point-{point.pk}/claim/")
        assert response.status_code == 403
    assert not Claim.objects.exists()


def test_nobody_judges_her_own_words(browser_of, bo, proposal, report):
    own = post_point(person=bo, proposal=proposal, kind="for", body="Mine.")
    report(own)
    response = browser_of(bo).get(f"/desk/items/point-{own.pk}/")
    assert response.status_code == 403
    assert "somebody else has to decide" in text_of(response)


def test_chidi_reads_his_hidden_words_with_the_reasons_and_others_do_not(
    client, browser_of, chidi, amara, hide, point
):
    hide(point)
    statement = Statement.objects.get()
    for address in (f"/points/{point.pk}/", f"/statements/{statement.pk}/"):
        own = text_of(browser_of(chidi).get(address))
        assert "Old V. lives there." in own
    assert "It tells where a private person lives." in own
    assert "complain until" in own
    for reader in (client, browser_of(amara)):
        for address in (
            f"/points/{point.pk}/",
            f"/statements/{statement.pk}/",
            "/moderation/",
            point.proposal.get_absolute_url(),
        ):
            page = text_of(reader.get(address))
            assert "Old V." not in page
            assert "It tells where" not in page
            assert "Chidi" not in page
            assert "4" in page


def test_the_log_names_date_rule_and_reason_but_nobody(client, bo, hide, point, report):
    report(point)
    hide(point)
    decide(person=bo, item=point, kind="restore", facts="A slip.")
    page = text_of(client.get("/moderation/"))
    assert "4. Clause 4" in page
    assert "It insults or threatens somebody" in page
    assert page.index("Restored") < page.index("Hidden")
    assert not re.search(r"\b(Bo|Chidi)\b", page)
    assert "This decision was reversed" in text_of(
        client.get(f"/statements/{Statement.objects.get().pk}/")
    )


def test_the_queue_asks_as_much_for_one_report_as_for_many(
    browser_of, bo, chidi, proposal, report, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    asked = []
    browser = browser_of(bo)
    for number in range(3):
        report(post_point(person=chidi, proposal=proposal, kind="for", body=f"Spam {number}"))
        with CaptureQueriesContext(connection) as queries:
            browser.get("/desk/reports/")
        asked.append(len(queries))
    assert asked[0] == asked[2] <= 8


def test_a_reader_of_log_and_statement_gets_no_cookie(hide, point):
    hide(point)
    for address in ("/moderation/", f"/statements/{Statement.objects.get().pk}/"):
        response = Client().get(address)
        assert response.status_code == 200
        assert not response.cookies
