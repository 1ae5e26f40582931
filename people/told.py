"""Notices as they read today: sentences in the reader's language, with today's public words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from people.matters import Matter, Quote, matters_of, quotes_of
from people.models import Notice
from people.notices import gone_sentence_of, sentence_of, short_sentence_of

NO_QUOTE = Quote()
EXCERPT = 280


@dataclass(frozen=True)
class Line:
    """One notice: alone (`sentence`) or below its matter (`short`), and the words it tells of.

    `gone` where these words are no longer public: then nothing of them is said.
    """

    notice: Notice
    matter: Matter | None
    sentence: str
    short: str
    quote: Quote
    gone: bool = False

    @property
    def excerpt(self) -> str:
        """The beginning of the words, as they stand, on one line."""
        words = " ".join(self.quote.text.split())
        return words if len(words) <= EXCERPT else words[:EXCERPT].rsplit(" ", 1)[0] + " …"


def lines_of(notices: Sequence[Notice]) -> list[Line]:
    """What each notice says now: one query per kind of matter and of words, however many."""
    matters = matters_of({notice.topic for notice in notices})
    quotes = quotes_of(notices)
    return [line_of(notice, matters.get(notice.topic), quotes.get(notice.pk)) for notice in notices]


def line_of(notice: Notice, matter: Matter | None, quote: Quote | None) -> Line:
    gone = gone_sentence_of(notice) if quote is None else ""
    if gone:
        return Line(notice, matter, gone, gone, NO_QUOTE, gone=True)
    quote = quote or NO_QUOTE
    now = {
        "title": matter.title if matter else None,
        "who": quote.by,
        "words": quote.title or None,
    }
    return Line(notice, matter, sentence_of(notice, **now), short_sentence_of(notice, **now), quote)


def by_matter(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Lines below the topic they belong to, both in the order in which they come."""
    grouped: dict[str, list[Line]] = {}
    for line in lines:
        grouped.setdefault(line.notice.topic, []).append(line)
    return grouped
