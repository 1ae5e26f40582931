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
