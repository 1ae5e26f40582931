"""Another language in a real browser: long words fit, the switch carries along, numbers agree."""

import pytest

from people import formats
from tests.journeys.axe import violations
from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey

READ = [
    "/",
    "/consultations/",
    "/consultations/{consultation}/",
    "/proposals/{proposal}/",
    "/polls/{yes_no}/",
    "/outcomes/",
    "/search/?q=shade",
    "/rules/",
    "/moderation/",
    "/about/accessibility/",
    "/account/login/",
    "/account/signup/",
    "/language/",
    "/report/",
]


def test_german_pages_fit_a_narrow_phone_and_pass_axe(visitor, city):
    page = visitor(None)
    page.set_viewport_size({"width": 320, "height": 800})
    named, troubles = landmarks(city), []
    for template in READ:
        address = f"{city.url}/de{template.format(**named)}"
        answer = page.goto(address)
        assert answer is not None and answer.status == 200, address
        assert page.evaluate("document.documentElement.lang") == "de"
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            troubles.append(f"{address} is {wide} wide")
        troubles += [f"{address} {found}" for found in violations(page)]
    assert not troubles, "\n".join(troubles)


def test_dana_changes_the_language_and_it_stays_with_her(visitor, city):
    page = visitor(None)
    page.goto(f"{city.url}/en/consultations/")
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Deutsch").click()
    assert page.url == f"{city.url}/de/consultations/"
    page.locator("main h2 a, main h3 a").first.click()
    assert page.url.startswith(f"{city.url}/de/consultations/")
    assert page.context.cookies() == []
    page.locator(".languages summary").click()
    page.locator(".languages__keep a").click()
    page.get_by_label("Français").check()
    page.locator("main form button").click()
    page.wait_for_url(f"{city.url}/fr/consultations/**")
    page.goto(f"{city.url}/rules/")
    assert page.evaluate("document.documentElement.lang") == "fr"


@pytest.mark.parametrize("language", list(formats.HABITS))
def test_scripts_repaint_numbers_as_the_page_wrote_them(visitor, city, language):
    from django.utils.translation import override

    page = visitor(None)
    page.goto(f"{city.url}/language/")
    values = [7, 999, 1234, 9999, 12345, 1234567]
    told = page.evaluate(
        "([tag, values]) => values.map((one) => new Intl.NumberFormat(tag).format(one))",
        [language, values],
    )
    with override(language):
        assert told == [formats.number(value) for value in values]
