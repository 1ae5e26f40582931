"""Figures as ready numbers for server-side SVG: templates do no arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass

from people.formats import number as written

WIDTH, BAR_MAX, ROW = 372, 300, 42
LINE = 46
"""Characters of a name that fit above a bar; the table beside it has the whole name."""


@dataclass(frozen=True)
class Bar:
    """One row: a name, a count, and whether it won (filled) or not (hatched)."""

    name: str
    value: int
    won: bool


def bars(rows: Sequence[Bar], *, title: str, caption: str) -> dict:
    """A bar figure for `components/figure/bars.html`: `{"title", "caption", "height", "rows"}`.

    Widths are units of a drawing 372 wide; the longest bar is 300.
    """
    most = max((row.value for row in rows), default=0) or 1
    return {
        "title": title,
        "caption": caption,
        "height": ROW * len(rows),
        "rows": [
            _row(row, ROW * number, row.value / most * BAR_MAX) for number, row in enumerate(rows)
        ],
    }


def _row(row: Bar, top: int, width: float) -> dict:
    return {
        "name": row.name if len(row.name) <= LINE else row.name[: LINE - 1].rstrip() + "…",
        "y_text": top + 14,
        "y_bar": top + 20,
        "y_value": top + 30,
        "width": f"{width:.1f}",
        "x_value": f"{width + 7:.1f}",
        "value": written(row.value),
        "won": row.won,
    }


@dataclass(frozen=True)
class Strip:
    """One way to cut a sum: a name, a note, and its pieces, each with whether others share it."""

    name: str
    note: str
    parts: Sequence[tuple[int, bool]]


STRIP, GAP = 64, 1.5


def strips(rows: Sequence[Strip], *, whole: int, title: str, caption: str) -> dict:
    """Strips for `components/figure/strips.html`; the whole width stands for `whole`."""
    return {
        "title": title,
        "caption": caption,
        "height": STRIP * len(rows),
        "rows": [_strip(row, STRIP * number, whole) for number, row in enumerate(rows)],
    }


def _strip(row: Strip, top: int, whole: int) -> dict:
    parts, done = [], 0
    for size, shared in row.parts:
        x, width = (value / (whole or 1) * WIDTH for value in (done, size))
        parts.append({"x": f"{x:.2f}", "width": f"{max(width - GAP, 0.5):.2f}", "shared": shared})
        done += size
    return {
        "name": row.name,
        "note": row.note,
        "y_text": top + 16,
        "y_bar": top + 24,
        "parts": parts,
    }
