"""Points in ready values for `components/point/point.html`, as this reader may see them."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.phases import day
from discussions.models import Point
from discussions.phrases import tombstone, withdrawn_line
from discussions.queries.points import reacted
from discussions.rules import corrected_until
from frontend.values import Values
from people.formats import number as written

LOG = "/moderation/"


def point_cards(
    reader, points, replies, reactions, now, *, totals_for_all, may_react
) -> list[dict]:
    """Each point with its first replies and, for who may, its three buttons."""
    return [
        {
            "point": point_card(reader, point, replies.get(point.pk, []), now, may_react),
            "reaction": reaction_values(
                point, reactions.get(point.pk, ""), totals_for_all, may_react
            ),
        }
        for point in points
    ]


def point_card(reader, point: Point, replies: list[Point], now, may_reply) -> dict[str, Any]:
    city = next((reply for reply in replies if reply.official and reply.stands), None)
    folded = [reply_card(reader, reply, now) for reply in replies if reply is not city]
    more = point.replies_count > len([reply for reply in replies if reply.stands])
    return Values(
        {
            **words_card(reader, point, now),
            "kind": point.kind,
            "reply_url": f"{point.get_absolute_url()}#write" if may_reply and point.stands else "",
            "city": {"who": city_voice(city), "body_html": inline(city.body)} if city else None,
            "replies": folded,
            "replies_text": replies_text(point.replies_count - (1 if city else 0)),
            "replies_more": {
                "text": _("Show all %(replies)s") % {"replies": replies_text(point.replies_count)},
                "url": point.get_absolute_url(),
            }
            if more
            else None,
        }
    )


def reply_card(reader, reply: Point, now) -> dict[str, Any]:
    return words_card(reader, reply, now)


def words_card(reader, point: Point, now) -> dict[str, Any]:
    """What point and reply have in common; where its words are gone, nothing but that."""
    yours = reader.pk is not None and reader.pk == point.author_id
    common = {"id": point.pk, "url": point.get_absolute_url(), "yours": yours}
    if not point.stands:
        return Values(common | {"official": False, "report_url": "", "hidden": gone(reader, point)})
    return Values(
        common
        | {
            "official": point.official,
            "lang": point.language,
            "report_url": "" if yours else report_url(point),
            "hidden": None,
            **spoken(point, now),
            **(own_links(point, now) if yours else {}),
        }
    )


def own_links(point: Point, now) -> dict[str, str]:
    """What an author may do with her words: change them for ten minutes, take them back at any time."""
    early = now < corrected_until(point)
    return {
        "edit_url": reverse("point-words", args=[point.pk]) if early else "",
        "removal_url": reverse("point-removal", args=[point.pk]),
    }


def spoken(point: Point, now) -> dict[str, Any]:
    return {
        "body_html": as_html(point.body),
        "who": city_voice(point) if point.official else author_name(point),
        "when": day(point.posted, now),
        "earlier_url": reverse("point-earlier", args=[point.pk]) if point.edited else "",
    }


def gone(reader, point: Point) -> dict[str, str]:
    """What stands where words stood that moderators hid, or their author withdrew."""
    if point.hidden:
        return hidden_values(reader, point)
    return {"text": withdrawn_line(noun(point), point.withdrawn), "log_url": "", "reasons_url": ""}


def hidden_values(reader, point: Point) -> dict[str, str]:
    """The tombstone; the author alone is led to the reasons and to her own words."""
    own = reader.pk is not None and reader.pk == point.author_id
    return {
        "text": tombstone(noun(point), point.hidden, point.clause_number, point.clause_title or ""),
        "log_url": LOG,
        "reasons_url": point.get_absolute_url() if own else "",
    }


def noun(point: Point) -> str:
    if point.parent_id is not None:
        return _("A reply")
    return _("A question") if point.kind == Point.Kind.QUESTION else _("A point")


def reaction_values(point: Point, mine: str, totals_for_all: bool, may_react) -> dict | None:
    """Buttons for who may react; totals for who did, and for everybody once it is over."""
    if not point.stands or not (may_react or mine or totals_for_all):
        return None
    return {
        "url": reverse("point-reaction", args=[point.pk]),
        "mine": mine,
        "totals": totals(point) if mine or totals_for_all else "",
        "refusal": "" if may_react else own_word(mine),
    }


def own_word(mine: str) -> str:
    """What she said while it was open; without words nothing stands here but the totals."""
    words = {"agree": _("You agreed."), "disagree": _("You disagreed."), "pass": _("You passed.")}
    return words.get(mine) or " "


def totals(point: Point) -> str:
    """ "41 agree, 3 disagree, 2 pass"."""
    if not reacted(point):
        return _("Nobody has reacted yet.")
    return _("%(agree)s agree, %(disagree)s disagree, %(passed)s pass") % {
        "agree": written(point.agree),
        "disagree": written(point.disagree),
        "passed": written(point.passed),
    }


def replies_text(count: int) -> str:
    return ngettext("%(count)s reply", "%(count)s replies", count) % {"count": written(count)}


def author_name(point: Point) -> str:
    return point.author.display_name if point.author else _("a former participant")


def city_voice(point: Point) -> str:
    return _("%(name)s, for the city") % {"name": author_name(point)}


def report_url(point: Point) -> str:
    return f"{reverse('report')}?{urlencode({'url': point.get_absolute_url()})}"


def as_html(body: str) -> SafeString:
    """A point is plain words: paragraphs and line breaks, nothing else."""
    return mark_safe(linebreaks(escape(body)))  # noqa: S308 - escaped on this line


def inline(body: str) -> SafeString:
    return mark_safe(escape(body).replace("\n", "<br>"))  # noqa: S308 - escaped on this line
