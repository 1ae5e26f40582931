"""`.pb` files, the format of published participatory budgets (PaBuLib), read.

UTF-8, `;`-separated with CSV quoting; sections META, PROJECTS and VOTES, each a header row and then
rows. Every mistake is a `BadCount` naming the line. What contradicts only what the file says about
itself (`num_votes`, `max_length` …) is counted as it stands and said in `Election.notes`.
Beyond the published format we read and write, in META, `pots` (`North=1000,South=500`: districts
with money of their own) and, of a project, `group` (at most one of each wins).
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from voting.counting.ballots import BLANK, Ballot, aggregate
from voting.counting.election import Election, Option
from voting.counting.errors import BadCount
from voting.counting.numbers import Number, number
from voting.counting.words import Sentence, _
from voting.formats.pb_notes import notes_on
from voting.formats.pb_writing import write
from voting.formats.text import text_of

SECTIONS = ("META", "PROJECTS", "VOTES")
KINDS = {
    "approval": "approval",
    "choose-1": "approval",
    "cumulative": "points",
    "scoring": "score",
    "ordinal": "ranking",
}
RULES: dict[str, tuple[str, dict[str, str]]] = {
    "greedy": ("greedy", {}),
    "greedy-no-skip": ("greedy-no-skip", {}),
    "greedy-threshold": ("greedy-threshold", {}),
    "equalshares": ("equal-shares", {"completion": "none"}),
    "equalshares/add1": ("equal-shares", {"completion": "add1"}),
    "phragmen": ("phragmen", {}),
}
THRESHOLD = "min_project_score_threshold"
MOST_MONEY = 10**13
LONGEST_LINE = 1_000_000
LONGEST_ID = 100
MOST_PROJECTS = 20_000
DEFAULT_UNIT = 100
MOST_PLACES = 6

Row = tuple[int, list[str]]


def read(data: bytes, name: str = "") -> Election:
    """The election of a whole file. Raises `BadCount` naming the first line that is wrong."""
    sections = split(text_of(data))
    meta = meta_of(sections["META"])
    for needed in ("budget", "vote_type"):
        if not meta.get(needed):
            raise BadCount(_("META does not say “%(key)s”.", key=needed))
    kind = KINDS.get(meta["vote_type"])
    if kind is None:
        raise BadCount(_("“%(word)s” is not a known vote_type.", word=meta["vote_type"][:40]))
    table = projects(sections["PROJECTS"])
    budget, pots = budget_of(meta)
    unit = unit_for([budget, *pots.values(), *(project.cost for project in table)])
    options = tuple(project.option(unit) for project in table)
    ballots = Votes(kind, {option.id for option in options}, meta).read(sections["VOTES"])
    election = Election(
        options=options,
        ballots=aggregate(ballots),
        kind=kind,
        title=meta.get("description", ""),
        budget=int(budget * unit),
        pots={district: int(pot * unit) for district, pot in pots.items()},
        currency=meta.get("currency", ""),
        unit=unit,
        rule=rule_of(meta),
        meta=meta,
    )
    return election.noting(notes_on(election))


def rule_of(meta: dict[str, str]) -> tuple[str, dict[str, str]] | None:
    """The file's own rule, where we know it; greedy with a threshold is a rule of its own."""
    known = RULES.get(meta.get("rule", "").strip().lower())
    if known is None or not meta.get(THRESHOLD) or not known[0].startswith("greedy"):
        return known
    name = "greedy-no-skip" if known[0] == "greedy-no-skip" else "greedy-threshold"
    return name, {"threshold": meta[THRESHOLD]}


def split(text: str) -> dict[str, list[Row]]:
    """Rows of each section with the numbers of their lines, the header row first."""
    sections: dict[str, list[Row]] = {}
    here: list[Row] | None = None
    for line, row in rows(text):
        word = row[0].strip().upper()
        if word in SECTIONS and not any(cell.strip() for cell in row[1:]):
            if word in sections:
                raise wrong(_("The section %(name)s stands twice.", name=word), line)
            here = sections[word] = []
        elif here is None:
            raise wrong(_("The file does not begin with the section META."), line)
        else:
            here.append((line, row))
    for name in SECTIONS:
        if not sections.get(name):
            raise BadCount(_("The section %(name)s is missing or empty.", name=name))
    return sections


