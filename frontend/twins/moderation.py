"""What the moderators decided, as data: no names, no words, not even which item."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from discussions.models import Decision, Statement
from discussions.queries.decisions import decisions_shown, statement_to_read
from discussions.queries.figures import figures as all_figures
from frontend.twins.twin import Column, Here, Twin
from frontend.twins.walking import newest_first

DECISIONS = (
    Column("id", gettext_lazy("Number of the decision; never given twice")),
    Column("at", gettext_lazy("When it was taken")),
    Column("item", gettext_lazy("What it is about: proposal, point or reply")),
    Column("kind", gettext_lazy("hide, restore or dismiss (left as it is)")),
    Column("rules", gettext_lazy("Version of the house rules, see /rules.csv")),
    Column("clause", gettext_lazy("Number of the house rule it cites")),
    Column("reasons", gettext_lazy("Why it was reported; empty where a moderator found it")),
    Column("statement", gettext_lazy("The statement of reasons, where something was hidden")),
)
FIGURES = (
    Column("month", gettext_lazy("First day of the month")),
    Column("kind", gettext_lazy("report (received), hide, restore or dismiss (left as it is)")),
    Column("reason", gettext_lazy("Reason that a report gave; empty for decisions")),
    Column("rules", gettext_lazy("Version of the house rules that a decision cites")),
    Column("clause", gettext_lazy("Number of the house rule that a decision cites")),
    Column("count", gettext_lazy("How many; months and kinds without any are left out")),
)
STATEMENT = (
    Column("id", gettext_lazy("Number of the statement; never given twice")),
    Column("url", gettext_lazy("Its page")),
    Column("decision", gettext_lazy("Number of the decision, see /moderation.csv")),
    Column("at", gettext_lazy("When it was decided")),
    Column("scope", gettext_lazy("What the decision reaches")),
    Column("duration", gettext_lazy("For how long")),
    Column("ground", gettext_lazy("Clause of the house rules, in words")),
    Column("why", gettext_lazy("Why the clause applies")),
    Column("own_initiative", gettext_lazy("Whether a moderator found it without a report")),
    Column("automated", gettext_lazy("Whether a machine decided; never here")),
)


def log(request) -> Twin:
    return Twin(
        title=_("Moderation log"),
        columns=DECISIONS,
        rows=(decision_row(one) for one in newest_first(decisions_shown())),
    )


def figures(request) -> Twin:
    """All years, whichever the page shows."""
    return Twin(
        title=_("Moderation in figures"),
        columns=FIGURES,
        rows=[
            {
                "month": one.month,
                "kind": one.kind,
                "reason": one.reason or None,
                "rules": one.rules,
                "clause": one.clause,
                "count": one.count,
            }
            for one in all_figures()
        ],
    )


def statement(request, number: str) -> Twin:
    found = statement_to_read(int(number))
    if found is None:
        raise Http404
    return Twin(
        title=_("Statement of reasons"),
        columns=STATEMENT,
        rows=[statement_row(found)],
        notes=(_("The facts of the case are told to the author alone."),),
    )


def decision_row(decision: Decision) -> dict[str, Any]:
    found = getattr(decision, "statement", None)
    return {
        "id": decision.pk,
        "at": decision.at,
        "item": "proposal"
        if decision.proposal_id
        else "reply"
        if decision.point.parent_id
        else "point",
        "kind": decision.kind,
        "rules": decision.clause.rules.version if decision.clause else None,
        "clause": decision.clause.number if decision.clause else None,
        "reasons": sorted({report.reason for report in decision.reports.all()}),
        "statement": Here(f"/statements/{found.pk}/") if found else None,
    }


def statement_row(found: Statement) -> dict[str, Any]:
    return {
        "id": found.pk,
        "url": Here(f"/statements/{found.pk}/"),
        "decision": found.decision_id,
        "at": found.decision.at,
        "scope": found.scope,
        "duration": found.duration,
        "ground": found.ground,
        "why": found.why,
        "own_initiative": found.own_initiative,
        "automated": found.automated,
    }
