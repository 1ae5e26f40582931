"""The house rules in two versions; decisions cite a clause by its number."""

from consultations.first_rules import CLAUSES

from .shapes import Clause, HouseRules

_ALL = tuple(
    Clause(number, str(title), str(text)) for number, (title, text) in enumerate(CLAUSES, start=1)
)

HOUSE_RULES = (
    HouseRules(
        1,
        -420,
        "First version, taken over from the rules of the council’s public gallery.",
        _ALL[:6],
    ),
    HouseRules(
        2,
        -260,
        "Two clauses are new: on copies and advertising, after the parking campaign sent the same "
        "letter 214 times, and on the law. Agreed by 1,088 participants against 97.",
        _ALL,
    ),
)
