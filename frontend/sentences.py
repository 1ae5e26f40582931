"""Sentences of a count, stored without a language, in the reader's own."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext, ngettext

from people.formats import HABITS, number
from people.languages import now_spoken
from voting.counting.words import Sentence

VOTES = re.compile(r"-?\d+\.\d+")


def said(stored: Mapping) -> str:
    """A stored `Sentence` in the language that is spoken now."""
    return Sentence.of_json(stored).render(gettext, ngettext, shown)


def shown(value: Any) -> str:
    """A parameter as the language writes it: `1,913`, `1,675.7356`, a sum of money."""
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    if isinstance(value, Fraction):
        return decimals(f"{float(value):.2f}")
    if isinstance(value, str) and VOTES.fullmatch(value):
        return decimals(value)
    return str(value)


def decimals(text: str) -> str:
    """`1675.73560` with the language's own signs, zeros at the end left out."""
    whole, _point, parts = text.partition(".")
    parts = parts.rstrip("0")
    return number(int(whole)) + (HABITS[now_spoken()].decimal + parts if parts else "")
