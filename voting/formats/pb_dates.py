"""The days of voting that a `.pb` file names."""

from collections.abc import Mapping
from datetime import date


def days_of_voting(meta: Mapping[str, str]) -> tuple[date, date] | None:
    """First and last day; a bare year stands for the whole year. None where they contradict."""
    begin, end = day(meta.get("date_begin", "")), day(meta.get("date_end", ""), last=True)
    return (begin, end) if begin and end and begin <= end else None


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
