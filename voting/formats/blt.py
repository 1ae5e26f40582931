"""`.blt`: `candidates seats`, withdrawn ones as negative numbers, `weight a b c 0` …, `0`, names, title.

Read in the conventions met in published files: comments (`# …` and `/* … */`), ballots over several
lines or several on one, shared ranks (`2=3`), skipped ranks (`-`, closed up), ballot ids in
parentheses, words in square brackets (`[withdrawn 4]`, `[nick a b c]`, others are passed over),
names with a party behind, without quotation marks, or all on one line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from voting.counting.election import Election, Option
from voting.counting.errors import BadCount
from voting.counting.orders import MOST_AT_HAND, Order, Orders, packed
from voting.counting.words import _
from voting.formats.limits import candidates, short_enough, weight, whole
from voting.formats.text import text_of

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|/\*|\*/|#|\[|\]|\([^()"]*\)|[^\s"\[\]()#]+|\S')
PLAIN = re.compile(r"\s*([1-9]\d{0,9})((?:\s+[1-9]\d*)*)\s+0\s*")
"""The line that makes up nearly all of a file: a weight, candidates, and a 0 that ends both."""


def read(data: bytes, name: str) -> Election:
    file = File(text_of(data))
    file.read()
    return file.election()


@dataclass
class File:
    """A file while it is read, word by word."""

    text: str
    part: str = "header"
    """Which part is being read: `header`, `ballots` or `names`."""
    size: str = ""
    orders: Orders = field(init=False)
    seats: int = 0
    withdrawn: set[str] = field(default_factory=set)
    nicks: dict[str, str] = field(default_factory=dict)
    words: list[tuple[int, list[str]]] = field(default_factory=list)
    """The names and what follows them: for each line, what stands on it."""
    ballot: list[str] | None = None
    """The ballot that is not ended yet; it stands for `weight` people and began on line `began`."""
    weight: int = 1
    began: int = 0
    bracket: list[str] | None = None
    """What stands in square brackets that are not closed yet."""
    seen: dict[str, list[int]] = field(default_factory=dict)
    """Plain lines read so far, equal ones together: how many people, and the first such line."""
    last: int = 1

    def read(self) -> None:
        number, comment = 0, False
        for number, line in enumerate(self.lines(), start=1):
            short_enough(len(line), number)
            between = self.part == "ballots" and self.ballot is None and not comment
            if between and (plain := PLAIN.fullmatch(line)):
                entry = self.seen.setdefault(plain[2], [0, number])
                entry[0] += weight(plain[1], number)
                if len(self.seen) >= MOST_AT_HAND:
                    self.take()
            else:
                comment = self.line(line, number, comment)
        if self.part != "names":
            raise BadCount(
                _("The file ends before the 0 that ends the ballots."), line=max(number, 1)
            )
        self.last = max(number, 1)
        self.take()
        self.orders.settled()

    def lines(self) -> Iterator[str]:
        start = 0
        while start < len(self.text):
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            yield self.text[start:end]
            start = end + 1

    def line(self, line: str, number: int, comment: bool) -> bool:
        """Take a line's words to where they belong; returns whether a comment stays open."""
        if self.part == "names" and '"' not in line and not comment:
            if bare := line.partition("#")[0].strip():
                self.words.append((number, [bare]))
            return False
        fresh = True
        for word in TOKEN.findall(line):
            if comment:
                comment = word != "*/"
            elif word == "/*":
                comment = True
            elif word == "#":
                break
            elif self.bracket is not None:
                self.bracketed(word, number)
            elif word == "[" and self.part == "ballots":
                self.bracket = []
            elif self.part == "names":
                if fresh:
                    self.words.append((number, []))
                    fresh = False
                self.words[-1][1].append(unquoted(word))
            elif self.part == "ballots":
                self.ballots(word, number)
            else:
                self.header(word, number)
        return comment

    def header(self, word: str, number: int) -> None:
        if not self.size:
            self.size = word
            return
        size = candidates(self.size, number)
        self.orders = Orders([str(place) for place in range(1, size + 1)])
        self.seats = whole(word, number)
        if not 1 <= self.seats <= size:
            raise BadCount(
                _(
                    "There are %(seats)s seats and %(size)s candidates.",
                    seats=self.seats,
                    size=size,
                ),
                line=number,
            )
        self.part = "ballots"

    def ballots(self, word: str, number: int) -> None:
        if self.ballot is None:
            if word.startswith("-") and len(word) > 1 and not self.seen:
                self.withdrawn.add(self.key(word[1:], number))
            elif word == "0":
                self.part = "names"
            elif word.startswith("(") and word.endswith(")"):
                self.ballot, self.began, self.weight = [], number, 1
            else:
                self.ballot, self.began, self.weight = [], number, weight(word, number)
        elif word == "0":
            ranks = [self.rank(each, self.began) for each in self.ballot if each != "-"]
            self.put(ranks, self.weight, self.began)
            self.ballot = None
        else:
            self.ballot.append(word)
            if len(self.ballot) > 2 * len(self.orders.keys):
                raise BadCount(_("The ballot is not ended by a 0."), line=self.began)

    def bracketed(self, word: str, number: int) -> None:
        assert self.bracket is not None
        if word != "]":
            self.bracket.append(word)
            return
        kind, *rest = self.bracket or [""]
        self.bracket = None
        if kind == "withdrawn":
            self.withdrawn.update(self.key(each, number) for each in rest)
        elif kind == "nick":
            if len(rest) != len(self.orders.keys):
                raise BadCount(_("[nick] does not name every candidate once."), line=number)
            self.nicks = dict(zip(rest, self.orders.keys, strict=True))

    def key(self, word: str, number: int) -> str:
        key = self.nicks.get(word) or str(whole(word, number))
        if key not in self.orders.letter_of:
            raise BadCount(_("There is no candidate %(id)s.", id=key), line=number)
        return key

    def rank(self, word: str, number: int) -> Order:
        letters = [self.orders.letter_of[self.key(each, number)] for each in word.split("=")]
        return self.orders.nothing.join(sorted(letters))

    def put(self, ranks: list[Order], count: int, number: int) -> None:
        order = self.orders.nothing.join(ranks)
        if len(set(order)) < len(order):
            raise BadCount(_("A candidate stands twice on one ballot."), line=number)
        self.orders.put(ranks, count)

    def take(self) -> None:
        """Put the plain lines collected so far into the orders: equal ones were read once."""
        letter_of = self.orders.letter_of
        for words, (count, number) in self.seen.items():
            try:
                ranks = [letter_of[word] for word in words.split()]
            except KeyError:
                ranks = [self.rank(word, number) for word in words.split()]
            self.put(ranks, count, number)
        self.seen = {}

    def election(self) -> Election:
        names, rest = self.told()
        return Election(
            options=tuple(
                Option(key, name, withdrawn=key in self.withdrawn)
                for key, name in zip(self.orders.keys, names, strict=True)
            ),
            ballots=self.orders,
            kind="ranking",
            title=rest[0] if rest else "",
            seats=self.seats,
            rule=("stv-scottish", {}),
            meta={"format": "blt", **({"source": rest[1]} if len(rest) > 1 else {})},
        )

    def told(self) -> tuple[list[str], list[str]]:
        """The candidates' names and what follows them: one a line, or all in a row."""
        size = len(self.orders.keys)
        entries = [" ".join(words) for _line, words in self.words if words]
        if len(entries) < size:
            entries = [word for _line, words in self.words for word in words]
        if len(entries) < size:
            raise BadCount(
                _(
                    "There are %(found)s names for %(size)s candidates.",
                    found=len(entries),
                    size=size,
                ),
                line=self.last,
            )
        return entries[:size], entries[size:]


