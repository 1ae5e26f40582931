"""Reading `.pb` files, the format of published participatory budgets (PaBuLib).

Pure: text in, an `Election` out. Every mistake is a `BadInput` whose sentence names the line.
Format: UTF-8, `;`-separated with CSV quoting; sections META, PROJECTS and VOTES, each a header row
and then rows. Source: pabulib.org, “.pb file format”.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from intake.errors import BadInput

SECTIONS = ("META", "PROJECTS", "VOTES")
VOTE_TYPES = {"approval", "choose-1", "cumulative", "ordinal"}
MOST_MONEY = Decimal(10) ** 13
LONGEST_LINE = 1_000_000


@dataclass(frozen=True)
class Project:
    """A project of a published budget; `cost` in cents, `votes` and `selected` as published."""

    key: str
    name: str
    cost: int
    votes: int | None
    selected: int | None
    facts: dict


@dataclass
class Election:
    """A whole file. `ballots` maps each distinct canonical ballot to how many cast it."""

    meta: dict[str, str]
    projects: list[Project] = field(default_factory=list)
    ballots: dict[tuple, int] = field(default_factory=dict)
    voters: int = 0

    @property
    def kind(self) -> str:
        """The poll's kind: `approval`, `points` or `ranking`."""
        return {"cumulative": "points", "ordinal": "ranking"}.get(self.vote_type, "approval")

    @property
    def vote_type(self) -> str:
        return self.meta.get("vote_type", "")

    @property
    def budget(self) -> int:
        return cents(self.meta["budget"], "META")

    def dates(self) -> tuple[date, date] | None:
        """First and last day of voting; a bare year stands for the whole year."""
        begin, end = (
            day(self.meta.get("date_begin", "")),
            day(self.meta.get("date_end", ""), last=True),
        )
        return (begin, end) if begin and end and begin <= end else None


def read(text: str) -> Election:
    """Read a whole `.pb` text. Raises `BadInput` naming the first line that is wrong."""
    sections = split(text)
    meta = {row[0].strip(): row[1].strip() for _n, row in sections["META"][1:] if len(row) > 1}
    for needed in ("budget", "vote_type"):
        if not meta.get(needed):
            raise wrong(f"META does not say “{needed}”.")
    election = Election(meta)
    if election.vote_type not in VOTE_TYPES:
        raise wrong(f"“{election.vote_type}” is not a known vote_type.")
    cents(meta["budget"], "META")
    election.projects = projects(sections["PROJECTS"])
    take_votes(election, sections["VOTES"])
    return election


def split(text: str) -> dict[str, list[tuple[int, list[str]]]]:
    """Rows of each section with their line numbers, the header row first."""
    sections: dict[str, list[tuple[int, list[str]]]] = {}
    here: list[tuple[int, list[str]]] | None = None
    for number, row in rows(text):
        word = row[0].strip() if row else ""
        if len(row) == 1 and word.upper() in SECTIONS:
            here = sections.setdefault(word.upper(), [])
        elif here is None:
            raise wrong("The file does not begin with the section META.", number)
        else:
            here.append((number, row))
    for name in SECTIONS:
        if not sections.get(name):
            raise wrong(f"The section {name} is missing or empty.")
    return sections


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    lines = text.removeprefix("\ufeff").splitlines()
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise wrong("The line is longer than a million characters.", number)
    reader = csv.reader(lines, delimiter=";")
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as trouble:
        raise wrong(f"The line cannot be read ({trouble}).", reader.line_num) from None


def projects(section) -> list[Project]:
    columns = header(section[0], {"project_id", "cost"})
    found: dict[str, Project] = {}
    for number, row in section[1:]:
        cells = named(columns, row, number)
        key = cells.pop("project_id")
        if not key or len(key) > 40:
            raise wrong("A project needs an id of at most 40 characters.", number)
        if key in found:
            raise wrong(f"The project {key} stands twice.", number)
        found[key] = Project(
            key=key,
            name=cells.pop("name", "") or f"Project {key}",
            cost=cents(cells.pop("cost"), number),
            votes=whole(cells.pop("votes", ""), number),
            selected=whole(cells.pop("selected", ""), number),
            facts={name: value for name, value in cells.items() if value},
        )
    if not found:
        raise wrong("There is no project in the file.")
    return list(found.values())


