"""Whether a translation fits: every place to be filled in is there, and no tag is lost."""

import re
from collections import Counter

PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|%%|(?<!\{)\{\w+\}(?!\})")
TAGS = re.compile(r"</?[a-z][^<>]*>")
SHORT = 30
"""Up to here a text is likely a button, a tab or a heading of a table."""


def troubles(source: tuple[str, ...], forms: tuple[str, ...]) -> list[str]:
    """What is wrong with a translation, in words; nothing when it can be used.

    `source` is the English text, or its singular and plural; `forms` as many as the language has.
    """
    found = []
    for form in forms:
        if not form.strip():
            found.append("is empty")
            continue
        found += _lost(PLACES, source, form, "places")
        found += _lost(TAGS, source, form, "tags")
        if (source[0][:1].isspace(), source[0][-1:].isspace()) != (
            form[:1].isspace(),
            form[-1:].isspace(),
        ):
            found.append("begins or ends with other white space")
        longest = max(map(len, source))
        if longest <= SHORT and len(form) > 2 * longest + 14:
            found.append(f"is far longer than “{source[-1]}”: it may stand on a button")
    return found


def _lost(pattern: re.Pattern[str], source: tuple[str, ...], form: str, what: str) -> list[str]:
    """A form may be like any of the English ones: “one proposal” needs no place for the number."""
    own = Counter(pattern.findall(form))
    wanted = [Counter(pattern.findall(text)) for text in source]
    if own in wanted:
        return []
    lacks, adds = wanted[-1] - own, own - wanted[-1]
    parts = [f"lacks {' '.join(lacks)}"] if lacks else []
    parts += [f"has besides {' '.join(adds)}"] if adds else []
    return [f"{what}: {', '.join(parts)}"]
