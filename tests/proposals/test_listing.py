"""Lists follow their indexes: no page of a big city is found by looking at all of it."""

import pytest
from django.db import connection
from django.utils import timezone

from proposals.queries import answers, listing
from tests.asking import asking
from tests.factories import a_proposal, an_open_consultation

pytestmark = pytest.mark.django_db


def plan_of(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan's words are SQLite's")
@pytest.mark.parametrize("order", list(listing.Order))
@pytest.mark.parametrize("after", ["", "5-7"])
def test_every_order_walks_an_index_without_sorting(order, after):
    consultation = an_open_consultation()
    with asking() as questions:
        listing.proposals_page(consultation, order=order, after=after)
    plan = plan_of(questions[-1])
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan's words are SQLite's")
def test_the_answer_clock_walks_an_index():
    consultation = an_open_consultation()
    consultation.promise.answer_by = timezone.localdate().replace(year=2020)
    consultation.promise.save()
    now = timezone.now()
    for ask in (
        lambda: answers.overdue_in(consultation, now),
        lambda: answers.late_consultations(now),
        lambda: answers.waiting_page(consultation),
        lambda: answers.answers_by_kind(consultation),
        lambda: answers.commitments_of(consultation),
    ):
        with asking() as questions:
            ask()
        assert "SCAN" not in plan_of(questions[-1])


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Forty planes.", "Forty planes."),
        ("## Why\n\nIt is **hot** and [dry](https://example.org).", "It is hot and dry."),
        ("- one\n- two", "one two"),
        ("> said\n> twice", "said twice"),
        ("", ""),
        ("# Only a heading", "Only a heading"),
        ("word " * 60, "word " * 31 + "word…"),
        ("A short sentence that ends here and is long enough. " + "x" * 200,
         "A short sentence that ends here and is long enough."),
        ("x" * 500, "x" * 159 + "…"),
    ],
)  # fmt: skip
def test_the_first_words_are_plain_and_short(markdown, words):
    assert listing.first_words(markdown) == words


def test_hidden_markup_cut_in_the_middle_stays_plain():
    assert "[" not in listing.first_words("See [a very long name](https://exam")


def test_late_consultations_count_no_further_than_they_say():
    consultation = an_open_consultation()
    consultation.promise.answer_by = timezone.localdate().replace(year=2020)
    consultation.promise.save()
    for _turn in range(answers.MANY + 3):
        a_proposal(consultation=consultation)
    assert [late.count for late in answers.late_consultations(timezone.now())] == [answers.MANY + 1]
