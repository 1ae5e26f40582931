"""Points and their threads as data."""

from typing import Any

from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from discussions.models import Point
from discussions.queries.points import as_shown, point_to_read
from discussions.rules import shows_totals
from frontend.twins.proposals import name_of, public_or_404
from frontend.twins.twin import Column, Here, Twin
from frontend.twins.walking import newest_first
from proposals.models import Proposal

POINTS = (
    Column("id", gettext_lazy("Number of the point; never given twice")),
    Column("url", gettext_lazy("Its page")),
    Column("proposal", gettext_lazy("Number of the proposal it is about")),
    Column("parent", gettext_lazy("Number of the point it replies to; empty for a point itself")),
    Column("kind", gettext_lazy("for, against or question; a reply has its thread’s")),
    Column("body", gettext_lazy("Its words; empty where they are hidden or withdrawn")),
    Column("author", gettext_lazy("The name its author goes by; empty for a former participant")),
    Column("official", gettext_lazy("Whether a civil servant on duty wrote it")),
    Column("posted", gettext_lazy("When it was published")),
    Column("replies", gettext_lazy("How many replies it has")),
    Column("edited", gettext_lazy("When it was changed after somebody had reacted to it")),
    Column("withdrawn", gettext_lazy("When its author withdrew it")),
    Column("hidden", gettext_lazy("When a decision hid it")),
    Column("clause", gettext_lazy("Number of the house rule by which it was hidden")),
    Column("statement", gettext_lazy("The statement of reasons")),
)
TOTALS = (
    Column("agree", gettext_lazy("How many people agree")),
    Column("disagree", gettext_lazy("How many people disagree")),
    Column("pass", gettext_lazy("How many people passed")),
)


def points(request, number: str) -> Twin:
    """Every point and reply of a proposal, newest first."""
    found = public_or_404(number)
    return twin(
        title=_("Points about “%(title)s”") % {"title": found.title},
        proposal=found,
        rows=Point.objects.filter(proposal=found),
    )


def point(request, number: str) -> Twin:
    """One point with its replies."""
    found = point_to_read(int(number))
    if found is None or found.proposal.hidden:
        raise Http404
    return twin(
        title=_("A point about “%(title)s”") % {"title": found.proposal.title},
        proposal=found.proposal,
        rows=Point.objects.filter(Q(pk=found.pk) | Q(parent=found.pk)),
    )


def twin(*, title: str, proposal: Proposal, rows) -> Twin:
    """Reactions are in it once the discussion is over: before, each reader decides for herself."""
    open_to_all = shows_totals(proposal, timezone.now())
    note = _("How many agree and disagree is published when the discussion has ended.")
    return Twin(
        title=title,
        columns=POINTS + TOTALS if open_to_all else POINTS,
        rows=(point_row(one) for one in newest_first(as_shown(rows))),
        notes=() if open_to_all else (note,),
    )


def point_row(point: Point) -> dict[str, Any]:
    hidden, silent = point.hidden is not None, not point.stands
    return {
        "id": point.pk,
        "url": Here(point.get_absolute_url()),
        "proposal": point.proposal_id,
        "parent": point.parent_id,
        "kind": point.kind,
        "body": None if silent else point.body,
        "author": None if silent else name_of(point),
        "official": point.official,
        "posted": point.posted,
        "replies": point.replies_count,
        "edited": point.edited,
        "withdrawn": point.withdrawn,
        "hidden": point.hidden,
        "clause": point.clause_number if hidden else None,
        "statement": Here(f"/statements/{point.statement_id}/") if point.statement_id else None,
        "agree": None if silent else point.agree,
        "disagree": None if silent else point.disagree,
        "pass": None if silent else point.passed,
    }
