"""The public list of a consultation's proposals: one query a page, however many there are.

Every order follows an index of `Counters`; a page begins after a cursor, never at an offset, so
that the hundredth page costs what the first does.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.db.models.functions import Substr

from consultations.models import Consultation, Place, Theme
from intake.numbers import whole
from proposals.models import Counters

PAGE = 20

# `standing = True` reaches SQLite as the bare word `standing`, for which it uses no index;
# `IN (1)` means the same and does.
YES, NO = [True], [False]

EXCERPT = 160


class Order(StrEnum):
    """How a list of proposals may stand."""

    NEWEST = "newest"
    SUPPORTED = "supported"
    ANSWERED = "answered"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of counters, each with `.proposal`, its author, place and answer, and `.excerpt`.

    `after` is the cursor of the next page, empty on the last one.
    """

    rows: list[Counters]
    after: str = ""


def proposals_page(
    consultation: Consultation,
    *,
    order: Order = Order.NEWEST,
    after: str = "",
    theme: Theme | None = None,
    place: Place | None = None,
    limit: int = PAGE,
) -> Page:
    """One page of what stands in a consultation. A cursor that makes no sense is the beginning."""
    rows = standing(consultation, theme=theme, place=place)
    if order in {Order.ANSWERED, Order.WAITING}:
        rows = rows.filter(answered__in=[order == Order.ANSWERED])
    if order != Order.NEWEST:
        return keyset_by_support(rows.order_by("-supports", "-proposal_id"), after, limit)
    if last := whole(after):
        rows = rows.filter(proposal_id__lt=last)
    found = list(rows.order_by("-proposal_id")[: limit + 1])
    shown = found[:limit]
    return Page(shown, str(shown[-1].pk) if len(found) > limit else "")


def keyset_by_support(rows: QuerySet[Counters], after: str, limit: int = PAGE) -> Page:
    """A page of rows that stand by support, then number; the cursor is "supports-number"."""
    supports, _dash, number = after.partition("-")
    least, last = whole(supports[:9]), whole(number)
    if last and least is not None:
        rows = rows.filter(below(least, last))
    found = list(rows[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    return Page(shown, f"{shown[-1].supports}-{shown[-1].pk}" if more else "")


def proposals_after(consultation: Consultation, number: int, limit: int = PAGE) -> list[Counters]:
    """What came into the list after a proposal's number, newest first: "Show 4 new proposals"."""
    rows = standing(consultation).filter(proposal_id__gt=number)
    return list(rows.order_by("-proposal_id")[:limit])


def standing(
    consultation: Consultation, *, theme: Theme | None = None, place: Place | None = None
) -> QuerySet[Counters]:
    rows = standing_without_words(consultation).annotate(
        excerpt=Substr("proposal__body", 1, 3 * EXCERPT)
    )
    if theme is not None:
        rows = rows.filter(proposal__effects__theme=theme)
    if place is not None:
        rows = rows.filter(proposal__place=place)
    return rows


def standing_without_words(consultation: Consultation) -> QuerySet[Counters]:
    """What stands in a consultation, each with author, place and answer, but no text."""
    return (
        Counters.objects.filter(consultation=consultation, standing__in=YES)
        .select_related("proposal__author", "proposal__place", "proposal__answer")
        .defer(
            "proposal__body",
            "proposal__search_text",
            "proposal__answer__because",
            "proposal__answer__search_text",
        )
    )


def below(supports: int, number: int) -> Q:
    """After a row in the order of support; the first half lets the index begin there."""
    return Q(supports__lte=supports) & (Q(supports__lt=supports) | Q(proposal_id__lt=number))


def first_words(markdown: str, limit: int = EXCERPT) -> str:
    """The first paragraph without its marks, cut at a sentence or a word."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", markdown.strip())]
    prose = [part for part in paragraphs if part and not part.startswith("#")]
    text = (prose or paragraphs or [""])[0]
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)?", r"\1", text)
    text = re.sub(r"(?m)^\s*(?:[#>]+|[-*+]|\d+[.)])\s+", "", text)
    text = re.sub(r"[*_`]+", "", text)
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    if sentence := re.match(rf".{{40,{limit}}}[.!?](?=\s)", text):
        return sentence[0]
    word_ends = text.rfind(" ", 0, limit)
    return text[: word_ends if word_ends > 0 else limit - 1].rstrip(",;:–- ") + "…"