def unquoted(word: str) -> str:
    if len(word) > 1 and word[0] == word[-1] == '"':
        return re.sub(r"\\(.)", r"\1", word[1:-1])
    return word


def write(election: Election, name: str) -> str:
    """The election as a `.blt` file; candidates are numbered in their order."""
    if election.kinds - {"ranking"}:
        raise BadCount(_("Only ranked ballots can be written in this format."))
    orders = packed(election)
    number = {letter[0]: str(place) for place, letter in enumerate(orders.letters, start=1)}
    gone = [f"-{place}" for place, one in enumerate(election.options, start=1) if one.withdrawn]
    rows: dict[str, int] = {}
    for ranks, count in orders.ranks():
        row = " ".join("=".join(number[mark] for mark in rank) for rank in ranks)
        rows[row] = rows.get(row, 0) + count
    ballots = [f"{count} {row} 0" for row, count in sorted(rows.items())]
    blank = [f"{orders.blank} 0"] if orders.blank else []
    title = election.title or "Election"
    names = [quoted(each) for each in [*(one.name or one.id for one in election.options), title]]
    head = [f"{len(election.options)} {election.seats or 1}", *([" ".join(gone)] if gone else [])]
    return "\n".join([*head, *ballots, *blank, "0", *names]) + "\n"


def quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
