"""The city's own texts: ours until there is one, then every version of theirs."""

from datetime import timedelta

import pytest
from django.core import checks
from django.utils import timezone

from consultations.city_texts import WRITTEN, our_text
from consultations.models import CityText, Role
from people.models import AuditRow
from tests.asking import at_most
from tests.factories import a_person, a_place, appoint

pytestmark = pytest.mark.django_db

IMPRINT = "/desk/texts/imprint/en/"


@pytest.fixture
def ola():
    """Who organises the whole city."""
    person = a_person("Ola")
    appoint(person, Role.ORGANISER, place=a_place())
    return person


@pytest.fixture
def desk(browser_of, ola):
    return browser_of(ola)


def publish(browser, body, base, page="imprint"):
    return browser.post(
        f"/desk/texts/{page}/en/", {"body": body, "base": base, "step": "save"}, follow=True
    )


@pytest.mark.parametrize("page", [one for one in CityText.Page.values if one != "data"])
def test_our_text_stands_until_there_is_one_of_the_city(client, page):
    assert our_text(page, "en").body
    with at_most(1):
        said = client.get(f"/about/{page}/").content.decode()
    assert "{city}" not in said and "Lindhaven" in said


@pytest.mark.parametrize(
    "heading",
    [
        "How far it conforms",
        "What is not accessible",
        "Not in line with the requirements",
        "A disproportionate burden",
        "Outside the law",
        "How this statement was made",
        "Tell us, and ask for another form",
        "If the answer does not help",
    ],
)
def test_the_accessibility_statement_has_every_part_of_the_model(client, heading):
    page = client.get("/about/accessibility/").content.decode()
    assert f">{heading}</h" in page
    assert "Last reviewed on" in page


def test_ola_looks_at_her_text_first_and_publishes_it(client, desk, ola):
    body = "## Town Hall\n\n1 Lime Square <script>alert(1)</script>"
    seen = desk.post(IMPRINT, {"body": body, "base": 0, "step": "preview"}).content.decode()
    assert "As readers will see it" in seen
    assert not CityText.objects.exists()
    assert "Published." in publish(desk, body, 0).content.decode()
    page = client.get("/about/imprint/").content.decode()
    assert "1 Lime Square" in page and "Version 1, since" in page and "<script>alert" not in page
    row = AuditRow.objects.get(act="text.saved")
    assert (row.person, row.facts["page"], row.facts["version"]) == (ola, "imprint", 1)


def test_every_version_stays_with_who_and_what_changed(desk):
    publish(desk, "Ask at the old desk.", 0)
    publish(desk, "Ask at the new desk.", 1)
    page = desk.get(IMPRINT).content.decode()
    assert "Version 2</a>" in page and "Version 1</a>" in page and "Ola" in page
    changed = desk.get(f"{IMPRINT}2/").content.decode()
    assert "old</del>" in changed.replace(" </del>", "</del>") and "<ins>" in changed
    assert desk.get(f"{IMPRINT}9/").status_code == 404


def test_who_was_slower_loses_no_word_and_no_version(desk):
    publish(desk, "The first.", 0)
    late = desk.post(IMPRINT, {"body": "The second.", "base": 0, "step": "save"})
    assert late.status_code == 409
    said = late.content.decode()
    assert "Somebody has saved another version meanwhile" in said and "The second." in said
    assert CityText.objects.get().body == "The first."


def test_an_empty_text_is_no_text(desk):
    said = desk.post(IMPRINT, {"body": " ", "base": 0, "step": "save"})
    assert said.status_code == 400
    assert "Write the text." in said.content.decode()


def test_the_list_says_whose_text_stands(desk):
    publish(desk, "Ours now.", 0)
    with at_most(6):
        page = desk.get("/desk/texts/").content.decode()
    assert "version 1" in page and "our text" in page


def findings() -> set[str]:
    return {one.id for one in checks.run_checks() if (one.id or "").startswith("polyphony.")}


def test_a_statement_a_year_old_is_warned_of_and_reading_it_again_is_enough(desk):
    body = our_text("accessibility", "en").body
    publish(desk, body, 0, page="accessibility")
    assert "polyphony.accessibility" not in findings()
    CityText.objects.update(saved=timezone.now() - timedelta(days=367))
    assert "polyphony.accessibility" in findings()
    assert "more than a year old" in desk.get("/desk/texts/").content.decode()
    publish(desk, body, 1, page="accessibility")
    assert "polyphony.accessibility" not in findings()


def test_security_txt_ends_a_year_after_somebody_looked(client, desk):
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields.keys() == {"Contact", "Policy", "Expires", "Preferred-Languages", "Canonical"}
    assert fields["Expires"] == f"{WRITTEN + timedelta(days=365):%Y-%m-%d}T00:00:00Z"
    publish(desk, "Write to the desk.", 0, page="security")
    CityText.objects.update(saved=timezone.make_aware(timezone.datetime(2025, 3, 1, 12)))
    said = client.get("/.well-known/security.txt").content.decode()
    assert "Expires: 2026-03-01T00:00:00Z" in said  # past, and said so


def test_the_city_s_own_language_comes_before_our_words(client, desk, settings):
    """A reader in another language reads the city's notice, never ours in its place."""
    publish(desk, "The city says this itself.", 0, page="privacy")
    page = client.get("/about/privacy/", headers={"Accept-Language": "mt"}).content.decode()
    assert "The city says this itself." in page
    assert 'lang="en" dir="auto"' in page
