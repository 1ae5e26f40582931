"""How much was reported and decided, month by month: numbers alone, nobody and nothing by name."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from discussions.models import Decision, Report


@dataclass(frozen=True, slots=True)
class Figure:
    """In one month so many of one kind: `report` or a kind of decision, with its reason or clause."""

    month: date
    kind: str
    reason: str
    rules: int | None
    clause: int | None
    title: str
    count: int


def figures(year: int | None = None) -> list[Figure]:
    """Every month in which something happened, the newest first: two queries."""
    found = [*reports(year), *decisions(year)]
    return sorted(found, key=lambda one: (one.month, one.kind, one.clause or 0), reverse=True)


def reports(year: int | None) -> list[Figure]:
    rows = of_year(Report.objects.annotate(month=TruncMonth("made")), "made", year)
    counted = rows.values("month", "reason").annotate(count=Count("pk")).order_by("month", "reason")
    return [
        Figure(day(row["month"]), "report", row["reason"], None, None, "", row["count"])
        for row in counted
    ]


def decisions(year: int | None) -> list[Figure]:
    rows = of_year(Decision.objects.annotate(month=TruncMonth("at")), "at", year)
    what = ("month", "kind", "clause__rules__version", "clause__number", "clause__title")
    counted = rows.values(*what).annotate(count=Count("pk")).order_by(*what)
    return [
        Figure(
            month=day(row["month"]),
            kind=row["kind"],
            reason="",
            rules=row["clause__rules__version"],
            clause=row["clause__number"],
            title=row["clause__title"] or "",
            count=row["count"],
        )
        for row in counted
    ]


def of_year(rows: QuerySet, field: str, year: int | None) -> QuerySet:
    return rows.filter(**{f"{field}__year": year}) if year else rows


def day(moment) -> date:
    return timezone.localdate(moment)
