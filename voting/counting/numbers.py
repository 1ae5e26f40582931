"""Exact numbers in and out: never a float."""

import hashlib
import json
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

Number = int | Fraction
LONGEST = 40


def number(raw: Any) -> Number:
    """An exact number from an integer, `"3/4"` or `"1.25"`; whole ones as `int`.

    Raises `ValueError` for everything else, floats, NaN and numbers of absurd length included.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | str | Fraction):
        raise ValueError(f"{raw!r} is not an exact number")
    if isinstance(raw, str):
        if len(raw) > LONGEST:
            raise ValueError("the number is too long")
        raw = Fraction(raw) if "/" in raw else _decimal(raw)
    return int(raw) if raw == int(raw) else Fraction(raw)


def _decimal(text: str) -> Fraction:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text!r} is not a number") from None
    if not value.is_finite() or abs(value.adjusted()) > LONGEST:
        raise ValueError(f"{text!r} is not a number")
    return Fraction(value)


def exact(value: Any) -> Any:
    """A value as JSON without floats: integers, decimal strings with a point, or `"p/q"`.

    A `Decimal` keeps its places (`"1876.32130"`). Works through dictionaries and lists.
    """
    if isinstance(value, dict):
        return {str(key): exact(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [exact(inner) for inner in value]
    if isinstance(value, Fraction):
        whole = value.denominator == 1
        return value.numerator if whole else f"{value.numerator}/{value.denominator}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, float):
        raise TypeError("a float is not exact")
    return value


def amount(value: Number, unit: int) -> int | str:
    """Money counted in parts, `unit` of which make one, as JSON: `1040337`, `"600.50"` or `"p/q"`."""
    if value % unit == 0:
        return int(value // unit)
    if value != int(value):
        return exact(Fraction(value) / unit)
    whole, parts = divmod(abs(int(value)), unit)
    return f"{'-' if value < 0 else ''}{whole}.{parts:0{len(str(unit)) - 1}d}"


def canonical(value: Any) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def sha256(value: Any) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()
