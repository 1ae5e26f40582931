"""Amara finds a question, proposes something and says why: by keyboard alone."""

import pytest

from tests.journeys.keyboard import press, tab_to, write
from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey


def test_amara_proposes_something_with_the_keyboard_alone(visitor, city):
    page = visitor()
    consultation = landmarks(city)["consultation"]
    title = f"{landmarks(city)['title'][:60]}, with a lantern"
    page.goto(f"/consultations/{consultation}/")
    press(page, "Write a proposal", kind="a")
    page.wait_for_url("**/account/login/**")
    write(page, "E-mail address", "citizen3@example.org", kind="input:email")
    write(page, "^Password", "polyphony-demo", kind="input:password")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{city.url}/consultations/{consultation}/proposals/new/**")

    write(page, "title", title, kind="input:text")
    page.keyboard.press("Enter")
    page.wait_for_url("**/similar/**")
    press(page, "go on|none of|mine is|continue")
    page.wait_for_url("**/text/**")
    write(page, "", "After dark nobody sees the third step of the footbridge.", kind="textarea")
    tab_to(page, "Go on|Continue|Save", kind="button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/place/**")
    tab_to(page, "Go on|Continue|Save", kind="button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/themes/**")
    tab_to(page, "Go on|Continue|Check|Save", kind="button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/**")

    page.go_back()
    page.go_back()
    page.go_back()
    page.wait_for_url("**/text/**")
    assert "third step of the footbridge" in page.locator("textarea").input_value()
    page.goto(f"/consultations/{consultation}/proposals/new/check/")
    press(page, "Send it to the city", kind="button")
    page.wait_for_url("**/sent/**")
    page.goto(f"/consultations/{consultation}/?order=newest")
    assert page.get_by_role("link", name=title).count() == 1
