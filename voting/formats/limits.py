"""What a file may hold: everything a reader does stays within these bounds."""

from voting.counting.errors import BadCount
from voting.counting.orders import MOST_CANDIDATES
from voting.counting.words import _

LONGEST_LINE = 1_000_000
MOST_EQUAL = 10**10
"""How many people one line may stand for."""


def whole(word: str | bytes, line: int | None = None) -> int:
    """A whole number of few digits. Raises `BadCount` naming the line."""
    text = word.decode("utf-8", "replace") if isinstance(word, bytes) else word
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        raise BadCount(_("“%(word)s” is not a whole number.", word=text[:40]), line=line)
    if len(text) > 18:
        raise BadCount(_("The number %(word)s… is too large.", word=text[:12]), line=line)
    return int(text)


def weight(word: str | bytes, line: int | None = None) -> int:
    """How many people gave a ballot: at least one."""
    number = whole(word, line)
    if not 1 <= number <= MOST_EQUAL:
        raise BadCount(
            _(
                "A ballot stands for 1 to %(most)s people, not for %(n)s.",
                most=MOST_EQUAL,
                n=number,
            ),
            line=line,
        )
    return number


def candidates(word: str | bytes, line: int | None = None) -> int:
    number = whole(word, line)
    if not 1 <= number <= MOST_CANDIDATES:
        raise BadCount(
            _(
                "From 1 to %(most)s candidates can stand, not %(n)s.",
                most=MOST_CANDIDATES,
                n=number,
            ),
            line=line,
        )
    return number


def short_enough(length: int, line: int) -> None:
    if length > LONGEST_LINE:
        raise BadCount(_("The line is longer than a million characters."), line=line)
