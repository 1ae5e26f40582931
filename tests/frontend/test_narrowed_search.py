"""A search is narrowed by its address, counted, and goes on page by page without a gap."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.models import Level, Phase
from discussions.actions import post_point
from intake.search import searchable
from proposals.actions import publish_answer, submit_proposal
from tests.asking import asking
from tests.factories import a_person, a_place, a_theme, an_open_consultation, appoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara")


def consultation_at(level, theme=None):
    place = a_place(f"Place of {level}", level)
    found = an_open_consultation(f"Benches {level}", place=place)
    found.search_text = searchable(found.title, found.standfirst)
    found.save(update_fields=["search_text"])
    if theme:
        found.themes.add(theme)
    return found


def propose(person, consultation, title, body="Many benches.", **fields):
    return submit_proposal(
        person=person, consultation=consultation, title=title, body=body, **fields
    )


def titles(client, **asked):
    answer = client.get("/api/v1/search/", asked)
    assert answer.status_code == 200, answer.json()
    return [one["title"] for one in answer.json()["results"]]


def test_words_in_the_title_come_first_then_the_newest(client, amara):
    here = an_open_consultation("Streets")
    for title in ("Benches for all", "Shade", "Old benches", "Trees"):
        propose(amara, here, title)
    assert titles(client, q="benches", kind="proposal") == [
        "Old benches", "Benches for all", "Trees", "Shade"
    ]  # fmt: skip


def test_each_filter_lets_through_what_it_names(client, amara):
    theme = a_theme("Shade")
    city, district = consultation_at(Level.CITY, theme), consultation_at(Level.DISTRICT)
    oak = propose(amara, city, "Oak benches", effects={theme.slug: "helps"})
    propose(amara, district, "Pine benches")
    post_point(person=amara, proposal=oak, kind="for", body="Benches last.")
    evaluator = a_person("Noor")
    appoint(evaluator, "evaluator", consultation=city)
    publish_answer(person=evaluator, proposal=oak, kind="will", because="Ordered.")
    Phase.objects.filter(consultation=district).update(closes=timezone.now() - timedelta(hours=1))
    ours = {"Benches city", "Oak benches", "Benches last."}
    theirs = {"Benches district", "Pine benches"}
    assert set(titles(client, q="benches")) == ours | theirs
    assert set(titles(client, q="benches", theme=theme.slug)) == ours
    assert set(titles(client, q="benches", level="district")) == theirs
    assert set(titles(client, q="benches", phase="propose")) == ours
    assert set(titles(client, q="benches", answered="yes")) == ours - {"Benches city"}
    assert titles(client, q="benches", answered="no") == ["Pine benches"]
    assert set(titles(client, level="district")) == theirs  # without words the filters choose
    assert titles(client) == []
    bad = client.get("/api/v1/search/", {"q": "benches", "level": "moon"})
    assert (bad.status_code, list(bad.json()["fields"])) == (400, ["level"])


def test_the_page_keeps_what_narrows_it_and_counts_each_kind(client, amara):
    city = consultation_at(Level.CITY)
    for number in range(7):
        propose(amara, city, f"Benches {number}")
    shown = client.get("/search/?q=benches&level=city").content.decode()
    assert "Proposals, 7" in shown
    assert "Points and questions, 0" in shown
    assert '<option value="city" selected>' in shown
    assert "kind=proposal&amp;level=city" in shown
    empty = client.get("/search/?q=benches&level=nation").content.decode()
    assert "The search is narrowed." in empty
    assert 'href="/search/?q=benches"' in empty
    assert client.get("/search/?level=moon&q=benches").status_code == 200


def test_pages_follow_each_other_without_gap_or_double(client, amara):
    here = an_open_consultation("Streets")
    for number in range(45):
        propose(amara, here, f"Benches {number}" if number % 3 else f"Trees {number}")
    seen, url = [], "/api/v1/search/?q=benches&kind=proposal&limit=20"
    while url:
        page = client.get(url).json()
        seen += [one["id"] for one in page["results"]]
        url = page["next"]
    assert len(seen) == len(set(seen)) == 45
    for nonsense in ("x", "1-", "-5", "9-9-9", "1-99999999999999999999"):
        assert client.get("/search/", {"q": "benches", "kind": "proposal", "after": nonsense})


def test_the_page_asks_the_same_for_one_find_and_for_many(client, amara):
    here = consultation_at(Level.CITY)

    def asked():
        with asking() as statements:
            client.get("/search/?q=benches&level=city")
        return len(statements)

    propose(amara, here, "Benches 0")
    one = asked()
    for number in range(1, 4):
        propose(amara, here, f"Benches {number}")
    assert asked() == one <= 9
