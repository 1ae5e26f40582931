"""Chidi changes and takes back what he said, while Dana reads the same page."""

import pytest

from tests.journeys.axe import violations
from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey


def test_dana_sees_chidis_words_change_and_go_without_reading_the_page_again(visitor, city):
    number = landmarks(city)["proposal"]
    dana, chidi = visitor(), visitor("citizen3")
    chidi.goto(f"/proposals/{number}/points/new/?kind=for")
    chidi.get_by_label("In your words").fill("Twelve benches, all in the sun.")
    chidi.get_by_role("button", name="Publish it").click()
    chidi.wait_for_url(lambda url: "#point-" in url)
    point = chidi.url.rpartition("#")[2]
    dana.goto(f"/proposals/{number}/")
    dana.locator(f"#{point}").get_by_text("Twelve benches").wait_for()

    chidi.locator(f"#{point}").get_by_role("link", name="Change my words").click()
    assert violations(chidi) == []
    chidi.get_by_label("Your words").fill("Eleven benches, all in the sun.")
    chidi.get_by_role("button", name="Change them").click()
    dana.locator(f"#{point}").get_by_text("Eleven benches").wait_for()

    chidi.locator(f"#{point}").get_by_role("link", name="Take it back").click()
    assert violations(chidi) == []
    chidi.get_by_role("button", name="Delete it").click()
    chidi.get_by_text("It is deleted. Nothing of it is left.").wait_for()
    dana.locator(f"#{point}").get_by_text("Its author deleted this.").wait_for()
