"""Decisions and their statements: the public log, the history of an item, one statement."""

from django.db.models import Q, QuerySet

from consultations.models import Clause
from consultations.queries import house_rules
from discussions.models import Decision, Report, Statement

LOG_PAGE = 50


def public_log(before: int = 0, limit: int = LOG_PAGE) -> list[Decision]:
    """All decisions, newest first, with clause and reports: nothing in it names anybody."""
    decisions = decisions_shown()
    if before:
        decisions = decisions.filter(pk__lt=before)
    return list(decisions.order_by("-pk")[: limit + 1])


def decisions_shown() -> QuerySet[Decision]:
    return Decision.objects.select_related("clause__rules", "statement", "point").prefetch_related(
        "reports"
    )


def decisions_about(item_filter: dict) -> list[Decision]:
    """The history of one item, newest first, for those who judge."""
    return list(
        Decision.objects.filter(**item_filter)
        .select_related("clause", "by", "statement")
        .order_by("-pk")[:50]
    )


def hidden_before(author_id: int | None) -> int:
    """How often something of this author was hidden, for those who judge."""
    if author_id is None:
        return 0
    mine = Q(point__author=author_id) | Q(proposal__author=author_id)
    return Decision.objects.filter(mine, kind=Decision.Kind.HIDE).count()


def statement_to_read(number: int) -> Statement | None:
    return (
        Statement.objects.filter(pk=number)
        .select_related(
            "decision__clause__rules",
            "decision__point__author",
            "decision__point__proposal__consultation",
            "decision__proposal__author",
            "decision__proposal__consultation",
        )
        .first()
    )


def reasons_given(decision: Decision) -> list[str]:
    """The kinds of reasons that reports gave, each once, as the public reads them."""
    labels = dict(Report.Reason.choices)
    return [
        str(labels[reason])
        for reason in dict.fromkeys(report.reason for report in decision.reports.all())
    ]


def clause_in_force(number: str | int | None) -> Clause | None:
    """The clause with this number of the house rules in force, with its rules; or None."""
    rules = house_rules()
    if rules is None:
        return None
    for clause in rules.clauses.all():
        if str(clause.number) == str(number).strip():
            clause.rules = rules
            return clause
    return None
