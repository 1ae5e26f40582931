"""What the demo city's texts are made of: plain frozen records, no database.

All dates are whole days relative to the day of seeding: −3 is three days ago,
4 is in four days. People, places, themes, departments, proposals and points
are named by short keys, so that the texts can be read without running anything.
"""

from dataclasses import dataclass


def prose(text: str) -> str:
    """The text with its source wrapping undone: paragraphs stay, list items keep their lines."""
    paragraphs = []
    for block in text.strip().split("\n\n"):
        lines: list[str] = []
        for line in (raw.strip() for raw in block.splitlines()):
            if lines and not line.startswith(("- ", "> ", "## ")):
                lines[-1] += " " + line
            else:
                lines.append(line)
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


@dataclass(frozen=True)
class Theme:
    slug: str
    name: str
    description: str
    is_threat: bool


@dataclass(frozen=True)
class Place:
    key: str
    name: str
    level: str
    parent: str | None


@dataclass(frozen=True)
class Department:
    key: str
    name: str
    place: str


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    kind: str
    email: str
    place: str
    role: str | None = None
    signs_in: bool = False


@dataclass(frozen=True)
class Clause:
    number: int
    title: str
    text: str


@dataclass(frozen=True)
class HouseRules:
    """One version of the house rules; the last one is in force."""

    version: int
    day: int
    intro: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Phase:
    """What may be done between two days; `closes` is the last day it lasts."""

    name: str
    kind: str
    opens: int
    closes: int
    allows: frozenset[str]


@dataclass(frozen=True)
class Promise:
    """Who decides, what happens with what people say, and by when they are answered."""

    who_decides: str
    what_happens: str
    answer_by: int
    threshold: int


@dataclass(frozen=True)
class Consultation:
    key: str
    title: str
    standfirst: str
    body: str
    themes: tuple[str, ...]
    place: str
    departments: tuple[str, ...]
    promise: Promise
    phases: tuple[Phase, ...]
    published: int
    who_may: str
    feeds: str = ""


@dataclass(frozen=True)
class BegunConsultation:
    """A draft that its organiser has only begun to set up."""

    key: str
    title: str
    standfirst: str
    body: str
    themes: tuple[str, ...]
    place: str
    organiser: str


@dataclass(frozen=True)
class Version:
    day: int
    body: str
    note: str = ""
    title: str = ""


def once(day: int, text: str) -> tuple[Version, ...]:
    """The versions of a proposal that was never edited."""
    return (Version(day, prose(text)),)


@dataclass(frozen=True)
class Withdrawal:
    day: int
    reason: str


@dataclass(frozen=True)
class Proposal:
    """A proposal as its author left it; the last of its versions is the one in force."""

    key: str
    consultation: str
    author: str
    title: str
    place: str
    where: str
    versions: tuple[Version, ...]
    helps: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    supporters: int = 0
    euros: int | None = None
    withdrawn: Withdrawal | None = None

    @property
    def day(self) -> int:
        return self.versions[0].day


@dataclass(frozen=True)
class Hiding:
    """A moderator's decision to hide a point, with its statement of reasons."""

    day: int
    moderator: str
    clause: int
    reason: str
    facts: str
    why: str
    reported: str = ""


@dataclass(frozen=True)
class Point:
    """For, against or a question, with what was said under it (a reply has its point's kind)."""

    proposal: str
    kind: str
    author: str
    day: int
    body: str
    replies: tuple["Reply", ...] = ()
    hidden: Hiding | None = None
    earlier: str = ""


@dataclass(frozen=True)
class Reply:
    author: str
    day: int
    body: str


@dataclass(frozen=True)
class Commitment:
    what: str
    due: int
    who: str
    done: int | None = None


@dataclass(frozen=True)
class Answer:
    """`kind` is will, partly or wont; `money`, `who` and `by_when` are said in words."""

    proposal: str
    kind: str
    department: str
    author: str
    day: int
    because: str
    money: str
    who: str
    by_when: str
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True)
class Option:
    """A choice on a poll; `liking` is the share of voters who take it, `won` what came of that."""

    key: str
    title: str
    liking: float
    proposal: str | None = None
    won: bool | None = None


@dataclass(frozen=True)
class Poll:
    consultation: str
    kind: str
    question: str
    explanation: str
    opens: int
    closes: int
    turnout: int
    options: tuple[Option, ...]
    proposal: str | None = None
    euros: int | None = None


@dataclass(frozen=True)
class Report:
    """A reader's report that nobody has judged yet; `author` says whose point it is about."""

    proposal: str
    author: str
    hours_ago: int
    reason: str
    facts: str
