"""Whoever searches finds the same on both databases."""

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.folding import words
from intake.search import CreateSearchIndex, matching, searchable
from proposals.models import Proposal
from tests.factories import a_proposal

pytestmark = pytest.mark.django_db


def told(title, body=""):
    proposal = a_proposal()
    Proposal.objects.filter(pk=proposal.pk).update(search_text=searchable(title, body))
    return proposal


def found(query):
    return set(matching(Proposal.objects.all(), query))


def test_every_word_of_the_query_begins_a_word_of_the_text():
    shade = told("Shade for the market square", "Lime trees along Łódź Street")
    bench = told("Benches on the square")
    assert found("square") == {shade, bench}
    assert found("squ the") == {shade, bench}
    assert found("SHADE square") == {shade}
    assert found("lodz") == {shade}
    assert found("Łodź, TREES!") == {shade}
    assert found("quare") == set()
    assert found("shade benches") == set()


def test_a_query_without_words_finds_nothing():
    told("Shade")
    assert found("") == found("  -- … ") == set()


def test_words_in_other_scripts_are_found_whole():
    greek, hindi = told("Σκιά στην Πλατεία"), told("हिन्दी भाषा")
    assert found("σκια") == {greek}
    assert found("ΠΛΑΤΕΊΑ") == {greek}
    assert found("हिन्दी") == {hindi}


@pytest.mark.parametrize(
    "query",
    [
        "'",
        '"',
        "a' OR 1=1 --",
        "a:* & b",
        'x" OR "y',
        "NEAR(a b)",
        "a AND",
        "search_text:a",
        "-a",
        "%",
        "a\\",
    ],
)
def test_signs_that_databases_know_mean_nothing(query):
    shade = told("Shade")
    assert shade not in found(query)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None)))
def test_no_query_fails(query):
    found(query)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_what_is_written_is_found_by_its_own_words(text):
    with transaction.atomic():
        proposal = told(text)
        assert (proposal in found(text)) == bool(words(text))
        transaction.set_rollback(True)


def test_the_index_follows_changes_and_deletions():
    proposal = told("Shade")
    Proposal.objects.filter(pk=proposal.pk).update(search_text=searchable("Light"))
    assert found("shade") == set()
    assert found("light") == {proposal}
    Proposal.objects.bulk_update([_with_text(proposal, "Water")], ["search_text"])
    assert found("water") == {proposal}
    assert found("light") == set()


def _with_text(proposal, title):
    proposal.search_text = searchable(title)
    return proposal


def test_a_search_may_be_narrowed_joined_and_negated():
    shade, other = told("Shade for all"), told("Shade for some")
    proposals = Proposal.objects.order_by("pk")
    assert list(matching(proposals, "shade").exclude(pk=other.pk)) == [shade]
    assert list(proposals.exclude(search_text__has_words="all")) == [other]
    assert matching(proposals, "shade").select_related("consultation").count() == 2


def test_the_database_searches_its_index_and_not_every_row():
    plan = matching(Proposal.objects.all(), "shade").explain()
    if connection.vendor == "sqlite":
        assert "VIRTUAL TABLE INDEX" in plan and "USING INTEGER PRIMARY KEY" in plan
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        assert "proposals_proposal_search" in matching(Proposal.objects.all(), "shade").explain()


@pytest.mark.django_db(transaction=True)
def test_the_index_can_be_taken_away_and_made_again():
    proposal = told("Shade")
    operation = CreateSearchIndex("proposals_proposal")
    with connection.schema_editor() as editor:
        operation.database_backwards("proposals", editor, None, None)
        operation.database_forwards("proposals", editor, None, None)
    assert found("shade") == {proposal}
