"""How many ballots put each candidate above each other one, thousands of ballots at once.

A ballot's row says at which rank it puts each candidate. Bit n of a big number stands for ballot n:
a column of the rows becomes a few such numbers, one per binary digit of the rank. Comparing two
candidates on all ballots is then a handful of operations on whole numbers, and counting is
`int.bit_count`. Exact, and no loop of Python's own touches a ballot and a pair.
"""

from collections.abc import Iterator
from itertools import islice

from voting.counting.orders import Order, Orders

AT_ONCE = 32_768
FEW = 254
"""Up to so many candidates a rank fits into one byte, with one value left for “not listed”."""


def pairwise(orders: Orders) -> list[list[int]]:
    """`matrix[i][j]`: ballots with candidate i above j; whoever is not listed is below all listed."""
    if len(orders.letters) > FEW:
        return plain_pairwise(orders)
    size = len(orders.letters)
    matrix = [[0] * size for _ in range(size)]
    rows = weighted_rows(orders)
    while some := list(islice(rows, AT_ONCE)):
        _add(matrix, some, size)
    return matrix


def weighted_rows(orders: Orders) -> Iterator[tuple[bytes, int]]:
    """For each distinct order the rank of every candidate, `size` for who is not listed."""
    size = len(orders.letters)
    everybody, ranks = bytes(range(size)), bytes(range(size))
    unlisted = bytes([size]) * size
    for order, weight in orders.strict():
        listed = len(order)
        rest = everybody.translate(None, order) if listed < size else b""
        table = bytes.maketrans(order + rest, ranks[:listed] + unlisted[listed:])
        yield table[:size], weight
    for shared, weight in orders.tied.items():
        row = bytearray(unlisted)
        for rank, letters in enumerate(shared):
            for mark in letters:
                row[mark] = rank
        yield bytes(row), weight


def _add(matrix: list[list[int]], rows: list[tuple[bytes, int]], size: int) -> None:
    text = b"".join(row for row, _weight in rows)
    digits = _bits([weight for _row, weight in rows])
    planes = [_planes(text[place::size], size) for place in range(size)]
    all_ballots = (1 << len(rows)) - 1
    for one in range(size):
        for other in range(one):
            above = below = 0
            equal = all_ballots
            for mine, theirs in zip(planes[one], planes[other], strict=True):
                differ = equal & (mine ^ theirs)
                above |= differ & theirs
                below |= differ & mine
                equal ^= differ
            matrix[one][other] += _weigh(above, digits)
            matrix[other][one] += _weigh(below, digits)


def _planes(column: bytes, size: int) -> list[int]:
    """The binary digits of a column's ranks, highest first, each as one number over all ballots."""
    return [
        int(column.translate(table), 2)
        for table in (
            bytes(48 + (value >> digit & 1) for value in range(256))
            for digit in reversed(range(size.bit_length()))
        )
    ]


def _bits(weights: list[int]) -> list[int]:
    """The binary digits of all weights, lowest first, in the same layout as the planes."""
    if set(weights) == {1}:
        return []
    longest = max(weights).bit_length()
    return [
        int("".join("1" if weight >> digit & 1 else "0" for weight in weights), 2)
        for digit in range(longest)
    ]


def _weigh(ballots: int, digits: list[int]) -> int:
    if not digits:
        return ballots.bit_count()
    return sum((ballots & plane).bit_count() << place for place, plane in enumerate(digits))


def plain_pairwise(orders: Orders) -> list[list[int]]:
    """The same, ballot by ballot and pair by pair."""
    size = len(orders.letters)
    at: dict[Order, int] = {letter: place for place, letter in enumerate(orders.letters)}
    matrix = [[0] * size for _ in range(size)]
    for ranks, weight in orders.ranks():
        below = set(range(size))
        for rank in ranks:
            here = [at[rank[place : place + 1]] for place in range(len(rank))]
            below.difference_update(here)
            for one in here:
                row = matrix[one]
                for other in below:
                    row[other] += weight
    return matrix
