"""Proposals that sound like one being written."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from consultations.models import Consultation
from intake.folding import words
from proposals.models import Proposal

MOST_WORDS = 6
MOST_WEIGHED = 200
SHORTEST = 4

# Words of four letters and more that say nothing about the matter.
EMPTY_WORDS = frozenset(
    [
        "about",
        "after",
        "again",
        "also",
        "back",
        "been",
        "before",
        "being",
        "better",
        "city",
        "could",
        "district",
        "each",
        "every",
        "from",
        "give",
        "have",
        "here",
        "into",
        "less",
        "like",
        "long",
        "make",
        "many",
        "more",
        "most",
        "much",
        "need",
        "next",
        "only",
        "other",
        "over",
        "people",
        "place",
        "please",
        "really",
        "should",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "town",
        "until",
        "very",
        "want",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "without",
        "would",
        "year",
        "years",
        "your",
    ]
)


@dataclass(frozen=True, slots=True)
class Similar:
    """A standing proposal and the words of the new title that it shares."""

    proposal: Proposal
    shared: tuple[str, ...]


def similar_proposals(consultation: Consultation, title: str, most: int = 3) -> list[Similar]:
    """Standing proposals of the consultation that share telling words with `title`, best first.

    One query for the candidates, one for those shown, whatever the size of the consultation.
    """
    stems = telling_stems(title)
    if not stems:
        return []
    standing = Proposal.objects.filter(
        consultation=consultation, counters__standing=True, hidden__isnull=True
    )
    any_word = reduce(or_, (Q(search_text__has_words=stem) for stem in stems))
    candidates = (
        standing.filter(any_word)
        .order_by("-counters__supports", "-id")
        .values_list("id", "title", "search_text", "counters__supports")[:MOST_WEIGHED]
    )
    ranked = sorted(
        (weigh(stems, *candidate) for candidate in candidates),
        key=lambda one: one[:3],
        reverse=True,
    )
    best = {ident: shared for weight, _supports, ident, shared in ranked[:most] if weight > 1}
    found = Proposal.objects.select_related("author", "counters").in_bulk(best)
    return [Similar(found[ident], shared) for ident, shared in best.items() if ident in found]


def weigh(stems: Sequence[str], ident: int, title: str, text: str, supports: int):
    """A word in the title weighs twice a word in the text; support only decides between equals."""
    in_title, in_text = words(title), text.split(" ")
    shared, weight = [], 0
    for stem in stems:
        if word := next((word for word in in_title if word.startswith(stem)), ""):
            weight += 2
            shared.append(word)
        elif any(word.startswith(stem) for word in in_text):
            weight += 1
    return weight, supports, ident, tuple(dict.fromkeys(shared))


def telling_stems(title: str) -> list[str]:
    """The words that carry the matter, without their endings: “trees” also finds “tree”."""
    telling = [
        word
        for word in dict.fromkeys(words(title))
        if len(word) >= SHORTEST and word not in EMPTY_WORDS
    ]
    telling.sort(key=len, reverse=True)
    return list(dict.fromkeys(stem(word) for word in telling[:MOST_WORDS]))


def stem(word: str) -> str:
    return word[: max(SHORTEST, len(word) - 2)] if len(word) > SHORTEST else word
