"""JSON from strangers: measured before it is parsed, and nothing in it that we could not store."""

import json
import math
import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.errors import BadInput
from intake.text import storable

LARGEST_INTEGER = 2**53 - 1  # beyond it JavaScript and we would read different numbers

# A whole string (also one that never ends) or one bracket. Possessive, so that it is linear.
_STRINGS_AND_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)


def loads(raw, *, max_bytes, max_depth=20):
    """The value that `raw` (bytes or text) spells, or `BadInput` with a sentence."""
    text = _decode(raw, max_bytes)
    _refuse_deep(text, max_depth)
    try:
        value = json.loads(
            text,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )
    except BadInput:
        raise
    except (ValueError, RecursionError) as error:
        raise BadInput(_("This is not valid JSON."), code="invalid-json") from error
    _refuse_unstorable(value)
    return value


def _decode(raw, max_bytes):
    # A character is at least one byte: text that is longer than this is too big in any encoding.
    if len(raw) > max_bytes:
        raise too_large(max_bytes)
    if isinstance(raw, str):
        storable(raw)
        if len(raw.encode()) > max_bytes:
            raise too_large(max_bytes)
        return raw.removeprefix("\ufeff")
    try:
        return bytes(raw).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(_("This is not text in UTF-8."), code="invalid-encoding") from error


def too_large(max_bytes):
    sentence = ngettext(
        "Send less at once: at most {limit} byte.",
        "Send less at once: at most {limit} bytes.",
        max_bytes,
    )
    return BadInput(sentence.format(limit=f"{max_bytes:,}"), code="too-large")


def _refuse_deep(text, max_depth):
    """Count brackets outside strings, and stop at the first one too many."""
    depth = 0
    for match in _STRINGS_AND_BRACKETS.finditer(text):
        mark = match[0][0]
        if mark in "[{":
            depth += 1
            if depth > max_depth:
                sentence = _("Send a simpler structure: at most {depth} levels deep.")
                raise BadInput(sentence.format(depth=max_depth), code="too-deep")
        elif mark != '"':
            depth -= 1


def _integer(digits):
    # The length first: turning a million digits into a number takes longer than reading them.
    number = int(digits) if len(digits) <= 17 else math.inf
    if abs(number) > LARGEST_INTEGER:
        raise BadInput(_("Send a smaller number."), code="number-too-large")
    return number


def _number(digits):
    number = float(digits) if len(digits) <= 400 else math.inf
    if not math.isfinite(number):
        raise BadInput(_("Send a smaller number."), code="number-too-large")
    return number


def _constant(name):
    sentence = _("{name} is not a number.").format(name=name)
    raise BadInput(sentence, code="not-a-number")


def _object(pairs):
    thing = dict(pairs)
    if len(thing) != len(pairs):
        raise BadInput(_("A name stands twice in the same object."), code="duplicate-key")
    return thing


def _refuse_unstorable(value):
    waiting = [value]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, str):
            storable(thing)
        elif isinstance(thing, dict):
            waiting.extend(thing)
            waiting.extend(thing.values())
        elif isinstance(thing, list):
            waiting.extend(thing)
