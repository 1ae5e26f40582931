"""One point and what was replied, in ready values: a page at a time, however long the thread."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.phases import Act, closing_of, last_day
from consultations.queries import phases_of
from discussions.models import Point
from discussions.phrases import KIND_NOUNS
from discussions.queries.points import (
    THREAD_PAGE,
    reactions_of,
    replies_after,
    replies_before,
)
from discussions.rules import may_post, may_read_hidden, shows_totals
from frontend.pages.points.cards import (
    as_html,
    point_card,
    reaction_values,
    replies_text,
    reply_card,
)
from frontend.paging import number_in
from frontend.signing_in import sign_in_url

BEYOND = 2**62


def thread_values(request, point: Point, form) -> dict[str, Any]:
    """Values of `pages/points/point.html`."""
    now = timezone.now()
    verdict = may_post(request.user, point.proposal, now)
    mine = reactions_of(request.user, [point.pk]).get(point.pk, "")
    phases = phases_of(point.proposal.consultation)
    closes = closing_of(phases, Act.DISCUSS, now)
    page = replies_page(request, point)
    card = point_card(request.user, point, [], now, False) | {"replies_more": None}
    return {
        "nav": "consultations",
        "title": title(point),
        "trail": trail(point),
        "point": card,
        "own_words": own_words(request.user, point),
        "reaction": reaction_values(point, mine, shows_totals(point.proposal, now), bool(verdict)),
        "heading": replies_text(point.replies_count) if point.replies_count else _("Replies"),
        "replies": [reply_card(request.user, reply, now) for reply in page["replies"]],
        **pager(point, page),
        "newer": {
            "topic": point.topic,
            "version": point.live_v,
            "after": page["last"],
            "url": reverse("point-replies", args=[point.pk]),
        },
        "count": point.replies_count,
        "changes": {
            "topic": f"points.{point.proposal_id}",
            "v": point.changes_v,
            "alone": True,
        },
        "form": form if verdict and point.stands and point.parent_id is None else None,
        "refusal": refusal(point, verdict),
        "sign_in_url": sign_in_url(f"{point.get_absolute_url()}#write")
        if verdict.code == "sign-in"
        else "",
        "until": last_day(closes, now) if closes else "",
    }


def replies_page(request, point: Point) -> dict[str, Any]:
    """Which replies: from the start, below `after`, from a given one on, above `before`, or the
    newest."""
    asked = request.GET
    if "newest" in asked or "before" in asked:
        before = number_in(request, "before") or BEYOND
        found = replies_before(point.pk, before)
        earlier, replies = len(found) > THREAD_PAGE, found[-THREAD_PAGE:]
        return {
            "replies": replies,
            "earlier": earlier,
            "later": before != BEYOND,
            "last": last(replies),
        }
    after = number_in(request, "after")
    if start := number_in(request, "from"):
        after = start - 1
    found = replies_after(point.pk, after)
    replies = found[:THREAD_PAGE]
    return {
        "replies": replies,
        "earlier": after > point.pk,
        "later": len(found) > THREAD_PAGE,
        "last": last(replies) or after,
    }


def pager(point: Point, page: dict[str, Any]) -> dict[str, Any]:
    replies, here = page["replies"], point.get_absolute_url()
    return {
        "earlier_url": f"{here}?before={replies[0].pk}#replies"
        if page["earlier"] and replies
        else "",
        "later_url": f"{here}?after={page['last']}#replies" if page["later"] else "",
        "newest_url": f"{here}?newest=1#replies" if page["later"] else "",
        "is_end": not page["later"],
    }


def title(point: Point) -> str:
    """What kind of words about what; never the words themselves."""
    if point.parent_id is not None:
        return _("A reply about “%(title)s”") % {"title": point.proposal.title}
    return {
        Point.Kind.FOR: _("A point for “%(title)s”"),
        Point.Kind.AGAINST: _("A point against “%(title)s”"),
        Point.Kind.QUESTION: _("A question about “%(title)s”"),
    }[Point.Kind(point.kind)] % {"title": point.proposal.title}


def trail(point: Point) -> list[dict[str, str]]:
    consultation, proposal = point.proposal.consultation, point.proposal
    steps = [
        {"text": consultation.title, "url": consultation.get_absolute_url()},
        {"text": proposal.title, "url": f"{proposal.get_absolute_url()}#say"},
    ]
    if point.parent_id is not None:
        steps.append({"text": _("Thread"), "url": f"/points/{point.parent_id}/"})
    return steps


def own_words(reader, point: Point) -> dict[str, Any] | None:
    """Hidden words for their author and the moderators, with where the reasons stand."""
    if not point.hidden or not may_read_hidden(reader, point):
        return None
    return {
        "yours": reader.pk == point.author_id,
        "kind": str(KIND_NOUNS[Point.Kind(point.kind)]),
        "body_html": as_html(point.body),
        "statement_url": f"/statements/{point.statement_id}/" if point.statement_id else "",
        "judge_url": "" if reader.pk == point.author_id else f"/desk/items/point-{point.pk}/",
    }


def refusal(point: Point, verdict) -> str:
    if point.hidden:
        return _("This was hidden, so it can no longer be answered.")
    if point.withdrawn:
        return _("Its author withdrew this, so it can no longer be answered.")
    return "" if verdict or verdict.code == "sign-in" else str(verdict)


def last(replies: list[Point]) -> int:
    return replies[-1].pk if replies else 0
