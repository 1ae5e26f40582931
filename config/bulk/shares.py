"""How supports and points are spread: few proposals have very many, most have a few."""

from collections.abc import Iterator
from math import gcd


def shares(total: int, holders: int) -> list[int]:
    """`total` split among holders, the first getting most; exactly `total` together.

    The n-th share is proportional to 1 / sqrt(n), which is how support falls off in a real call.
    """
    if not holders:
        return []
    weights = [(n + 1) ** -0.5 for n in range(holders)]
    scale = total / sum(weights)
    parts = [int(weight * scale) for weight in weights]
    for n in range(total - sum(parts)):
        parts[n % holders] += 1
    return parts


def in_turns(parts: list[int]) -> Iterator[tuple[int, int]]:
    """`(holder, turn)` round by round, so that rows of one holder are spread as in life.

    The shares must fall: a round ends at the first holder who has no more.
    """
    active, turn = len(parts), 0
    while active:
        while active and parts[active - 1] <= turn:
            active -= 1
        for holder in range(active):
            yield holder, turn
        turn += 1


def first_rows(parts: list[int]) -> list[int]:
    """At which row each round of `in_turns` begins; holder n stands n rows further on."""
    begins, row, active = [], 0, len(parts)
    for turn in range(parts[0] if parts else 0):
        while parts[active - 1] <= turn:
            active -= 1
        begins.append(row)
        row += active
    return begins


def stride(people: int) -> int:
    """A step that visits every one of `people` before it comes back to the first."""
    step = max(1, int(people * 0.618))
    while gcd(step, people) != 1:
        step += 1
    return step
