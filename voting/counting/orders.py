"""Rankings packed for counting: equal ballots together, all in one string.

An order is `bytes` (or, from 256 candidates on, `str`) with one letter per candidate, best first.
Both offer what counting needs: `order[:1]` is the first preference, `order.lstrip(gone)` passes over
whoever is out. A million different ballots of thirty candidates are 38 MB, not 400.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from itertools import accumulate, islice
from typing import Any

from voting.counting.ballots import BLANK, Weighted
from voting.counting.election import Election

Order = Any
"""`bytes` or `str`, the same one throughout an election."""

OVERVOTES = ("exhaust", "skip")
"""What becomes of a rank that several share: the ballot ends before it, or only it is passed over."""
MOST_CANDIDATES = 10_000
MOST_AT_HAND, FEW_AT_HAND = 200_000, 20_000
"""So many different orders are looked through for equal ones at a time: few where hardly any are."""


def enough_at_hand(different: int, taken: int) -> bool:
    """Whether looking for equal ones among so many costs more memory than it saves."""
    return different >= MOST_AT_HAND or (different >= FEW_AT_HAND and taken < 2 * different)


def as_small_as_it_goes(numbers: array, more: list[int]) -> array:
    """An array with some more numbers, of four bytes each while they fit."""
    if numbers.typecode == "I" and more and max(more) >= 1 << 32:
        numbers = array("Q", numbers)
    numbers.extend(more)
    return numbers


class Orders(Sequence[Weighted]):
    """Orders with how many people gave each; reads as the ballots of an `Election`.

    `add` and `put` collect, `settled` ends collecting. `tied` maps orders with a shared rank (a
    string per rank) to their weight. `blank` ballots name nobody; from `overvoted` ones nothing
    could be read, because their first rank is shared.
    """

    def __init__(self, keys: Sequence[str]):
        few = len(keys) < 256
        self.keys = tuple(keys)
        self.letters: tuple[Order, ...] = tuple(
            bytes([number]) if few else chr(number) for number in range(len(keys))
        )
        self.nothing: Order = b"" if few else ""
        self.key_of = dict(zip(self.letters, self.keys, strict=True))
        self.letter_of = dict(zip(self.keys, self.letters, strict=True))
        self.tied: dict[tuple[Order, ...], int] = {}
        self.blank = self.overvoted = 0
        self.text: Order = self.nothing
        self.bounds = array("I", [0])
        self.weights = array("I")
        self._at_hand: Counter[Order] = Counter()
        self._taken = 0
        self._packed: Any = BytesIO() if few else StringIO()

    def add(self, ranks: Iterable[Sequence[str]], weight: int = 1) -> None:
        """One more ballot, as ranks of ids that are known and stand once each."""
        letter_of, nothing = self.letter_of, self.nothing
        self.put([nothing.join(sorted(letter_of[key] for key in rank)) for rank in ranks], weight)

    def put(self, ranks: Sequence[Order], weight: int) -> None:
        """One more ballot, as ranks of letters; a single order of letters is one per rank."""
        if not ranks:
            self.blank += weight
        elif len(order := self.nothing.join(ranks)) == len(ranks):
            self.put_strict(order, weight)
        else:
            key = tuple(ranks)
            self.tied[key] = self.tied.get(key, 0) + weight

    def put_strict(self, order: Order, weight: int) -> None:
        self._taken += 1
        self._at_hand[order] += weight
        if enough_at_hand(len(self._at_hand), self._taken):
            self._pack()

    def put_each(self, orders: Sequence[Order]) -> None:
        """One more ballot for each of these orders, none of which names nobody."""
        self._taken += len(orders)
        self._at_hand.update(orders)
        if enough_at_hand(len(self._at_hand), self._taken):
            self._pack()

    def _pack(self) -> None:
        self._packed.write(self.nothing.join(self._at_hand))
        ends = accumulate(map(len, self._at_hand), initial=self.bounds[-1])
        self.bounds = as_small_as_it_goes(self.bounds, list(ends)[1:])
        self.weights = as_small_as_it_goes(self.weights, list(self._at_hand.values()))
        self._at_hand, self._taken = Counter(), 0

    def settled(self) -> "Orders":
        """These orders, ready to be counted."""
        self._pack()
        self.text = self._packed.getvalue()
        return self

    @property
    def valid(self) -> int:
        return sum(self.weights) + sum(self.tied.values())

    @property
    def voters(self) -> int:
        return self.valid + self.blank + self.overvoted

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({"ranking"})

    def strict(self) -> Iterator[tuple[Order, int]]:
        """Orders without a shared rank, each with its weight; equal ones may come more than once."""
        text, start = self.text, 0
        for end, weight in zip(islice(self.bounds, 1, None), self.weights, strict=True):
            yield text[start:end], weight
            start = end

    def ranks(self) -> Iterator[tuple[Sequence[Order], int]]:
        """Every order as its ranks, best first."""
        for order, weight in self.strict():
            yield [order[place : place + 1] for place in range(len(order))], weight
        yield from self.tied.items()

    def without(self, gone: Iterable[str], overvote: str) -> "Orders":
        """What can be counted: who has withdrawn is passed over, shared ranks are dealt with.

        `overvote` is one of `OVERVOTES`, or `equal` where the rule can count shared ranks.
        """
        out = set(gone)
        if not out and (overvote == "equal" or not self.tied):
            return self
        left = Orders([key for key in self.keys if key not in out])
        left.blank, left.overvoted = self.blank, self.overvoted
        letter = {
            self.letter_of[key][0]: left.letter_of.get(key, left.nothing) for key in self.keys
        }
        for ranks, weight in self.ranks():
            now, shared = [], False
            for rank in ranks:
                stand = left.nothing.join(letter[mark] for mark in rank)
                if len(stand) > 1 and overvote != "equal":
                    shared = True
                    if overvote == "exhaust":
                        break
                elif stand:
                    now.append(stand)
            if shared and not now:
                left.overvoted += weight
            else:
                left.put(now, weight)
        return left.settled()

    def __len__(self) -> int:
        return len(self.weights) + len(self.tied) + (self.blank > 0)

    def __iter__(self) -> Iterator[Weighted]:
        rank_of = {letter[0]: (key,) for letter, key in self.key_of.items()}
        for order, weight in self.strict():
            yield ("ranking", tuple(rank_of[mark] for mark in order)), weight
        for ranks, weight in self.tied.items():
            shared = tuple(tuple(sorted(rank_of[mark][0] for mark in rank)) for rank in ranks)
            yield ("ranking", shared), weight
        if self.blank:
            yield BLANK, self.blank

    def __getitem__(self, at):
        return tuple(self)[at]


def packed(election: Election) -> Orders:
    """The ballots of an election of rankings, packed."""
    if isinstance(election.ballots, Orders):
        return election.ballots
    orders = Orders([option.id for option in election.options])
    for ballot, weight in election.ballots:
        orders.add(ballot[1] if ballot[0] == "ranking" else (), weight)
    return orders.settled()


def countable(election: Election, overvote: str) -> Orders:
    """What a rule counts: see `Orders.without`."""
    withdrawn = [option.id for option in election.options if option.withdrawn]
    return packed(election).without(withdrawn, overvote)
