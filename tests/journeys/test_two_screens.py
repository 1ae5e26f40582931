"""What one person does, another sees without reloading."""

import pytest

from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey


def numbers(page):
    return page.locator('#support [data-value="support_count"]')


def wait_for_number(page, number: int) -> None:
    page.wait_for_function(
        "(n) => document.querySelector('#support [data-value=\"support_count\"]')"
        "?.textContent.replace(/\\D/g, '') === String(n)",
        arg=number,
    )


def test_chidi_supports_and_danas_open_page_shows_it(visitor, city):
    address = f"/proposals/{landmarks(city)['proposal']}/"
    dana, chidi = visitor(), visitor("citizen4")
    for page in (dana, chidi):
        page.goto(address)
    before = int(numbers(dana).inner_text().replace(",", ""))
    given = chidi.get_by_role("button", name="Take my support back")
    if given.count():
        given.click()
        before -= 1
        wait_for_number(dana, before)
    chidi.get_by_role("button", name="Support this").click()
    wait_for_number(chidi, before + 1)
    wait_for_number(dana, before + 1)
    chidi.get_by_role("button", name="Take my support back").click()
    wait_for_number(dana, before)


def test_a_page_that_slept_through_the_news_is_right_when_it_wakes(visitor, city):
    known = landmarks(city)
    address = f"/proposals/{known['proposal']}/"
    dana, jonas = visitor(), visitor("citizen2")
    dana.goto(address)
    before = int(numbers(dana).inner_text().replace(",", ""))
    dana.context.set_offline(True)
    jonas.goto(address)
    given = jonas.get_by_role("button", name="Take my support back")
    change = -1 if given.count() else 1
    (given if given.count() else jonas.get_by_role("button", name="Support this")).click()
    wait_for_number(jonas, before + change)
    dana.context.set_offline(False)
    wait_for_number(dana, before + change)


def test_what_a_command_writes_in_another_process_reaches_the_open_page(visitor, city):
    number = landmarks(city)["proposal"]
    dana = visitor()
    dana.goto(f"/proposals/{number}/")
    before = int(numbers(dana).inner_text().replace(",", ""))
    city.shell(
        "from voting.actions import give_support\n"
        "from people.models import Person\n"
        "from proposals.models import Proposal\n"
        "someone = Person.objects.create(email='late@example.org', display_name='Late')\n"
        f"give_support(person=someone, proposal=Proposal.objects.get(pk={number}))\n"
    )
    wait_for_number(dana, before + 1)
