"""The pages of a moderator in ready values."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from discussions.actions.reporting import target
from discussions.addresses import item_key
from discussions.letters import LEAVES_AFTER, paragraphs_for_author
from discussions.models import Claim, Decision, Point, Report
from discussions.phrases import DONE, EFFECTS, moment, rule_name, withdrawn_line
from discussions.queries.decisions import decisions_about, hidden_before
from discussions.queries.points import around, earlier_words
from discussions.queries.reports import QUEUE_PAGE, desks_of, queue_of, waiting_reports_of
from discussions.statements import statement_of
from frontend.pages.points.cards import as_html, author_name, words_card
from intake.markdown import render as rendered
from live.topics import versions
from people import formats

JUDGED_WITHIN = timedelta(hours=24)
SOON = timedelta(hours=4)
REASONS = dict(Report.Reason.choices)


def queue_values(request, after: int, now) -> dict[str, Any]:
    """The queue: oldest first, followed live at the desk of each consultation."""
    desks = desks_of(request.user)
    known = versions(desks)
    found = queue_of(request.user, after=after)
    rows = [row_values(request.user, report, now) for report in found[:QUEUE_PAGE]]
    goes_on = len(found) > QUEUE_PAGE
    return {
        "nav": "desk",
        "items": rows,
        "topics": " ".join(desks),
        "versions": " ".join(str(known[desk]) for desk in desks),
        "newer": [] if goes_on else newer_values(found, desks, known, after),
        "more_url": f"?after={found[QUEUE_PAGE - 1].pk}" if goes_on else "",
        "oldest": waited(found[0].made, now) if found and not after else "",
    }


def newer_values(found: list[Report], desks, known, after: int) -> list[dict[str, Any]]:
    """One pill for each desk: which reports of its consultation the page shows already."""
    values = []
    for desk in desks:
        shown = [report for report in found if f"desk.{report.consultation_id}" == desk]
        values.append(
            {
                "topic": desk,
                "version": known[desk],
                "after": max((report.pk for report in shown), default=after),
                "count": len(shown),
                "url": f"/desk/reports/newer/?desk={desk.partition('.')[2]}",
            }
        )
    return values


def row_values(person, report: Report, now) -> dict[str, Any]:
    item = report.point or report.proposal
    claim = live_claim(item, now)
    count = report.reports_of_point or report.reports_of_proposal or 1
    late = report.made + JUDGED_WITHIN
    return {
        "id": item_key(item),
        "desk": f"desk.{report.consultation_id}",
        "kind": _("Point") if report.point_id else _("Proposal"),
        "title": shortened(item.body if report.point_id else item.title),
        "url": f"/desk/items/{item_key(item)}/",
        "why": str(REASONS[report.reason])
        + (" " + _("(%(count)s reports)") % {"count": count} if count > 1 else ""),
        "consultation": report.consultation.title,
        "waiting": waited(report.made, now),
        "due": moment(late),
        "due_state": "late" if now > late else "soon" if now > late - SOON else "",
        "who": claim_words(person, claim),
        "yours": bool(claim and claim.by_id == person.pk),
        "until": claim.until.isoformat() if claim else "",
    }


def item_values(request, item, form, now) -> dict[str, Any]:
    """The item in its place, who reported it and why, and what was decided before."""
    is_point = isinstance(item, Point)
    claim = Claim.objects.select_related("by").filter(**target(item), until__gt=now).first()
    reports = waiting_reports_of(target(item))
    yours = bool(claim and claim.by_id == request.user.pk)
    before = around(item) if is_point else {"above": [], "below": []}
    decisions = decisions_about(target(item))
    return {
        "nav": "desk",
        "key": item_key(item),
        "is_point": is_point,
        "item_url": item.get_absolute_url(),
        "waiting": waiting_line(reports, now),
        "claim": {
            "who": claim_until(claim, yours) if claim else "",
            "yours": yours,
            "taken": bool(claim) and not yours,
        },
        "place": place_line(item),
        "above": [neighbour(request.user, point, now) for point in before["above"]],
        "below": [neighbour(request.user, point, now) for point in before["below"]],
        "words": words_values(item),
        "hidden": bool(item.hidden),
        "reports": [report_values(report) for report in reports],
        "reports_title": reports_title(len(reports)),
        "decisions": [decision_values(decision) for decision in decisions],
        "newest": decision_values(decisions[0]) if decisions else None,
        "author": author_line(item),
        "undo": undo_values(request.user, item, decisions, now),
        "form": form,
        "hide_effect": EFFECTS[Decision.Kind.HIDE],
    }


def undo_values(person, item, decisions: list[Decision], now) -> dict[str, str] | None:
    """While the letter of her own decision has not left: until when it can be taken back unread."""
    last = decisions[0] if decisions else None
    if not (item.hidden and last and last.by_id == person.pk):
        return None
    leaves = last.at + LEAVES_AFTER
    if now >= leaves:
        return None
    return {
        "until": formats.clock(leaves),
        "choice": str(Decision.Kind.RESTORE),
        "facts": _("Undone within ten minutes."),
    }


def check_values(request, item, form, now, reported: bool) -> dict[str, Any]:
    """What will happen, before it does: the decision, and the letter as the author will read it."""
    statement = None
    if form.kind == Decision.Kind.HIDE:
        statement = statement_of(
            clause=form.clause, facts=form.cleaned_data["facts"], at=now, reported=reported
        )
    paragraphs = paragraphs_for_author(item, form.kind, statement, form.clause)
    name = author_name(item)
    return {
        "nav": "desk",
        "key": item_key(item),
        "place": place_line(item),
        "decided": DONE[Decision.Kind(form.kind)],
        "rule": rule_name(form.clause),
        "facts": form.cleaned_data["facts"],
        "choice": form.cleaned_data["choice"],
        "effect": EFFECTS[Decision.Kind(form.kind)],
        "letter_title": _("What %(name)s will read") % {"name": name} if paragraphs else "",
        "paragraphs": paragraphs,
        "letter_facts": [
            {"name": _("found through"), "value": _("a report") if reported else _("a moderator")},
            {"name": _("decided by"), "value": _("a person, no machine")},
            {"name": _("in the public log"), "value": _("yes, without names")},
        ],
        "button": {
            Decision.Kind.HIDE: _("Hide it and send the letter"),
            Decision.Kind.RESTORE: _("Restore it"),
            Decision.Kind.DISMISS: _("Close the report"),
        }[Decision.Kind(form.kind)],
    }


def live_claim(item, now) -> Claim | None:
    claim = getattr(item, "claim", None)
    return claim if claim and claim.until > now else None


def claim_words(person, claim: Claim | None) -> str:
    if claim is None:
        return ""
    if claim.by_id == person.pk:
        return _("You")
    return _("%(who)s is on this") % {"who": claim.by.display_name}


def claim_until(claim: Claim, yours: bool) -> str:
    clock = formats.clock(claim.until)
    if yours:
        return _("You hold this until %(clock)s. The other moderators see that") % {"clock": clock}
    return _("%(who)s is on this until %(clock)s") % {
        "who": claim.by.display_name,
        "clock": clock,
    }


def place_line(item) -> str:
    if isinstance(item, Point):
        return _("About “%(title)s”, in “%(consultation)s”") % {
            "title": item.proposal.title,
            "consultation": item.proposal.consultation.title,
        }
    return _("A proposal in “%(consultation)s”") % {"consultation": item.consultation.title}


def words_values(item) -> dict[str, Any]:
    is_point = isinstance(item, Point)
    return {
        "kind": item.kind if is_point else "",
        "title": "" if is_point else item.title,
        "body_html": as_html(item.body) if is_point else rendered(item.body),
        "byline": _("%(who)s · written on %(when)s")
        % {"who": author_name(item), "when": moment(item.posted)},
        "earlier": [
            {"words": as_html(one.body), "until": moment(one.until)} for one in earlier_words(item)
        ]
        if is_point and item.edited
        else [],
        "withdrawn": withdrawn_words(item) if is_point and item.withdrawn else "",
    }


def withdrawn_words(point: Point) -> str:
    line = withdrawn_line(_("This"), point.withdrawn)
    if not point.body:
        return line
    return f"{line} {_('Its words are kept for you until its reports are decided.')}"


def neighbour(reader, point: Point, now) -> dict[str, Any]:
    """A point beside the judged one, without its buttons and links."""
    card = words_card(reader, point, now)
    return card | {"kind": point.kind, "report_url": ""}


def report_values(report: Report) -> dict[str, str]:
    who = _("participant") if report.person_id else _("not signed in")
    return {
        "facts": report.facts,
        "byline": f"{who}, {moment(report.made)}, {REASONS[report.reason]}",
    }


def reports_title(count: int) -> str:
    if not count:
        return _("No report of this is waiting")
    return ngettext("One person reported it", "%(count)s reports of it", count) % {"count": count}


def decision_values(decision: Decision) -> dict[str, Any]:
    statement = getattr(decision, "statement", None)
    return {
        "is_restriction": decision.kind == Decision.Kind.HIDE,
        "done": DONE[Decision.Kind(decision.kind)],
        "rule": rule_name(decision.clause),
        "facts": decision.facts,
        "byline": _("%(who)s, %(when)s")
        % {
            "who": decision.by.display_name if decision.by else _("a former moderator"),
            "when": moment(decision.at),
        },
        "statement_url": f"/statements/{statement.pk}/" if statement else "",
    }


def author_line(item) -> str:
    count = hidden_before(item.author_id)
    if not count:
        return _("Nothing else of %(name)s was ever hidden.") % {"name": author_name(item)}
    return ngettext(
        "Words of %(name)s were hidden once before or now.",
        "Words of %(name)s were hidden %(count)s times, this included.",
        count,
    ) % {"name": author_name(item), "count": count}


def waiting_line(reports: list[Report], now) -> str:
    if not reports:
        return ""
    return _("Waiting %(time)s, to be judged within 24 hours") % {
        "time": waited(reports[0].made, now)
    }


def waited(since, now) -> str:
    """ "5 hours": whole hours, days from two on, minutes below one hour."""
    minutes = max(0, int((now - since).total_seconds()) // 60)
    if minutes < 60:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    if minutes < 48 * 60:
        return ngettext("%(n)s hour", "%(n)s hours", minutes // 60) % {"n": minutes // 60}
    return ngettext("%(n)s day", "%(n)s days", minutes // 1440) % {"n": minutes // 1440}


def shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69].rstrip() + "…"
