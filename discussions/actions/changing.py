"""An author changes, deletes or withdraws what she said, and every open page hears of it."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from discussions.actions.pointing import count_point, count_reply, refuse_hidden_words
from discussions.events import PointChanged, PointRemoved, ThreadChanged
from discussions.models import POINT_LIMIT, EarlierWords, Point, PointChange, Report
from discussions.rules import may_correct, may_delete, may_withdraw
from intake.search import searchable
from intake.text import clean_text
from live.announcing import announce
from people.notices import untell
from people.verdicts import Stale, require


@transaction.atomic
def correct_point(*, person, point, body):
    """Put other words in the place of one's own, for ten minutes.

    Where somebody had reacted, replied or reported, the point is marked as edited and the earlier
    words stay readable: nobody agrees to words that were never said.
    """
    point = held(point)
    require(may_correct(person, point))
    body = clean_text(body, limit=POINT_LIMIT, field=_("point")).strip()
    if body == point.body:
        return point
    refuse_hidden_words(person, point.proposal, point.parent_id, point.kind, body)
    if was_answered(point):
        point.edited = timezone.now()
        EarlierWords.objects.create(point=point, body=point.body, until=point.edited)
    point.body, point.search_text = body, searchable(body)
    point.save(update_fields=["body", "search_text", "edited"])
    note_change(point)
    return point


@transaction.atomic
def delete_point(*, person, point) -> None:
    """Remove one's own words whole, as if they had never been written; numbers go down."""
    point = held(point)
    require(may_delete(person, point))
    number = point.pk
    if point.parent_id is not None:
        count_reply(point.parent, -1)
        untell(topic=point.proposal.topic, event="point.replied", ref=str(number))
        point.delete()
    else:
        point.delete()
        heads = Point.objects.filter(proposal=point.proposal_id, parent__isnull=True)
        newest = heads.aggregate(newest=Max("pk"))["newest"] or 0
        count_point(point, -1, because=PointRemoved, forgotten=(number, newest))
    point.pk = number
    note_change(point)


@transaction.atomic
def withdraw_point(*, person, point):
    """Take one's own words back for good: a tombstone and the thread stay. Done twice it is once.

    The words are erased at once; where a report waits, moderators read them until they decide.
    """
    point = held(point)
    if point.withdrawn and person.pk == point.author_id:
        return point
    require(may_withdraw(person, point))
    point.withdrawn, point.search_text = timezone.now(), ""
    point.save(update_fields=["withdrawn", "search_text"])
    if not Report.objects.filter(point=point, decision__isnull=True).exists():
        forget_words(point)
    if point.parent is not None:
        count_reply(point.parent, -1)
        untell(topic=point.proposal.topic, event="point.replied", ref=str(point.pk))
    else:
        count_point(point, -1, because=PointRemoved)
        announce(ThreadChanged(point=point.pk))
    note_change(point)
    return point


def forget_words(point: Point) -> None:
    """Erase what a withdrawn point said, now and earlier."""
    point.body = ""
    point.save(update_fields=["body"])
    EarlierWords.objects.filter(point=point).delete()


def note_change(point: Point) -> None:
    """Let open pages know which point to read again."""
    topic = f"points.{point.proposal_id}"
    v = announce(PointChanged(point.proposal_id))[topic]
    PointChange.objects.update_or_create(
        number=point.pk, defaults={"proposal_id": point.proposal_id, "v": v}
    )


def held(point: Point) -> Point:
    """The point as it stands now, nobody else's to change until this act is done."""
    found = (
        Point.objects.select_for_update(of=("self",))
        .select_related("parent", "proposal__consultation", "proposal__withdrawal")
        .filter(pk=point.pk)
        .first()
    )
    if found is None:
        raise Stale(_("Its author deleted this meanwhile."), "deleted")
    return found


def was_answered(point: Point) -> bool:
    """Whether anybody reacted to it, replied to it or reported it."""
    return (
        point.reactions.exists()
        or Point.objects.filter(parent=point).exists()
        or Report.objects.filter(point=point).exists()
    )
