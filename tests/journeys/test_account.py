"""A second factor, a device signed out, and leaving: in a real browser, under the real policy."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from tests.journeys.axe import violations

pytestmark = pytest.mark.journey

PHRASE = "seven quiet trams"
A_PERSON = """
from allauth.account.models import EmailAddress
from people.models import Person
person = Person(email="{name}@example.org", display_name="{shown}")
person.set_password("{phrase}")
person.save()
EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
"""


@pytest.fixture
def newcomer(visitor, city):
    """`newcomer("noor", "Noor Haddad")`: somebody new, signed in at localhost."""

    def made(name: str, shown: str, **options):
        city.shell(A_PERSON.format(name=name, shown=shown, phrase=PHRASE))
        page = visitor(None, **options)
        sign_in(page, city, name)
        return page

    return made


def at(city, path: str) -> str:
    """Passkeys need a name: the same city at localhost."""
    return city.url.replace("127.0.0.1", "localhost") + path


def sign_in(page, city, name: str, *, back: str = "/account/") -> None:
    page.goto(at(city, f"/account/login/?next={back}"))
    page.locator("input[name=login]:visible").first.fill(f"{name}@example.org")
    page.locator("input[name=password]:visible").first.fill(PHRASE)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/account/login" not in url)


def sign_out(page, city) -> None:
    page.goto(at(city, "/account/logout/"))
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(lambda url: "/logout" not in url)


def once_more(page) -> None:
    page.locator("input[name=password]:visible").first.fill(PHRASE)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(lambda url: "reauthenticate" not in url)


def a_device(page) -> None:
    """A phone that knows its owner's finger, as Chromium plays it."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_noor_makes_a_passkey_and_signs_in_with_it_alone(newcomer, city):
    page = newcomer("noor", "Noor Haddad")
    a_device(page)
    page.goto(at(city, "/account/second-factor/passkeys/new/"))
    once_more(page)
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator("main ol code").count() == 10
    sign_out(page, city)
    page.goto(at(city, "/account/login/"))
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: "/account/login" not in url)
    # Her password alone opens nothing any more; with the passkey it does.
    sign_out(page, city)
    sign_in(page, city, "noor")
    page.get_by_role("button", name="Use your passkey").click()
    page.get_by_role("heading", name="Your account").wait_for()


def test_at_an_address_of_numbers_a_sentence_says_why_there_is_no_passkey(visitor, city):
    page = visitor("citizen3")
    page.goto("/account/second-factor/")
    said = page.locator("main").inner_text()
    assert "Passkeys need a name, never a number: open this page at localhost" in said
    assert page.get_by_role("link", name="Add a passkey").count() == 0


def test_pia_sets_up_an_app_and_a_code_on_paper_saves_her(newcomer, city):
    page = newcomer("pia", "Pia Nowak", java_script_enabled=False)
    page.goto(at(city, "/account/second-factor/app/"))
    once_more(page)
    assert page.locator("svg.qr path").get_attribute("d")
    secret = page.locator("main dd code").inner_text().replace(" ", "")
    page.get_by_role("textbox", name="Code").fill("000000")
    page.get_by_role("button", name="Use this app").click()
    assert "This code is not right" in page.locator("#errors").inner_text()
    assert page.locator("main dd code").inner_text().replace(" ", "") == secret
    now = next(iter(yield_hotp_counters_from_time()))
    page.get_by_role("textbox", name="Code").fill(format_hotp_value(hotp_value(secret, now)))
    page.get_by_role("button", name="Use this app").click()
    codes = page.locator("main ol code").all_inner_texts()
    sign_out(page, city)
    sign_in(page, city, "pia")
    page.get_by_role("textbox", name="Code").fill(codes[0])
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("heading", name="Your account").wait_for()
    page.goto(at(city, "/account/second-factor/"))
    assert "9 codes are left." in page.locator("main").inner_text()


def test_a_device_that_was_signed_out_elsewhere_is_out(newcomer, visitor, city):
    laptop = newcomer("rosa", "Rosa Lind")
    phone = visitor(None, phone=True)
    sign_in(phone, city, "rosa")
    laptop.goto(at(city, "/account/sessions/"))
    assert violations(laptop) == []
    laptop.get_by_role("button", name="Sign out everywhere else").click()
    laptop.get_by_text("You are signed out on 1 other device.").wait_for()
    phone.goto(at(city, "/account/"))
    assert "/account/login/" in phone.url


def test_tove_reads_what_leaving_does_and_leaves(newcomer, city):
    page = newcomer("tove", "Tove Holm")
    page.get_by_role("link", name="What happens when I leave").click()
    once_more(page)
    assert violations(page) == []
    page.get_by_role("button", name="Delete my account for good").click()
    page.get_by_role("link", name="Tick that you are sure.").wait_for()
    page.get_by_label("I am sure. Delete my account.").check()
    page.get_by_role("button", name="Delete my account for good").click()
    page.get_by_role("heading", name="Your account is deleted").wait_for()
    page.goto(at(city, "/account/"))
    assert re.search(r"/account/login/", page.url)
    found = city.shell(
        'from people.models import Person; print(Person.objects.filter(email="tove@example.org"))'
    )
    assert found == "<QuerySet []>"