def rows(text: str) -> Iterator[Row]:
    """Every row that is not empty, with the line it begins on; a quoted cell may span lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(measured(lines), delimiter=";")
    line = 1
    try:
        for row in reader:
            if any("\nVOTES\n" in cell or "\nPROJECTS\n" in cell for cell in row):
                raise wrong(_("A quotation mark is opened and never closed."), line)
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as trouble:
        raise wrong(_("The line cannot be read (%(reason)s).", reason=str(trouble)), line) from None


def measured(text: str) -> Iterator[str]:
    for number_of_line, line in enumerate(io.StringIO(text, newline="\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise wrong(_("The line is longer than a million characters."), number_of_line)
        yield line


def meta_of(section: list[Row]) -> dict[str, str]:
    meta: dict[str, str] = {}
    for line, row in section:
        key, value = row[0].strip(), ";".join(row[1:]).strip().strip(";")
        if key == "key" or not key:
            continue
        if meta.get(key, value) != value:
            raise wrong(_("META says “%(key)s” twice, and not the same.", key=key[:40]), line)
        meta[key] = value
    return meta


@dataclass(frozen=True)
class Project:
    id: str
    cost: Number
    cells: dict[str, str]

    def option(self, unit: int) -> Option:
        cells = dict(self.cells)
        return Option(
            id=self.id,
            name=cells.pop("name", ""),
            cost=int(self.cost * unit),
            group=cells.pop("group", ""),
            district=cells.pop("district", ""),
            category=cells.pop("category", ""),
            facts=cells,
        )


def projects(section: list[Row]) -> list[Project]:
    columns = header(section[0], {"project_id", "cost"})
    found: dict[str, Project] = {}
    for line, row in section[1:]:
        cells = named_cells(columns, row, line)
        key = cells.pop("project_id")
        if not key or len(key) > LONGEST_ID or "," in key:
            raise wrong(
                _(
                    "A project needs an id of at most %(most)s characters without a comma.",
                    most=LONGEST_ID,
                ),
                line,
            )
        if key in found:
            raise wrong(_("The project %(id)s stands twice.", id=key), line)
        cost = money(cells.pop("cost"), line)
        found[key] = Project(key, cost, {name: cell for name, cell in cells.items() if cell})
        if len(found) > MOST_PROJECTS:
            raise wrong(_("There are more than %(most)s projects.", most=MOST_PROJECTS), line)
    if not found:
        raise BadCount(_("There is no project in the file."))
    return list(found.values())


@dataclass
class Votes:
    """Reads the rows of VOTES; equal cells are parsed once."""

    kind: str
    known: set[str]
    meta: dict[str, str]
    parsed: dict[tuple[str, str], Ballot] = field(default_factory=dict)

    def read(self, section: list[Row]) -> Iterator[Ballot]:
        needed = {"voter_id", "vote"} | ({"points"} if self.kind in ("points", "score") else set())
        columns = header(section[0], needed)
        voters: set[str] = set()
        for line, row in section[1:]:
            cells = named_cells(columns, row, line)
            voter = cells["voter_id"]
            if voter and voter in voters:
                raise wrong(_("The voter %(id)s stands twice.", id=voter[:40]), line)
            voters.add(voter)
            written = (cells["vote"], cells.get("points", ""))
            if written not in self.parsed:
                self.parsed[written] = self.ballot(*written, line)
            yield self.parsed[written]

    def ballot(self, vote: str, points: str, line: int) -> Ballot:
        choices = [choice.strip() for choice in vote.split(",") if choice.strip()]
        if len(set(choices)) < len(choices):
            raise wrong(_("A project is named twice on one ballot."), line)
        if strangers := sorted(set(choices) - self.known):
            raise wrong(_("There is no project %(id)s.", id=strangers[0][:40]), line)
        if not choices:
            return BLANK
        if self.kind == "approval":
            return (self.kind, tuple(sorted(choices)))
        if self.kind == "ranking":
            return (self.kind, tuple((choice,) for choice in choices))
        given = [point(word.strip(), line) for word in points.split(",") if word.strip()]
        if len(given) != len(choices):
            raise wrong(_("There are not as many points as projects."), line)
        return (self.kind, tuple(sorted(zip(choices, given, strict=True))))


def header(row: Row, needed: set[str]) -> list[str]:
    line, cells = row
    columns = [cell.strip() for cell in cells]
    while columns and not columns[-1]:
        columns.pop()
    if missing := sorted(needed - set(columns)):
        raise wrong(_("The column “%(name)s” is missing.", name=missing[0]), line)
    if len(set(columns)) < len(columns):
        raise wrong(_("Two columns have the same name."), line)
    return columns


def named_cells(columns: list[str], row: list[str], line: int) -> dict[str, str]:
    if any(cell.strip() for cell in row[len(columns) :]):
        raise wrong(_("The row has more cells than the header has columns."), line)
    cells = [cell.strip() for cell in row[: len(columns)]]
    return dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True))


def budget_of(meta: dict[str, str]) -> tuple[Number, dict[str, Number]]:
    pots: dict[str, Number] = {}
    for word in filter(None, meta.get("pots", "").split(",")):
        district, _equals, text = word.rpartition("=")
        pots[district.strip()] = money(text.strip(), None)
    return money(meta["budget"], None), pots


def unit_for(amounts: list[Number]) -> int:
    """How many parts one of the currency has: a hundred, more where the file is finer."""
    unit = DEFAULT_UNIT
    while any((amount * unit).denominator != 1 for amount in amounts):
        unit *= 10
    return unit


def money(text: str, line: int | None) -> Number:
    try:
        amount = number(text)
    except ValueError:
        raise wrong(_("“%(text)s” is not a sum of money.", text=text[:40]), line) from None
    if not 0 <= amount <= MOST_MONEY:
        raise wrong(_("A sum of money is negative or too large."), line)
    if amount * 10**MOST_PLACES != int(amount * 10**MOST_PLACES):
        raise wrong(_("“%(text)s” has too many decimals.", text=text[:40]), line)
    return amount


def point(text: str, line: int) -> Number:
    try:
        value = number(text)
    except (ValueError, ZeroDivisionError):
        raise wrong(_("“%(text)s” is not a number of points.", text=text[:40]), line) from None
    if not -MOST_MONEY <= value <= MOST_MONEY:
        raise wrong(_("“%(text)s” points are too many.", text=text[:40]), line)
    return value


def wrong(sentence: Sentence, line: int | None) -> BadCount:
    return BadCount(sentence, line=line)


__all__ = ["read", "write"]
