"""How we say yes, and how we say no with a reason.

A rule answers with a `Verdict`: the page shows its sentence as the empty state, the API returns it
as `detail`, the action raises it as `Refused`. One rule, three doors, one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of a rule. Truthy when allowed; otherwise `sentence` says why not.

    `code` is a stable slug for machines. Sentences may be lazy translations.
    """

    allowed: bool
    sentence: Any = ""
    code: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def __str__(self) -> str:
        return str(self.sentence)


YES = Verdict(True)


def no(sentence: Any, code: str = "refused") -> Verdict:
    """Refuse, with the sentence a person will read."""
    return Verdict(False, sentence, code)


def is_signed_in(person: Any) -> bool:
    """Whether there is somebody: rules are asked about None and about Django's nobody, too."""
    return person is not None and person.is_authenticated


def sign_in_first(sentence: Any) -> Verdict:
    """Refuse for now: the person only has to sign in. The API answers 401, a page offers sign-in."""
    return Verdict(False, sentence, "sign-in")


class Refused(Exception):
    """An action was not allowed; carries the rule's verdict. API: 403, or 401 for `sign-in`."""

    def __init__(self, verdict: Verdict):
        super().__init__(str(verdict))
        self.verdict = verdict


class Stale(Exception):
    """The thing changed, closed or froze meanwhile; carries a sentence. API: 409."""

    def __init__(self, sentence: Any, code: str = "stale"):
        super().__init__(str(sentence))
        self.sentence, self.code = sentence, code


def require(verdict: Verdict) -> None:
    """Raise `Refused` unless the verdict is yes."""
    if not verdict:
        raise Refused(verdict)
