"""A tree of places as somebody typed it, or as a spreadsheet saved it.

Typed: one place on a line, indented below the one it lies in, with its level after a colon.

    Lindhaven: city
      Old Town: district
        Market Quarter

As CSV: the columns `name`, `level` and `parent`, with commas, semicolons or tabs between.
Everything that is wrong is told at once, each with its line.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Level
from intake.errors import BadInput
from intake.folding import fold
from intake.text import clean_line

MOST_PLACES = 5_000
MOST_BYTES = 1_000_000
NAME_LIMIT = 80
RANK = {level: rank for rank, level in enumerate(reversed(Level.values))}
"""0 is the Union, 6 a neighbourhood: as they stand in the tree, from the top down."""
BELOW: dict[str | None, str] = {
    None: Level.CITY,
    Level.EU: Level.NATION,
    Level.NATION: Level.PROVINCE,
    Level.STATE: Level.PROVINCE,
    Level.PROVINCE: Level.CITY,
    Level.CITY: Level.DISTRICT,
    Level.DISTRICT: Level.NEIGHBOURHOOD,
}
"""The level of a place that names none, by the one it lies in."""


@dataclass(slots=True)
class Line:
    """One place as it was written; `parent` is the name of the one it lies in, or empty."""

    number: int
    name: str
    level: str
    parent: str


@dataclass(slots=True)
class PlaceList:
    """Places from the top down, and what is wrong with the list: good only without troubles."""

    lines: list[Line] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def trouble(self, number: int, sentence: str) -> None:
        self.troubles.append(
            _("Line %(number)s: %(sentence)s") % {"number": number, "sentence": sentence}
        )


def decoded(content: bytes) -> str:
    """The text of an uploaded file; anything but UTF-8 is refused with the place where it breaks."""
    if len(content) > MOST_BYTES:
        raise BadInput(_("This file is larger than 1 MB. It is hardly a list of places."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        number = content[: trouble.start].count(b"\n") + 1
        raise BadInput(
            _(
                "Line %(number)s is not in UTF-8, so that letters like é or ł would be lost. Save the "
                "file once more as “CSV UTF-8”."
            )
            % {"number": number},
            code="encoding",
        ) from trouble


def read_places(text: str) -> PlaceList:
    """A list in either form: as CSV where the first line names the columns, else by indentation."""
    first = text.lstrip().split("\n", 1)[0].lower()
    columns = {word.strip(' "') for word in first.replace(";", ",").replace("\t", ",").split(",")}
    found = from_csv(text) if {"name", "level"} <= columns else from_indentation(text)
    if len(found.lines) > MOST_PLACES:
        found.troubles = [_("These are more than 5,000 places. Leave the smallest out.")]
        return found
    check(found)
    return found


def from_indentation(text: str) -> PlaceList:
    found = PlaceList()
    above: list[tuple[int, str]] = []
    for number, raw in enumerate(text.expandtabs(4).splitlines(), start=1):
        if not raw.strip():
            continue
        depth = len(raw) - len(raw.lstrip())
        while above and above[-1][0] >= depth:
            above.pop()
        name, _colon, level = raw.strip().rpartition(":") if ":" in raw else (raw, "", "")
        if line := written(found, number, name, level, above[-1][1] if above else ""):
            found.lines.append(line)
            above.append((depth, line.name))
    return found


def from_csv(text: str) -> PlaceList:
    found = PlaceList()
    first = text.lstrip().split("\n", 1)[0]
    between = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text.lstrip()), delimiter=between)
    try:
        head = [word.strip().lower() for word in next(rows)]
        for row in rows:
            cells = dict(zip(head, row, strict=False))
            if not any(cell.strip() for cell in row):
                continue
            given = (cells.get(column, "") for column in ("name", "level", "parent"))
            name, level, parent = given
            line = written(found, rows.line_num, name, level, " ".join(parent.split()))
            if line:
                found.lines.append(line)
    except csv.Error as trouble:
        found.trouble(rows.line_num, _("this is not CSV (%(why)s).") % {"why": trouble})
    return found


def written(found: PlaceList, number: int, name: str, level: str, parent: str) -> Line | None:
    """One line, cleaned; None, and its trouble noted, where it has no name that could be kept."""
    try:
        name = clean_line(name, limit=NAME_LIMIT, field=_("name"))
    except BadInput as trouble:
        found.trouble(number, str(trouble.sentence))
        return None
    return Line(number, name, level.strip(), parent)


def check(found: PlaceList) -> None:
    """Note every trouble, settle levels, and put each place behind the one it lies in."""
    refuse_twins(found)
    refuse_unknown_levels(found)
    by_name = {line.name: line for line in found.lines}
    for line in found.lines:
        if line.parent and line.parent not in by_name:
            found.trouble(
                line.number,
                _("“%(name)s” lies in “%(parent)s”, which is not in the list.")
                % {"name": line.name, "parent": line.parent},
            )
    roots = [line for line in found.lines if not line.parent]
    if not found.lines:
        found.troubles.append(_("There is no place in the list. Write at least your city."))
    elif len(roots) != 1:
        found.troubles.append(
            _("One place must lie above all others; here stand on top: %(names)s.")
            % {"names": ", ".join(line.name for line in roots) or "–"}
        )
    if found.troubles:
        return
    ordered = from_the_top(roots[0], found.lines)
    if len(ordered) != len(found.lines):
        left = [line.name for line in found.lines if line not in ordered]
        found.troubles.append(
            _("These lie in each other, in a ring: %(names)s.") % {"names": ", ".join(left[:10])}
        )
        return
    found.lines = ordered
    settle_levels(found, by_name)


def refuse_twins(found: PlaceList) -> None:
    seen: dict[str, int] = {}
    for line in found.lines:
        first = seen.setdefault(fold(line.name), line.number)
        if first != line.number:
            found.trouble(
                line.number,
                _(
                    "“%(name)s” stands in line %(first)s already. Add what tells the two apart, "
                    "like “%(name)s North”."
                )
                % {"name": line.name, "first": first},
            )


def refuse_unknown_levels(found: PlaceList) -> None:
    names = level_names()
    for line in found.lines:
        if line.level and fold(line.level) not in names:
            found.trouble(
                line.number,
                _("“%(level)s” is no level. Levels are: %(levels)s.")
                % {"level": line.level, "levels": ", ".join(Level.values)},
            )


def from_the_top(root: Line, lines: Iterable[Line]) -> list[Line]:
    below: dict[str, list[Line]] = {}
    for line in lines:
        below.setdefault(line.parent, []).append(line)
    ordered, waiting = [], [root]
    while waiting:
        line = waiting.pop()
        ordered.append(line)
        waiting.extend(reversed(below.get(line.name, [])))
    return ordered


def settle_levels(found: PlaceList, by_name: dict[str, Line]) -> None:
    names = level_names()
    for line in found.lines:  # from the top down: what lies above is settled already
        above = by_name[line.parent] if line.parent else None
        if not line.level:
            line.level = BELOW.get(above.level if above else None, Level.NEIGHBOURHOOD)
        else:
            line.level = names[fold(line.level)]
        if above and RANK[line.level] <= RANK[above.level]:
            found.trouble(
                line.number,
                _("“%(name)s” (%(level)s) cannot lie in “%(parent)s” (%(above)s).")
                % {
                    "name": line.name,
                    "level": Level(line.level).label.lower(),
                    "parent": above.name,
                    "above": Level(above.level).label.lower(),
                },
            )


def level_names() -> dict[str, str]:
    """Every word for a level: its own, and its label in the language of the moment."""
    return {fold(value): value for value in Level.values} | {
        fold(str(level.label)): str(level.value) for level in Level
    }


def report(troubles: list[str]) -> str:
    """What is wrong, as one paragraph: the first twenty, and how many more."""
    rest = len(troubles) - 20
    shown = troubles[:20]
    if rest > 0:
        shown.append(ngettext("And %(count)s more.", "And %(count)s more.", rest) % {"count": rest})
    return "\n".join(shown)


def slugs_for(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """An address for each name, none twice: Łódź is `lodz`."""
    used = set(taken)
    slugs = []
    for name in names:
        stem = slugify(fold(name))[:70] or "place"
        slug, number = stem, 2
        while slug in used:
            slug, number = f"{stem}-{number}", number + 1
        used.add(slug)
        slugs.append(slug)
    return slugs
