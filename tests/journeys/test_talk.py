"""Talking and judging on two screens at once."""

import pytest

from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey


def test_dana_is_offered_what_chidi_writes_and_nothing_moves_before_she_asks(visitor, city):
    number = landmarks(city)["proposal"]
    dana, chidi = visitor(), visitor("citizen4")
    dana.goto(f"/proposals/{number}/")
    points = dana.locator("#points .point[data-id]")
    before = points.count()
    chidi.goto(f"/proposals/{number}/points/new/?kind=against")
    chidi.get_by_label("In your words").fill("Two screens, one point of view.")
    chidi.get_by_role("button", name="Publish it").click()
    chidi.wait_for_url(lambda url: "#point-" in url)
    pill = dana.get_by_role("button", name="Show 1 new point")
    pill.wait_for()
    assert points.count() == before
    pill.click()
    dana.get_by_text("Two screens, one point of view.").wait_for()
    assert points.count() == before + 1
    assert pill.is_hidden()
    assert dana.evaluate("document.activeElement.dataset.id") is not None


def test_a_reaction_changes_in_place_and_shows_the_totals(visitor, city):
    number = landmarks(city)["proposal"]
    chidi = visitor("citizen5")
    chidi.goto(f"/proposals/{number}/")
    first = chidi.locator("#points .reaction").first
    identity = first.get_attribute("id")
    place = chidi.locator(f"#{identity}")
    assert "agree," not in place.inner_text()
    place.get_by_role("button", name="Pass").click()
    place.get_by_text("agree,").wait_for()
    assert place.get_by_role("button", name="Pass").get_attribute("aria-pressed") == "true"
    assert chidi.url.endswith("/") or "#" not in chidi.url
    place.get_by_role("button", name="Pass").click()
    chidi.wait_for_function(
        "(id) => !document.getElementById(id).innerText.includes('agree,')", arg=identity
    )


def test_two_moderators_see_each_other_and_what_comes_in(visitor, city):
    bo, ewa, dana = visitor("moderator"), visitor("moderator2"), visitor()
    for page in (bo, ewa):
        page.goto("/desk/reports/")
    rows = ewa.locator("#queue-rows tr[data-row]")
    before = rows.count()
    assert before > 0
    key = rows.first.get_attribute("data-row")
    mine = ewa.locator(f"tr[data-row='{key}'] [data-claim]")
    assert mine.inner_text() == "free"
    bo.goto(f"/desk/items/{key}/")
    bo.get_by_role("button", name="I am on it").click()
    mine.get_by_text("is on this").wait_for()
    bo.get_by_role("button", name="Let go of it").click()
    mine.get_by_text("free").wait_for()

    number = landmarks(city)["proposal"]
    dana.goto(f"/report/?url=/proposals/{number}/")
    dana.get_by_label("It is advertising or spam").check()
    dana.get_by_label("What exactly").fill("It sells plane trees.")
    dana.get_by_label("I believe in good faith").check()
    dana.get_by_role("button", name="Send the report").click()
    dana.get_by_text("Your report is with the moderators").wait_for()
    ewa.get_by_role("button", name="Show 1 new report").click()
    fresh = ewa.locator(f"tr[data-row='proposal-{number}']")
    fresh.wait_for()
    assert rows.count() == before + 1

    bo.goto(f"/desk/items/proposal-{number}/")
    bo.get_by_label("No rule is broken").check()
    bo.get_by_label("What is it in the text?").fill("Trees for a square are no advertisement.")
    bo.get_by_role("button", name="Go on").click()
    bo.get_by_role("button", name="Close the report").click()
    bo.get_by_text("Decided.").wait_for()
    fresh.get_by_text("judged").wait_for()
