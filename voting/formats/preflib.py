"""PrefLib's `.soc .soi .toc .toi`: `#` header lines, then `count: order`, ties in braces.

s: no ties, t: ties; c: every ballot names everybody, i: not every one does. Blank ballots, which the
format does not know, stand in a header line of our own, `# BLANK BALLOTS`.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from voting.counting.election import Election, Option
from voting.counting.errors import BadCount
from voting.counting.orders import Order, Orders, enough_at_hand, packed
from voting.counting.words import _
from voting.formats.limits import LONGEST_LINE, candidates, short_enough, weight, whole

RANK = re.compile(r"\{([^{}]*)\}|([^,{}\s]+)")
SHAPE = re.compile(r"\s*(?:\{[^{}]*\}|[^,{}\s]+)(?:\s*,\s*(?:\{[^{}]*\}|[^,{}\s]+))*\s*")
SHIFT = 40
"""A line read before is kept as its count and, below it, the number of the line it first stood on."""
NAME = re.compile(r"ALTERNATIVE NAME (\d+)")


def read(data: bytes, name: str) -> Election:
    """The election in such a file; which of the four it is is told by its suffix."""
    return read_from(BytesIO(data), name)


def read_from(file: BinaryIO, name: str) -> Election:
    """The same, from an open file, line by line: no more of it than needed is in memory at once."""
    kind = PurePath(name).suffix.lower().lstrip(".")
    meta, names = {}, {}
    orders: Orders | None = None
    seen: dict[bytes, int] = {}
    last = taken = 0
    for number, line in lines(file):
        last = number
        if line.startswith(b"#"):
            key, value = header(line, number)
            if found := NAME.fullmatch(key):
                names[int(found[1])] = (value, number)
            else:
                meta[key] = (value, number)
            continue
        if orders is None:
            orders = begun(meta, number)
        count, colon, order = line.partition(b":")
        if not colon:
            raise BadCount(_("Write a ballot as “count: order”."), line=number)
        order = order.strip()
        seen[order] = seen.get(order, number) + (weight(count, number) << SHIFT)
        taken += 1
        if enough_at_hand(len(seen), taken):
            take(seen, orders, kind)
            taken = 0
    if orders is None:
        orders = begun(meta, last + 1)
    take(seen, orders, kind)
    return finished(orders, kind, meta, names)


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that hold something, with their numbers."""
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE + 2), b""), start=1):
        short_enough(len(line), number)
        if not line.isascii():
            line = utf8(line, number)
        if line := line.strip():
            yield number, line


def utf8(line: bytes, number: int) -> bytes:
    if number == 1:
        line = line.removeprefix(b"\xef\xbb\xbf")
    try:
        line.decode()
    except UnicodeDecodeError:
        raise BadCount(_("The text is not UTF-8."), line=number) from None
    return line


def header(line: bytes, number: int) -> tuple[str, str]:
    key, _colon, value = line.decode().lstrip("#").partition(":")
    return key.strip().upper(), value.strip()


def begun(meta: dict[str, tuple[str, int]], line: int) -> Orders:
    if "NUMBER ALTERNATIVES" not in meta:
        raise BadCount(_("The header does not say NUMBER ALTERNATIVES."), line=line)
    size = candidates(*meta["NUMBER ALTERNATIVES"])
    return Orders([str(number) for number in range(1, size + 1)])


def take(seen: dict[bytes, int], orders: Orders, kind: str) -> None:
    """Put what was collected into the orders: equal lines were read once."""
    letters = {key.encode(): letter for key, letter in orders.letter_of.items()}
    size = len(orders.keys)
    complete = kind.endswith("c")
    for raw, both in seen.items():
        count, number = both >> SHIFT, both & ((1 << SHIFT) - 1)
        try:
            flat = order = orders.nothing.join(map(letters.__getitem__, raw.split(b",")))
        except KeyError:
            ranks = ranks_of(raw.decode(), orders, kind, number)
            flat, order = orders.nothing.join(ranks), None
        if len(set(flat)) < len(flat):
            raise BadCount(_("A candidate stands twice on one ballot."), line=number)
        if complete and len(flat) < size:
            raise BadCount(
                _("In a .%(kind)s file every ballot names every candidate.", kind=kind), line=number
            )
        if order is None:
            orders.put(ranks, count)
        else:
            orders.put_strict(order, count)
    seen.clear()


def ranks_of(text: str, orders: Orders, kind: str, line: int) -> list[Order]:
    if not text.strip():
        return []
    if not SHAPE.fullmatch(text):
        raise BadCount(_("Write an order like “1,4,{2,3}”."), line=line)
    ranks = []
    for shared, single in RANK.findall(text):
        words = [word.strip() for word in shared.split(",")] if shared.strip() else [single]
        letters = [letter_of(word, orders, line) for word in words if word]
        if len(letters) > 1 and kind.startswith("s"):
            raise BadCount(_("In a .%(kind)s file no candidates are tied.", kind=kind), line=line)
        if letters:
            ranks.append(orders.nothing.join(sorted(letters)))
    return ranks


def letter_of(word: str, orders: Orders, line: int) -> Order:
    number = str(whole(word, line))
    if number not in orders.letter_of:
        raise BadCount(_("There is no candidate %(id)s.", id=number), line=line)
    return orders.letter_of[number]


def finished(
    orders: Orders,
    kind: str,
    meta: dict[str, tuple[str, int]],
    names: dict[int, tuple[str, int]],
) -> Election:
    for number, (_name, line) in names.items():
        if not 1 <= number <= len(orders.keys):
            raise BadCount(_("There is no candidate %(id)s.", id=str(number)), line=line)
    if "BLANK BALLOTS" in meta:
        orders.blank += whole(*meta["BLANK BALLOTS"])
    orders.settled()
    if "NUMBER VOTERS" in meta:
        said, line = whole(*meta["NUMBER VOTERS"]), meta["NUMBER VOTERS"][1]
        blank = whole(*meta["BLANK BALLOTS"]) if "BLANK BALLOTS" in meta else 0
        if said != orders.voters - blank:
            raise BadCount(
                _(
                    "The header names %(said)s voters; the ballots are %(found)s.",
                    said=said,
                    found=orders.voters - blank,
                ),
                line=line,
            )
    return Election(
        options=tuple(
            Option(key, (names.get(int(key)) or ("", 0))[0] or key) for key in orders.keys
        ),
        ballots=orders,
        kind="ranking",
        title=meta.get("TITLE", ("", 0))[0],
        meta={key: value for key, (value, _line) in meta.items()} | {"format": kind},
    )


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
