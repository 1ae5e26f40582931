"""Sentences that can be translated without Django: a text, its parameters, and nothing done yet.

`makemessages` finds the texts because the two markers are called `_` and `ngettext`. The command
line shows a sentence by `str()`, in English; the site by `render` with Django's functions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Money:
    """An amount in the smallest parts of a currency, `unit` of which make one."""

    amount: int
    currency: str = ""
    unit: int = 100

    def __str__(self) -> str:
        whole, parts = divmod(abs(self.amount), self.unit)
        digits = f"{whole:,}" + (f".{parts:0{len(str(self.unit)) - 1}d}" if parts else "")
        sign = "-" if self.amount < 0 else ""
        return f"{sign}{self.currency} {digits}".strip()


@dataclass(frozen=True)
class Sentence:
    """`text` with `%(name)s` places; with `plural`, `count` decides which of the two it is."""

    text: str
    params: Mapping[str, Any] = field(default_factory=dict)
    plural: str = ""
    count: int = 1

    def __str__(self) -> str:
        return self.render()

    def render(
        self,
        gettext: Callable[[str], str] = lambda text: text,
        ngettext: Callable[[str, str, int], str] = lambda one, many, n: one if n == 1 else many,
        show: Callable[[Any], str] = lambda value: show(value),
    ) -> str:
        """The sentence in the language of the functions given; `show` writes each parameter."""
        text = ngettext(self.text, self.plural, self.count) if self.plural else gettext(self.text)
        shown = {
            name: value.render(gettext, ngettext, show)
            if isinstance(value, Sentence)
            else show(value)
            for name, value in self.params.items()
        }
        return text % shown if shown else text

    def json(self) -> dict:
        """As it is stored beside a result, to be rendered in any language later."""
        return {
            "text": self.text,
            **({"plural": self.plural, "count": self.count} if self.plural else {}),
            "params": {name: _stored(value) for name, value in self.params.items()},
        }

    @classmethod
    def of_json(cls, stored: Mapping) -> "Sentence":
        params = {name: _read_back(value) for name, value in stored.get("params", {}).items()}
        return cls(stored["text"], params, stored.get("plural", ""), stored.get("count", 1))


def _(text: str, /, **params: Any) -> Sentence:
    return Sentence(text, params)


def ngettext(one: str, many: str, count: int, /, **params: Any) -> Sentence:
    return Sentence(one, {"count": count, **params}, many, count)


def show(value: Any) -> str:
    """A parameter in English: thousands with commas, fractions as a decimal of two places."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, Fraction):
        return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.2f}"
    return str(value)


def _stored(value: Any) -> Any:
    if isinstance(value, Sentence):
        return {"sentence": value.json()}
    if isinstance(value, Money):
        return {"money": value.amount, "currency": value.currency, "unit": value.unit}
    if isinstance(value, Fraction):
        return {"fraction": f"{value.numerator}/{value.denominator}"}
    return value


def _read_back(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    if "sentence" in value:
        return Sentence.of_json(value["sentence"])
    if "money" in value:
        return Money(value["money"], value["currency"], value["unit"])
    return Fraction(value["fraction"])