def take_votes(election: Election, section) -> None:
    columns = header(section[0], {"voter_id", "vote"})
    known = {project.key for project in election.projects}
    voters: set[str] = set()
    longest = whole(election.meta.get("max_length", ""), "META") or len(known)
    for number, row in section[1:]:
        cells = named(columns, row, number)
        if cells["voter_id"] in voters:
            raise wrong(f"The voter {cells['voter_id']} stands twice.", number)
        voters.add(cells["voter_id"])
        choices = [choice.strip() for choice in cells["vote"].split(",") if choice.strip()]
        if len(set(choices)) < len(choices):
            raise wrong("A project is named twice on one ballot.", number)
        if strangers := sorted(set(choices) - known):
            raise wrong(f"There is no project {strangers[0]}.", number)
        ballot = ballot_of(election.kind, choices, cells.get("points", ""), longest, number)
        election.ballots[ballot] = election.ballots.get(ballot, 0) + 1
    election.voters = len(voters)


def ballot_of(kind: str, choices: list[str], points: str, longest: int, number: int) -> tuple:
    """A ballot that can be a dictionary key; `as_json` makes the stored form of it."""
    if not choices:
        return ("blank",)
    if kind == "approval":
        return (kind, tuple(sorted(choices)))
    if kind == "ranking":
        return (kind, tuple(choices), longest)
    given = [whole(word.strip(), number) for word in points.split(",") if word.strip()]
    if len(given) != len(choices):
        raise wrong("There are not as many points as projects.", number)
    return (kind, tuple(sorted(zip(choices, given, strict=True))))


def as_json(ballot: tuple) -> dict:
    """A ballot in canonical JSON, as `voting.ballots` and `voting.counting` read it."""
    kind = ballot[0]
    if kind == "blank":
        return {"kind": "blank"}
    if kind == "approval":
        return {"choices": list(ballot[1]), "kind": "approval"}
    if kind == "points":
        return {"kind": "points", "points": dict(ballot[1])}
    return {"kind": "ranking", "ranking": [[key] for key in ballot[1]]}


def header(line: tuple[int, list[str]], needed: set[str]) -> list[str]:
    number, cells = line
    columns = [cell.strip() for cell in cells]
    if missing := sorted(needed - set(columns)):
        raise wrong(f"The column “{missing[0]}” is missing.", number)
    return columns


def named(columns: list[str], row: list[str], number: int) -> dict[str, str]:
    if len(row) > len(columns):
        raise wrong("The row has more cells than the header has columns.", number)
    cells = [cell.strip() for cell in row] + [""] * (len(columns) - len(row))
    return dict(zip(columns, cells, strict=True))


def cents(text: str, line) -> int:
    """Money as a whole number of cents."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise wrong(f"“{text[:40]}” is not a sum of money.", line) from None
    if not amount.is_finite() or not 0 <= amount <= MOST_MONEY:
        raise wrong("A sum of money is negative or too large.", line)
    if amount * 100 != int(amount * 100):
        raise wrong(f"“{text[:40]}” has parts of a cent.", line)
    return int(amount * 100)


def whole(text: str, line) -> int | None:
    """A whole number, None where the cell is empty."""
    if not text:
        return None
    try:
        amount = Decimal(text)
        if amount != int(amount) or not 0 <= amount <= MOST_MONEY:
            raise ValueError
    except (InvalidOperation, ValueError, OverflowError):
        raise wrong(f"“{text[:40]}” is not a whole number.", line) from None
    return int(amount)


def day(text: str, *, last: bool = False) -> date | None:
    """`31.12.2023` or a bare year; None for anything else."""
    parts = text.split(".")
    try:
        if len(parts) == 3:
            return date(int(parts[2]), int(parts[1]), int(parts[0]))
        if len(parts) == 1 and text:
            return date(int(text), 12, 31) if last else date(int(text), 1, 1)
    except ValueError:
        return None
    return None


def wrong(sentence: str, line=None) -> BadInput:
    where = f"Line {line}: " if isinstance(line, int) else f"{line}: " if line else ""
    return BadInput(where + sentence, code="bad-file")
