"""A rule fully spelled out: a frozen, versioned dataclass whose JSON is stored and hashed.

A rule's own spec is a subclass that names its options by `choice`, `whole`, `share` and `flag`:

    @dataclass(frozen=True, kw_only=True)
    class Borda(Spec):
        rule: ClassVar[str] = "borda"
        truncation: str = choice("zero", "zero", "average")
        def sentence(self, election): return _("Rank the options, the best first.")
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.numbers import Number, canonical, exact, number, sha256
from voting.counting.words import Sentence, _


@dataclass(frozen=True, kw_only=True)
class Spec:
    rule: ClassVar[str]
    version: ClassVar[int] = 1

    def __post_init__(self):
        for each in fields(self):
            object.__setattr__(self, each.name, _taken(self, each))
        self.check()

    def check(self) -> None:
        """Refuse options that contradict each other, with a sentence (`BadCount`)."""

    def suits(self, election: Election) -> None:
        """Refuse an election this spec cannot count, with a sentence (`BadCount`)."""

    def completed(self, election: Election) -> Self:
        """This spec with everything taken from the file that was left open (seats, threshold)."""
        return self

    def sentence(self, election: Election) -> Sentence:
        """One sentence that tells voters what to do and how it is counted."""
        raise NotImplementedError

    def json(self) -> dict:
        """`{"rule", "version", …options…}`, every option spelled out."""
        options = {each.name: exact(getattr(self, each.name)) for each in fields(self)}
        return {"rule": self.rule, "version": self.version, **options}

    def canonical(self) -> bytes:
        return canonical(self.json())

    @property
    def sha256(self) -> str:
        return sha256(self.json())

    def with_(self, **options: Any) -> Self:
        return replace(self, **options)


def choice(default: str, *among: str) -> Any:
    return field(default=default, metadata={"among": among or (default,)})


def flag(default: bool = False) -> Any:
    return field(default=default, metadata={"flag": True})


def whole(default: int | None, *, least: int = 0, most: int = 10**9) -> Any:
    """A whole number; with None as default it may be left open."""
    return field(default=default, metadata={"whole": True, "least": least, "most": most})


def share(default: Any, *, least: Number = 0, most: Number = 10**9) -> Any:
    """An exact number: `3`, `"2/3"` or `"0.01"`."""
    return field(default=default, metadata={"least": least, "most": most})


def spec_of(kind: type[Spec], options: Mapping[str, Any]) -> Spec:
    """The spec with these options, given as JSON values or as words of a command line."""
    known = [each.name for each in fields(kind)]
    for name in options:
        if name not in known:
            raise BadCount(
                _(
                    "The rule %(rule)s has no option “%(name)s”. It has: %(known)s.",
                    rule=kind.rule,
                    name=str(name)[:40],
                    known=", ".join(known) or "–",
                )
            )
    return kind(**options)


def _taken(spec: Spec, each) -> Any:
    """An option's value in its right type, or a refusal that says what may stand there."""
    raw, rules = getattr(spec, each.name), each.metadata
    if raw is None and each.default is None:
        return None
    if "among" in rules:
        if raw in rules["among"]:
            return raw
        raise _refused(each.name, raw, _("one of %(words)s", words=", ".join(rules["among"])))
    if "flag" in rules:
        words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
        if isinstance(raw, bool):
            return raw
        if isinstance(raw, str) and raw.lower() in words:
            return words[raw.lower()]
        raise _refused(each.name, raw, _("yes or no"))
    if "least" not in rules:
        return raw
    try:
        value = number(raw)
    except (ValueError, ZeroDivisionError):
        value = None
    if value is None or ("whole" in rules and isinstance(value, Fraction)):
        raise _refused(each.name, raw, _("a whole number") if "whole" in rules else _("a number"))
    if not rules["least"] <= value <= rules["most"]:
        raise _refused(
            each.name,
            raw,
            _("from %(least)s to %(most)s", least=rules["least"], most=rules["most"]),
        )
    return value


def _refused(name: str, raw: Any, wanted: Sentence) -> BadCount:
    return BadCount(
        _(
            "The option “%(name)s” cannot be “%(value)s”. It takes %(wanted)s.",
            name=name,
            value=str(raw)[:40],
            wanted=wanted,
        )
    )
