"""What changed between two texts, word by word, as a reader wants to see it.

Bounded on purpose: texts are first compared sentence by sentence, then word by word only where a
stretch of changed sentences is short enough; a longer one reads better as a whole anyway.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

MOST_SENTENCES = 600
MOST_WORDS = 1_000


class Part(NamedTuple):
    """A stretch of text that is `same` in both, `old` (only before) or `new` (only after)."""

    kind: str
    text: str


@lru_cache(maxsize=512)
def word_diff(before: str, after: str) -> tuple[Part, ...]:
    """The parts of both texts in reading order; joined without the old ones they are `after`."""
    parts: list[Part] = []
    for old, new in changed_stretches(SENTENCE.findall(before), SENTENCE.findall(after)):
        if old == new:
            parts.append(Part("same", old))
        else:
            parts.extend(diff_of_words(WORD.findall(old), WORD.findall(new)))
    return tuple(joined(parts))


def changed_stretches(before: list[str], after: list[str]):
    """Pairs of (old, new) text, equal where nothing changed."""
    if max(len(before), len(after)) > MOST_SENTENCES:
        yield "".join(before), "".join(after)
        return
    for _tag, a, b, c, d in opcodes(before, after):
        yield "".join(before[a:b]), "".join(after[c:d])


def diff_of_words(old: list[str], new: list[str]):
    if max(len(old), len(new)) > MOST_WORDS:
        yield from (Part("old", "".join(old)), Part("new", "".join(new)))
        return
    for tag, a, b, c, d in opcodes(old, new):
        if tag == "equal":
            yield Part("same", "".join(old[a:b]))
        else:
            yield Part("old", "".join(old[a:b]))
            yield Part("new", "".join(new[c:d]))


def opcodes(before: list[str], after: list[str]):
    return SequenceMatcher(None, before, after).get_opcodes()


def joined(parts: list[Part]) -> list[Part]:
    """Old before new in each stretch, and neighbours of a kind in one piece.

    A lone space that stayed between two changed words would chop them up: it goes with both.
    """
    smooth: list[Part] = []
    old = new = space = ""
    for part in [*parts, Part("same", "")]:
        if part.kind == "same" and (old or new) and part.text.isspace():
            space += part.text
        elif part.kind == "same":
            smooth += [Part("old", old), Part("new", new), Part("same", space + part.text)]
            old = new = space = ""
        else:
            old, new, space = old + space, new + space, ""
            old, new = (old + part.text, new) if part.kind == "old" else (old, new + part.text)
    return merged(part for part in smooth if part.text)


def merged(parts: Iterable[Part]) -> list[Part]:
    return [
        Part(kind, "".join(part.text for part in run))
        for kind, run in groupby(parts, key=lambda part: part.kind)
    ]


SENTENCE = re.compile(r"[^\n.!?]*[.!?\n]*\s*", re.UNICODE)
WORD = re.compile(r"\s+|\w+|[^\w\s]")
