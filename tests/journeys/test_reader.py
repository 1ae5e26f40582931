"""Dana only reads, on an old phone without scripts, from the question to what became of it."""

import pytest

from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey


def test_dana_reads_from_the_first_page_to_an_answer_without_scripts(visitor, city):
    page = visitor(phone=True, java_script_enabled=False)
    page.goto("/")
    assert page.locator("h1").inner_text()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Outcomes").click()
    page.wait_for_url("**/outcomes/")
    page.locator(".entry a").first.click()
    assert page.locator("h1").count() == 1
    assert page.get_by_text("We will").or_(page.get_by_text("The city will")).count() >= 1
    page.goto(f"/consultations/{landmarks(city)['decided']}/")
    page.get_by_role("link", name="Read the outcome").first.click()
    page.wait_for_url("**/outcome/")
    assert page.locator("h1").count() == 1


def test_a_search_without_scripts_finds_and_says_when_it_finds_nothing(visitor, city):
    page = visitor(phone=True, java_script_enabled=False)
    page.goto("/")
    page.locator("input[type=search]").first.fill("shade")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=shade*")
    assert page.get_by_role("link", name="Shade for the market square").count() >= 1
    page.goto("/search/?q=xyzzyx")
    assert "xyzzyx" in page.locator("main").inner_text()
    assert page.context.cookies() == []
