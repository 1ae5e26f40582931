"""The course of a count as ready numbers for server-side SVG: who had how much at every stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

WIDTH, STRIP, ROW = 372, 34, 66
NAME = 30
"""Characters of a name that fit beside its fate; the table has the whole name."""


@dataclass(frozen=True)
class Runner:
    """One candidate: votes by stage until it goes out, the stage (from 0) at which it was elected."""

    name: str
    fate: str
    votes: Sequence[Fraction]
    elected: int | None


def course(runners: Sequence[Runner], *, limit: Fraction | None, title: str, caption: str) -> dict:
    """A strip of columns for each runner, a column for each stage; `limit` is the line to reach."""
    stages = max((len(runner.votes) for runner in runners), default=0) or 1
    most = max([limit or Fraction(0), *(v for runner in runners for v in runner.votes)]) or 1
    step = WIDTH / stages
    rows = []
    for place, runner in enumerate(runners):
        base = ROW * place + 22 + STRIP
        rows.append(
            {
                "name": _short(runner.name),
                "fate": runner.fate,
                "won": runner.elected is not None,
                "y_text": ROW * place + 14,
                "y_base": base,
                "y_limit": f"{base - STRIP * float((limit or 0) / most):.1f}" if limit else "",
                "columns": [
                    {
                        "x": f"{step * stage:.1f}",
                        "width": f"{max(step - 3, 1):.1f}",
                        "y": f"{base - STRIP * float(votes / most):.1f}",
                        "height": f"{STRIP * float(votes / most):.1f}",
                        "won": runner.elected is not None and stage >= runner.elected,
                    }
                    for stage, votes in enumerate(runner.votes)
                ],
            }
        )
    return {
        "title": title,
        "caption": caption,
        "width": WIDTH,
        "height": ROW * len(runners),
        "rows": rows,
    }


def pairs(keys: Sequence[str], votes: Mapping[str, Any], *, title: str, caption: str) -> dict:
    """A square for every two: filled where the row beats the column, hatched where it loses."""
    edge = 26
    size = (WIDTH - edge) / (len(keys) or 1)
    rows = []
    for down, one in enumerate(keys):
        top = edge + size * down
        rows.append(
            {
                "number": down + 1,
                "y_text": f"{top + size / 2 + 5:.1f}",
                "cells": [
                    {
                        "x": f"{edge + size * across + 1.5:.1f}",
                        "y": f"{top + 1.5:.1f}",
                        "size": f"{max(size - 3, 1):.1f}",
                        "kind": _kind(votes, one, other),
                    }
                    for across, other in enumerate(keys)
                ],
            }
        )
    return {
        "title": title,
        "caption": caption,
        "width": WIDTH,
        "height": f"{edge + size * len(keys):.0f}",
        "columns": [
            {"number": place + 1, "x": f"{edge + size * place + size / 2:.1f}"}
            for place in range(len(keys))
        ],
        "rows": rows,
    }


def _kind(votes: Mapping[str, Any], one: str, other: str) -> str:
    if one == other:
        return ""
    mine, theirs = votes[one][other], votes[other][one]
    return "won" if mine > theirs else "lost" if mine < theirs else "level"


def _short(name: str) -> str:
    return name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"
