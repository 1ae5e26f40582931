"""The session ends while somebody writes: after signing in she is back, and so are her words."""

import pytest

from tests.journeys.conftest import PASSWORD
from tests.journeys.routes import landmarks_now

pytestmark = pytest.mark.journey

WORDS = "Plane trees give shade that one can sit in."


def goes_on_after_the_session_ended(page, account: str, button: str) -> None:
    """Her cookie has run out; she sends, signs in, and goes on."""
    page.context.clear_cookies(name="session")
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/account/login/**")
    page.locator("input[name=login]:visible").first.fill(f"{account}@example.org")
    page.locator("input[name=password]:visible").first.fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/account/login" not in url)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def writer(visitor, request):
    """`writer("citizen1")`: her page, with scripts and once more without."""
    return lambda account: visitor(account, java_script_enabled=request.param)


def test_a_proposal_is_not_lost(writer, city):
    page = writer("citizen3")
    here = f"/consultations/{landmarks_now(city)['consultation']}/proposals/new/text/"
    page.goto(here)
    page.locator("textarea").first.fill(WORDS)
    goes_on_after_the_session_ended(page, "citizen3", "Go on")
    assert page.url.endswith(here)
    assert page.locator("textarea").first.input_value() == WORDS


def test_a_point_is_not_lost(writer, city):
    page = writer("citizen3")
    here = f"/proposals/{landmarks_now(city)['proposal']}/points/new/"
    page.goto(f"{here}?kind=for")
    page.get_by_label("A point against it").check()
    page.locator("textarea").first.fill(WORDS)
    goes_on_after_the_session_ended(page, "citizen3", "Publish it")
    assert page.url.endswith(here)
    assert page.locator("textarea").first.input_value() == WORDS
    assert page.get_by_label("A point against it").is_checked()


def test_a_reply_is_not_lost_and_is_sent_once(writer, city):
    page = writer("citizen3")
    page.goto(f"/proposals/{landmarks_now(city)['proposal']}/")
    thread = page.locator("[id^=point-]").first.get_attribute("id")
    page.goto(f"/points/{thread.removeprefix('point-')}/")
    page.locator("textarea").first.fill(WORDS)
    goes_on_after_the_session_ended(page, "citizen3", "Publish the reply")
    assert page.url.endswith("#write")
    assert page.locator("textarea").first.input_value() == WORDS
    assert page.get_by_text(WORDS).and_(page.locator("p")).count() == 0, "nothing was published"
    page.reload()
    assert page.locator("textarea").first.input_value() == "", "shown once"


def test_an_answer_of_the_city_is_not_lost(writer, city):
    page = writer("evaluator")
    here = f"/proposals/{landmarks_now(city)['unanswered']}/answer/"
    page.goto(here)
    page.locator("textarea[name=because]").fill(WORDS)
    goes_on_after_the_session_ended(page, "evaluator", "Check")
    assert here in page.url
    assert page.locator("textarea[name=because]").input_value() == WORDS


def test_a_decision_is_not_lost(writer, city):
    page = writer("moderator")
    here = f"/desk/items/point-{landmarks_now(city)['reported_point']}/"
    page.goto(here)
    page.get_by_label("No rule is broken").check()
    page.locator("textarea[name=facts]").fill(WORDS)
    goes_on_after_the_session_ended(page, "moderator", "Go on: read the letter first")
    assert page.url.endswith(here)
    assert page.locator("textarea[name=facts]").input_value() == WORDS
    assert page.get_by_label("No rule is broken").is_checked()


def test_a_report_needs_no_session_at_all(writer, city):
    page = writer("citizen3")
    page.goto(f"/report/?url=/points/{landmarks_now(city)['point']}/")
    page.get_by_label("It is advertising or spam").check()
    page.locator("textarea[name=facts]").fill(WORDS)
    page.locator("input[name=good_faith]").check()
    page.context.clear_cookies(name="session")
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(lambda url: "/report/" in url and "?url" not in url)
    assert "receipt" in page.locator("main").inner_text().lower()
