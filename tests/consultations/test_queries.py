"""Reads: what they give, and that their number of queries does not grow."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations import queries
from consultations.models import HouseRules
from consultations.phases import timeline_mark
from consultations.topics import snapshot
from tests.factories import (
    a_consultation,
    a_phase,
    a_place,
    a_theme,
    an_open_consultation,
    house_rules,
)

pytestmark = pytest.mark.django_db


def test_what_closes_first_stands_first(django_assert_num_queries):
    late, soon, over = a_consultation("Late"), a_consultation("Soon"), a_consultation("Over")
    a_phase(late, closes=20, takes_points=True)
    a_phase(late, "answer", closes=1)
    a_phase(soon, closes=2, takes_points=True)
    a_phase(soon, closes=40, takes_points=True)
    a_phase(over, opens=-9, closes=-2, takes_points=True)
    a_phase(a_consultation("Draft", published=False), takes_points=True)
    a_phase(a_consultation("Only answered"), "answer")
    with django_assert_num_queries(2):
        found = queries.open_consultations(timezone.now())
        assert [one.title for one in found] == ["Soon", "Late"]
        assert [len(queries.phases_of(one)) for one in found] == [2, 2]
        assert [one.place.name for one in found] == ["Lindhaven", "Lindhaven"]


def test_a_consultation_comes_whole_in_three_queries(django_assert_num_queries):
    city = a_place("Lindhaven", parent=a_place("Marrow", "province"))
    consultation = an_open_consultation(place=a_place("Eastside", "district", parent=city))
    consultation.themes.add(a_theme())
    with django_assert_num_queries(3):
        found = queries.consultation_by_slug(consultation.slug)
        names = [place.name for place in queries.levels_above(found.place)]
        assert names == ["Eastside", "Lindhaven", "Marrow"]
        assert len(queries.phases_of(found)) == len(found.themes.all()) == 1
        assert found.promise.who_decides == "The city council"
    assert queries.consultation_by_slug("nowhere") is None


def test_themes_know_what_is_open_in_one_query(django_assert_num_queries):
    jobs, rivers, empty = a_theme("Jobs"), a_theme("Rivers"), a_theme("Empty")
    both, one, draft, over = (
        an_open_consultation(),
        an_open_consultation(),
        an_open_consultation(published=False),
        a_consultation(),
    )
    both.themes.add(jobs, rivers)
    one.themes.add(jobs)
    draft.themes.add(jobs)
    over.themes.add(rivers)
    with django_assert_num_queries(1):
        found = {theme.name: theme.open_ids for theme in queries.themes_with_open(timezone.now())}
    mine = {theme.name: found[theme.name] for theme in (jobs, rivers, empty)}
    assert mine == {"Jobs": [both.pk, one.pk], "Rivers": [both.pk], "Empty": []}


def test_the_house_rules_in_force_are_the_newest_that_have_begun():
    old = house_rules()
    new = house_rules()
    HouseRules.objects.create(
        version=new.version + 1, intro="Soon", in_force_from=timezone.now() + timedelta(days=3)
    )
    assert queries.house_rules() == new
    assert [clause.number for clause in queries.house_rules().clauses.all()] == [1, 2, 3]
    assert queries.house_rules(old.version) == old
    assert queries.house_rules(new.version + 1) is None
    assert queries.house_rules_versions() == [new, old]


def test_the_next_date_is_that_of_a_published_consultation():
    a_phase(a_consultation(published=False), opens=2, closes=4)
    later = a_phase(a_consultation("Night buses"), opens=5, closes=9)
    assert queries.next_to_open(timezone.now()) == later


def test_snapshots_of_many_consultations_are_one_query(django_assert_num_queries):
    first, second, draft = (
        an_open_consultation(proposal_count=3, last_proposal_id=9),
        a_consultation(),
        an_open_consultation(published=False),
    )
    with django_assert_num_queries(1):
        facts = snapshot([first.pk, second.pk, draft.pk, 10**6])
    marks = [one.pop("timeline") for one in facts.values()]
    assert facts == {
        first.pk: {"phase": "Propose", "proposal_count": 3, "last_proposal_id": 9},
        second.pk: {"phase": "", "proposal_count": 0, "last_proposal_id": 0},
    }
    assert marks == [
        timeline_mark(queries.phases_of(one), timezone.now()) for one in (first, second)
    ]


def test_pages_hear_that_a_phase_lasts_longer_or_has_ended():
    phase = a_phase(a_consultation(), opens=-2, closes=4)

    def mark():
        return snapshot([phase.consultation_id])[phase.consultation_id]["timeline"]

    before = mark()
    assert before == mark()
    phase.closes += timedelta(days=1)
    phase.save()
    longer = mark()
    phase.closes = timezone.now()
    phase.save()
    assert len({before, longer, mark()}) == 3
