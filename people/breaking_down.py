"""Counts of people broken down into groups, so that nobody can be told from them.

Fewer than five people in a group are not published, and neither is what would give them away by
subtraction from the whole.
"""

from collections.abc import Mapping
from typing import TypeVar

FEWEST = 5
Group = TypeVar("Group")


def publishable(counts: Mapping[Group, int]) -> tuple[dict[Group, int | None], int | None]:
    """The counts and their sum as they may be published; None where a number is held back.

    Where one group alone is held back, the next smallest is too: otherwise the whole less the
    others would name it. Where that still leaves fewer than five hidden people, so is the whole.
    """
    shown: dict[Group, int | None] = {
        group: count if count == 0 or count >= FEWEST else None for group, count in counts.items()
    }
    hidden = [group for group, count in shown.items() if count is None]
    if len(hidden) == 1:
        others = [group for group, count in shown.items() if count]
        if others:
            second = min(others, key=lambda group: counts[group])
            shown[second] = None
            hidden.append(second)
    held_back = sum(counts[group] for group in hidden)
    whole = sum(counts.values())
    return shown, None if 0 < held_back < FEWEST else whole
