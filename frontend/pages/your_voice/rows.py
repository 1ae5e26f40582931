"""Each thing one did as a row of text: what it was, and what became of it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.phases import day, last_day
from discussions.models import Point
from frontend.pages.consultation.rows import VERDICTS
from frontend.pages.poll.ballot_form import words_of
from people.formats import number as written
from proposals.models import Answer, Proposal
from voting.models import OpenBallot, Support


def proposal_row(proposal: Proposal, now: datetime) -> dict[str, Any]:
    """One's own proposal: where it stands, how many support it, what the city said."""
    supports = proposal.counters.supports
    return {
        "title": proposal.title,
        "lang": proposal.language,
        "url": proposal.get_absolute_url(),
        "above": proposal.consultation.title,
        "line": standing(proposal, now),
        "count": written(supports),
        "count_word": ngettext("supports it", "support it", supports),
        **answer_of(proposal),
    }


def standing(proposal: Proposal, now: datetime) -> str:
    if proposal.hidden:
        return _("Hidden from the public since %(day)s. You still read it, and why.") % {
            "day": day(proposal.hidden, now)
        }
    withdrawal = getattr(proposal, "withdrawal", None)
    if withdrawal:
        return _("You withdrew it on %(day)s. Its page stays.") % {"day": day(withdrawal.at, now)}
    answer = getattr(proposal, "answer", None)
    if answer:
        return _("The city answered on %(day)s.") % {"day": day(answer.published, now)}
    return _("Public since %(day)s.") % {"day": day(proposal.posted, now)}


def support_row(support: Support, now: datetime) -> dict[str, Any]:
    """A proposal one supports; words that were hidden meanwhile are not repeated."""
    proposal = support.proposal
    given = _("You gave your support on %(day)s.") % {"day": day(support.given, now)}
    if proposal.hidden:
        return {
            "title": _("A proposal that was hidden"),
            "url": proposal.get_absolute_url(),
            "line": given,
        }
    return {
        "title": proposal.title,
        "url": proposal.get_absolute_url(),
        "above": proposal.consultation.title,
        "line": given,
        "notes": new_version_note(support),
        **answer_of(proposal),
    }


def new_version_note(support: Support) -> list[str]:
    if support.version == support.proposal.version_number:
        return []
    return [
        _("Its text has changed since: version %(then)s then, version %(now)s today.")
        % {"then": support.version, "now": support.proposal.version_number}
    ]


def answer_of(proposal: Proposal) -> dict[str, Any]:
    answer = getattr(proposal, "answer", None)
    return {"verdict": {"kind": VERDICTS[Answer.Kind(answer.kind)]}} if answer else {}


def ballot_row(ballot: OpenBallot, now: datetime) -> dict[str, Any]:
    """One's own choice, which nobody else sees, and until when it can be changed."""
    poll = ballot.poll
    words = " · ".join(words_of(poll, ballot.ballot))
    until = (
        _("You can change it until %(day)s.")
        if poll.is_open(now)
        else _("Voting ended on %(day)s.")
    )
    return {
        "title": poll.question,
        "url": poll.get_absolute_url(),
        "above": poll.consultation.title,
        "line": _("Your choice: %(words)s") % {"words": words},
        "byline": _("Only you see it here."),
        "notes": [until % {"day": last_day(poll.closes, now)}],
    }


def point_row(point: Point, now: datetime) -> dict[str, Any]:
    """What one said, on which proposal; where it was hidden, the way to the reasons."""
    where = (
        _("on a proposal that was hidden")
        if point.proposal.hidden
        else _("on “%(title)s”") % {"title": point.proposal.title}
    )
    row: dict[str, Any] = {
        "title": _("Words you withdrew") if point.withdrawn else point.body,
        "url": point.get_absolute_url(),
        "above": f"{what_it_is(point)} {where}",
        "byline": day(point.posted, now),
    }
    if point.replies_count:
        row["notes"] = [
            ngettext("%(count)s reply", "%(count)s replies", point.replies_count)
            % {"count": point.replies_count}
        ]
    if point.withdrawn:
        row["line"] = _("You withdrew it on %(day)s.") % {"day": day(point.withdrawn, now)}
    if point.hidden:
        row["line"] = _("Hidden from the public since %(day)s.") % {"day": day(point.hidden, now)}
        statement = getattr(point, "statement_id", None)
        if statement:
            row["act"] = {"text": _("Read the reasons"), "url": f"/statements/{statement}/"}
    return row


def what_it_is(point: Point) -> str:
    return _("Reply") if point.parent_id else str(Point.Kind(point.kind).label)
