"""Rankings packed for counting: equal ballots together, all in one string.

An order is `bytes` (or, from 256 candidates on, `str`) with one letter per candidate, best first.
Both offer what counting needs: `order[:1]` is the first preference, `order.lstrip(gone)` passes over
whoever is out. A million different ballots of thirty candidates are 46 MB, not 400.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from voting.counting.ballots import BLANK, Weighted
from voting.counting.election import Election

Order = Any
"""`bytes` or `str`, the same one throughout an election."""

OVERVOTES = ("exhaust", "skip")
"""What becomes of a rank that several share: the ballot ends before it, or only it is passed over."""
MOST_CANDIDATES = 10_000
MOST_AT_HAND = 100_000
"""So many different orders are looked through for equal ones at a time; more would cost memory."""


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
        self._at_hand: dict[Order, int] = {}
        self._packed: list[Order] = []
        self.text: Order = self.nothing
        self.ends = array("Q")
        self.weights = array("Q")

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
        at_hand = self._at_hand
        at_hand[order] = at_hand.get(order, 0) + weight
        if len(at_hand) >= MOST_AT_HAND:
            self._pack()

    def _pack(self) -> None:
        start = self.ends[-1] if self.ends else 0
        self._packed.append(self.nothing.join(self._at_hand))
        self.ends.extend(list(accumulate(map(len, self._at_hand), initial=start))[1:])
        self.weights.extend(self._at_hand.values())
        self._at_hand = {}

    def settled(self) -> "Orders":
        """These orders, ready to be counted."""
        if self._at_hand:
            self._pack()
        if self._packed:
            self.text = self.nothing.join([self.text, *self._packed])
            self._packed = []
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
        for end, weight in zip(self.ends, self.weights, strict=True):
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
        return len(self.ends) + len(self.tied) + (self.blank > 0)

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
