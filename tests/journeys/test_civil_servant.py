"""A reader reports, a moderator judges while another watches, an evaluator answers for the city."""

import pytest

from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey


def test_dana_reports_noor_judges_and_the_public_reads_a_tombstone(visitor, city):
    number = landmarks(city)["point"]
    dana, noor, chidi = (
        visitor(phone=True, java_script_enabled=False),
        visitor("moderator"),
        visitor("moderator2"),
    )
    chidi.goto("/desk/reports/")
    words = report(dana, number)

    noor.goto(f"/desk/items/point-{number}/")
    noor.get_by_role("button", name="I am on it").click()
    chidi.goto(f"/desk/items/point-{number}/")
    chidi.get_by_text("Somebody else is on this").wait_for()

    noor.locator("input[name=choice][value='hide:1']").check()
    noor.locator("textarea[name=facts]").fill("It names where a private person lives.")
    noor.get_by_role("button", name="read the letter first").click()
    noor.locator(".letter").wait_for()
    noor.locator("main form[action$='/decision/'] button").click()
    noor.wait_for_url(lambda url: "/decision/" not in url)

    dana.goto(f"/points/{number}/")
    page = dana.content()
    assert words not in page
    assert "hidden" in page.lower()
    dana.goto("/moderation/")
    assert "Noor" not in dana.locator("main").inner_text()


def report(page, number: int) -> str:
    """Report a point without an account; returns its words as they stood."""
    page.goto(f"/report/?url=/points/{number}/")
    words = page.locator(".reported").inner_text()
    page.locator("input[name=reason][value='personal-data']").check()
    page.locator("textarea[name=facts]").fill("It says where somebody lives.")
    page.locator("input[name=good_faith]").check()
    page.get_by_role("button", name="Send the report").click()
    page.wait_for_url("**/report/*/")
    page.get_by_text("Receipt").wait_for()
    return max(words.splitlines(), key=len).strip()


def test_ilse_answers_for_the_city_and_everybody_reads_it_at_once(visitor, city):
    number = landmarks(city)["unanswered"]
    dana, ilse = visitor(), visitor("evaluator")
    dana.goto(f"/proposals/{number}/")
    ilse.goto("/desk/answers/")
    ilse.goto(f"/proposals/{number}/answer/")
    ilse.get_by_role("button", name="Check the answer").click()
    ilse.locator(".errors").wait_for()
    ilse.locator("input[name=kind][value='partly']").check()
    ilse.locator("textarea[name=because]").fill("The north side has no water main in the way.")
    ilse.locator("select[name=department]").select_option(index=1)
    ilse.locator("[name=by_when]").fill("By the end of next summer")
    ilse.get_by_role("button", name="Check the answer").click()
    ilse.wait_for_url("**/answer/check/")
    ilse.get_by_text("The north side has no water main").first.wait_for()
    ilse.get_by_role("button", name="Publish the answer").click()
    ilse.wait_for_url(lambda url: "/check/" not in url)

    dana.goto("/outcomes/")
    dana.locator(f".entry a[href*='/proposals/{number}-']").first.click()
    dana.get_by_text("The north side has no water main").first.wait_for()
