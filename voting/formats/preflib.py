"""PrefLib's `.soc .soi .toc .toi`: `#` header lines, then `count: order`, ties in braces.

s: no ties, t: ties; c: every ballot names everybody, i: not every one does. Blank ballots, which the
format does not know, stand in a header line of our own, `# BLANK BALLOTS`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from voting.counting.election import Election, Option
from voting.counting.errors import BadCount
from voting.counting.orders import Order, Orders, enough_at_hand, packed
from voting.counting.words import _
from voting.formats.limits import candidates, short_enough, weight, whole

RANK = re.compile(r"\{([^{}]*)\}|([^,{}\s]+)")
SHAPE = re.compile(r"\s*(?:\{[^{}]*\}|[^,{}\s]+)(?:\s*,\s*(?:\{[^{}]*\}|[^,{}\s]+))*\s*")
NAME = re.compile(r"ALTERNATIVE NAME (\d+)")
BLOCK = 1 << 20


def read(data: bytes, name: str) -> Election:
    """The election in such a file; which of the four it is is told by its suffix."""
    return read_from(BytesIO(data), name)


def read_from(file: BinaryIO, name: str) -> Election:
    """The same, from an open file: no more of it than needed is in memory at once."""
    reading = Reading(PurePath(name).suffix.lower().lstrip("."))
    seen: Counter[bytes] = Counter()
    taken = 0
    try:
        for lines in blocks(file):
            seen.update(lines)
            taken += len(lines)
            if enough_at_hand(len(seen), taken):
                reading.take(seen)
                taken = 0
        reading.take(seen)
        return reading.election()
    except BadCount as trouble:
        if trouble.line is None:
            trouble.line = line_of(reading.at, file)
        raise


def blocks(file: BinaryIO) -> Iterator[list[bytes]]:
    """Whole lines, thousands at a time."""
    number, begun = 0, file.read(3).removeprefix(b"\xef\xbb\xbf")
    while block := file.read(BLOCK):
        lines = (begun + block).split(b"\n")
        begun = lines.pop()
        short_enough(max(map(len, lines), default=0), number + len(lines))
        number += len(lines)
        short_enough(len(begun), number + 1)
        yield lines
    yield [begun]


def line_of(raw: bytes, file: BinaryIO) -> int:
    """The number of the first line that says this."""
    file.seek(0)
    for number, line in enumerate(file, start=1):
        if line.removeprefix(b"\xef\xbb\xbf").strip() == raw.strip():
            return number
    return 1


class Reading:
    """What was read so far, and `at` which line; equal lines are taken once."""

    def __init__(self, kind: str):
        self.kind = kind
        self.meta: dict[str, str] = {}
        self.said: dict[str, bytes] = {}
        self.orders: Orders | None = None
        self.at = b""

    def take(self, seen: Counter[bytes]) -> None:
        for raw, times in seen.items():
            self.at = raw
            if not raw.isascii():
                readable(raw)
            line = raw.strip()
            if line.startswith(b"#"):
                key, _colon, value = line.decode().lstrip("#").partition(":")
                self.meta[key.strip().upper()] = value.strip()
                self.said[key.strip().upper()] = raw
            elif line:
                if self.orders is None:
                    self.begin()
                    self.at = raw
                self.ballot(line, times)
        seen.clear()

    def begin(self) -> None:
        if "NUMBER ALTERNATIVES" not in self.meta:
            raise BadCount(_("The header does not say NUMBER ALTERNATIVES."))
        size = self.number("NUMBER ALTERNATIVES", candidates)
        self.orders = Orders([str(number) for number in range(1, size + 1)])
        self.letters = {key.encode(): letter for key, letter in self.orders.letter_of.items()}
        self.counts: dict[bytes, int] = {}

    def number(self, key: str, of: Callable[[str], int] = whole) -> int:
        self.at = self.said[key]
        return of(self.meta[key])

    def ballot(self, line: bytes, times: int) -> None:
        word, colon, order = line.partition(b":")
        if not colon:
            raise BadCount(_("Write a ballot as “count: order”."))
        count = self.counts.get(word)
        if count is None:
            count = self.counts[word] = weight(word)
        assert self.orders is not None
        nothing = self.orders.nothing
        try:
            flat = nothing.join(map(self.letters.__getitem__, order.strip().split(b",")))
            ranks = None
        except KeyError:
            ranks = self.ranks(order.decode())
            flat = nothing.join(ranks)
        if len(set(flat)) < len(flat):
            raise BadCount(_("A candidate stands twice on one ballot."))
        if len(flat) < len(self.letters) and self.kind.endswith("c"):
            raise BadCount(
                _("In a .%(kind)s file every ballot names every candidate.", kind=self.kind)
            )
        if ranks is None:
            self.orders.put_strict(flat, count * times)
        else:
            self.orders.put(ranks, count * times)

    def ranks(self, text: str) -> list[Order]:
        if not text.strip():
            return []
        if not SHAPE.fullmatch(text):
            raise BadCount(_("Write an order like “1,4,{2,3}”."))
        assert self.orders is not None
        ranks = []
        for shared, single in RANK.findall(text):
            words = [word.strip() for word in shared.split(",")] if shared.strip() else [single]
            letters = [self.letter(word) for word in words if word]
            if len(letters) > 1 and self.kind.startswith("s"):
                raise BadCount(_("In a .%(kind)s file no candidates are tied.", kind=self.kind))
            if letters:
                ranks.append(self.orders.nothing.join(sorted(letters)))
        return ranks

    def letter(self, word: str) -> Order:
        number = str(whole(word)).encode()
        if number not in self.letters:
            raise BadCount(_("There is no candidate %(id)s.", id=number.decode()))
        return self.letters[number]

    def election(self) -> Election:
        if self.orders is None:
            self.begin()
        orders = self.orders
        assert orders is not None
        names = {}
        for key, value in self.meta.items():
            if found := NAME.fullmatch(key):
                self.at = self.said[key]
                self.letter(found[1])
                names[str(int(found[1]))] = value
        orders.settled()
        voters = orders.voters
        if "BLANK BALLOTS" in self.meta:
            orders.blank += self.number("BLANK BALLOTS")
        if "NUMBER VOTERS" in self.meta and (said := self.number("NUMBER VOTERS")) != voters:
            raise BadCount(
                _(
                    "The header names %(said)s voters; the ballots are %(found)s.",
                    said=said,
                    found=voters,
                )
            )
        return Election(
            options=tuple(Option(key, names.get(key) or key) for key in orders.keys),
            ballots=orders,
            kind="ranking",
            title=self.meta.get("TITLE", ""),
            meta={**self.meta, "format": self.kind},
        )


def readable(line: bytes) -> None:
    try:
        line.decode()
    except UnicodeDecodeError:
        raise BadCount(_("The text is not UTF-8.")) from None


KEPT = ("DESCRIPTION", "MODIFICATION TYPE", "RELATES TO", "RELATED FILES")
DATES = ("PUBLICATION DATE", "MODIFICATION DATE")


def write(election: Election, name: str) -> str:
    """The election as such a file; withdrawn candidates are left out of it."""
    kind = PurePath(name).suffix.lower().lstrip(".")
    if election.kinds - {"ranking"}:
        raise BadCount(_("Only ranked ballots can be written in this format."))
    gone = [option.id for option in election.options if option.withdrawn]
    orders = packed(election).without(gone, "equal")
    if orders.tied and kind.startswith("s"):
        raise BadCount(_("Some candidates are tied. Write a .toi file instead."))
    size = len(orders.keys)
    number = {letter[0]: str(place) for place, letter in enumerate(orders.letters, start=1)}
    rows = [(",".join(number[mark] for mark in order), n) for order, n in orders.strict()]
    short = any(len(order) < size for order, _n in orders.strict())
    for ranks, n in orders.tied.items():
        words = [[number[mark] for mark in rank] for rank in ranks]
        short = short or sum(map(len, words)) < size
        rows.append((",".join(w[0] if len(w) == 1 else "{" + ",".join(w) + "}" for w in words), n))
    if kind.endswith("c") and short:
        raise BadCount(
            _(
                "Some ballots do not name everybody. Write a %(suffix)s file instead.",
                suffix=f".{kind[:2]}i",
            )
        )
    merged: dict[str, int] = {}
    for row, n in rows:
        merged[row] = merged.get(row, 0) + n
    names = election.names
    head = [
        ("FILE NAME", name),
        ("TITLE", election.title),
        *((key, str(election.meta.get(key, ""))) for key in KEPT),
        *((key, str(election.meta[key])) for key in DATES if key in election.meta),
        ("DATA TYPE", kind),
        ("NUMBER ALTERNATIVES", str(size)),
        ("NUMBER VOTERS", str(sum(merged.values()))),
        ("NUMBER UNIQUE ORDERS", str(len(merged))),
        *([("BLANK BALLOTS", str(orders.blank))] if orders.blank else []),
        *((f"ALTERNATIVE NAME {n}", names[key]) for n, key in enumerate(orders.keys, start=1)),
    ]
    lines = [f"# {key}: {' '.join(value.split())}".rstrip() for key, value in head]
    ballots = sorted(merged.items(), key=lambda row: (-row[1], row[0]))
    return "\n".join([*lines, *(f"{n}: {row}" for row, n in ballots)]) + "\n"
