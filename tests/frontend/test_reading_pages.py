"""Themes, places, house rules, about, outcomes: complete for a reader, and light."""

import pytest
from django.utils import timezone

from tests.asking import asking
from tests.factories import (
    a_place,
    a_proposal,
    a_theme,
    an_open_consultation,
    house_rules,
)
from tests.frontend.test_home import an_answer

pytestmark = pytest.mark.django_db

ABOUT = ["decisions", "accessibility", "privacy", "source"]


@pytest.mark.parametrize("page", ABOUT)
def test_the_pages_in_the_footer_are_there(client, page):
    response = client.get(f"/about/{page}/")
    assert response.status_code == 200
    assert not response.cookies


def test_a_theme_shows_what_is_asked_about_it(client):
    jobs = a_theme("Jobs")
    mine, other = an_open_consultation("Mine"), an_open_consultation("Other")
    mine.themes.add(jobs)
    other.themes.add(a_theme())
    page = client.get(f"/themes/{jobs.slug}/")
    assert [entry["title"] for entry in page.context["entries"]] == ["Mine"]
    assert client.get("/themes/nothing/").status_code == 404
    assert "1 open" in client.get("/themes/").content.decode()


def test_a_place_shows_what_is_asked_in_it_and_below(client):
    city = a_place("Lindhaven")
    east = a_place("Eastside", "district", parent=city)
    an_open_consultation("Here", place=city)
    an_open_consultation("Below", place=east)
    an_open_consultation("Elsewhere", place=a_place("Marrow", "province"))
    page = client.get(f"/places/{city.slug}/")
    assert {entry["title"] for entry in page.context["entries"]} == {"Here", "Below"}
    assert [entry["text"] for entry in page.context["below"]] == ["Eastside district"]
    assert client.get("/places/nowhere/").status_code == 404
    with asking() as questions:
        assert "Eastside district" in client.get("/places/").content.decode()
    assert len(questions) == 1


def test_old_house_rules_stay_readable(client):
    assert client.get("/rules/").status_code == 200
    old, new = house_rules(), house_rules()
    page = client.get("/rules/").content.decode()
    assert f"Version {new.version}, in force since" in page
    assert "Clause 3" in page
    old_page = client.get(f"/rules/{old.version}/").content.decode()
    assert "A newer version is in force." in old_page
    assert client.get("/rules/999999/").status_code == 404


def test_outcomes_stand_newest_first_and_by_theme(client):
    jobs = a_theme("Jobs")
    first, second = a_proposal("First"), a_proposal("Second")
    first.consultation.themes.add(jobs)
    an_answer(first)
    an_answer(second, kind="wont")
    everything = client.get("/outcomes/")
    assert [entry["title"] for entry in everything.context["entries"]] == ["Second", "First"]
    whole = [one["text"] for one in everything.context["whole"]]
    assert whole == [second.consultation.title, first.consultation.title]
    of_theme = client.get(f"/outcomes/?theme={jobs.slug}")
    assert [entry["title"] for entry in of_theme.context["entries"]] == ["First"]


@pytest.mark.parametrize("rows", [1, 3])
def test_an_outcome_costs_the_same_for_one_and_three_answers(client, rows):
    consultation = an_open_consultation()
    for _turn in range(rows):
        answer = an_answer(a_proposal(consultation=consultation))
        answer.commitments.create(what="Forty planes", due=timezone.localdate())
    with asking() as questions:
        page = client.get(f"{consultation.get_absolute_url()}outcome/")
    assert page.status_code == 200
    assert len(questions) == 7
    assert len(page.context["answers"]) == len(page.context["commitments"]) == rows


def test_an_outcome_says_what_was_decided_in_one_sentence(client):
    consultation = an_open_consultation()
    url = f"{consultation.get_absolute_url()}outcome/"
    assert "Nothing is decided yet. The city answers by" in client.get(url).content.decode()
    for kind in ("will", "will", "wont"):
        an_answer(a_proposal(consultation=consultation), kind=kind)
    assert client.get(url).context["sentence"] == (
        "The city has answered three proposals: it will do two, part of none, "
        "and one it will not do."
    )
