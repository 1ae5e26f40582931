"""What everybody may read of moderation: the log, and each statement of reasons."""

from typing import Any

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from consultations.phases import day
from discussions.models import Decision, Statement
from discussions.phrases import DONE
from discussions.queries.decisions import LOG_PAGE, public_log, reasons_given, statement_to_read
from discussions.rules import may_read_hidden
from discussions.statements import decided_by, found_through
from frontend.pages.points.cards import as_html
from frontend.paging import number_in


@require_GET
def log(request):
    """Every decision, newest first: date, what, which house rule, why it was looked at. No names."""
    found = public_log(number_in(request, "before"))
    now = timezone.now()
    return render(
        request,
        "pages/judge/log.html",
        {
            "decisions": [log_row(decision, now) for decision in found[:LOG_PAGE]],
            "more_url": f"?before={found[LOG_PAGE - 1].pk}" if len(found) > LOG_PAGE else "",
        },
    )


@require_GET
def statement(request, number):
    """A statement of reasons: whole for the author and the moderators, for others without facts."""
    found = statement_to_read(number)
    if found is None:
        raise Http404
    item = found.decision.point or found.decision.proposal
    is_author = request.user.is_authenticated and request.user.pk == item.author_id
    whole = bool(may_read_hidden(request.user, item))
    return render(
        request,
        "pages/judge/statement.html",
        statement_values(found, item, whole, is_author, timezone.now()),
    )


def log_row(decision: Decision, now) -> dict[str, Any]:
    found = getattr(decision, "statement", None)
    return {
        "date": day(decision.at, now),
        "kind": what_kind(decision),
        "done": DONE[Decision.Kind(decision.kind)],
        "rule": str(decision.clause or ""),
        "reasons": reasons_given(decision) or [_("Found by a moderator")],
        "url": f"/statements/{found.pk}/" if found else "",
    }


def what_kind(decision: Decision) -> str:
    if decision.proposal_id:
        return _("Proposal")
    return _("Reply") if decision.point.parent_id else _("Point")


def statement_values(found: Statement, item, whole: bool, is_author: bool, now) -> dict[str, Any]:
    decision = found.decision
    return {
        "title": _("Why this was hidden") if is_author else _("Statement of reasons"),
        "whole": whole,
        "is_author": is_author,
        "date": day(decision.at, now),
        "kind": what_kind(decision),
        "restored": item.hidden is None,
        "scope": found.scope,
        "duration": found.duration,
        "ground": found.ground,
        "found_through": found_through(found),
        "decided_by": decided_by(found),
        "facts": found.facts if whole else "",
        "why": found.why,
        "complain": found.complain,
        "words": as_html(item.body) if whole and decision.point_id else "",
        "heading": item.title if whole and decision.proposal_id else "",
        "item_url": item.get_absolute_url(),
    }
