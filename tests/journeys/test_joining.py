"""Dana joins: signs up, is written to, is told of things as they happen; also without scripts."""

import re
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey


def code_for(city, address: str) -> str:
    """The code in the newest letter to this address, once the worker has kept it as a file."""
    for _ in range(120):
        for path in sorted(Path(city.environment["DATA_DIR"], "mail").glob("*.eml"), reverse=True):
            words = path.read_text()
            if f"To: {address}" in words:
                return re.search(r"^ {4}(\S+)$", words, re.MULTILINE)[1]
        time.sleep(0.25)
    pytest.fail(f"No letter to {address}.")


def test_dana_signs_up_without_scripts_and_is_back_where_she_was(visitor, city):
    dana = visitor(java_script_enabled=False)
    dana.goto("/account/login/?next=/your-voice/points/")
    dana.get_by_role("link", name="Sign up with a name").click()
    dana.get_by_label("Your name, as others will read it").fill("Dana Reed")
    dana.get_by_label("E-mail address").fill("dana.reed@example.org")
    dana.get_by_label("Password").fill("short")
    dana.get_by_role("button", name="Sign up").click()
    assert dana.locator("#errors a").first.get_attribute("href") == "#id_password1"
    assert dana.get_by_label("E-mail address").input_value() == "dana.reed@example.org"
    dana.get_by_label("Password").fill("seven quiet trams")
    dana.get_by_role("button", name="Sign up").click()
    dana.get_by_role("textbox", name="Code").fill(code_for(city, "dana.reed@example.org"))
    dana.get_by_role("button", name="Confirm").click()
    dana.wait_for_url("**/your-voice/points/")
    dana.goto("/your-voice/")
    assert "What you did as Dana Reed" in dana.locator("main").inner_text()
    dana.get_by_role("button", name="Sign out").first.click()
    dana.goto("/your-voice/")
    assert "/account/login/?next=/your-voice/" in dana.url


def test_jonas_is_told_live_of_the_role_he_was_given_and_loses_it(visitor, city):
    jonas, olga = visitor("citizen2"), visitor("organiser")
    jonas.goto("/your-voice/")
    olga.goto("/desk/roles/new/")
    olga.get_by_label("E-mail address or name").fill("citizen2@example.org")
    olga.get_by_role("button", name="Find").click()
    olga.get_by_label("Editor").check()
    olga.get_by_label("For", exact=True).select_option(index=1)
    olga.get_by_role("button", name="Check").click()
    olga.get_by_role("button", name="Give the role").click()
    jonas.locator(".unread:not([hidden])").wait_for()
    jonas.reload()
    told = jonas.get_by_role("button", name="You now hold a role").first
    assert "Editor" in told.inner_text()
    olga.get_by_role("link", name=re.compile("Jonas Maas, Editor")).click()
    olga.get_by_role("button", name="Take it back").click()
    assert "no longer holds this role" in olga.locator("main, .messages").first.inner_text()
