"""What may be followed: a thread by everybody, a desk by its moderators."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from consultations.rules import may_moderate
from discussions.models import Point
from discussions.queries.points import changed_points, latest_reply_id
from discussions.queries.reports import waiting_rows
from live.topics import TopicKind, register
from people.verdicts import YES, Verdict, no

MOST_NAMED = 500
MOST_CHANGED = 50


def register_topics() -> None:
    register(TopicKind(name="point", snapshot=thread_snapshots))
    register(TopicKind(name="points", snapshot=change_snapshots))
    register(
        TopicKind(
            name="desk",
            snapshot=desk_snapshots,
            may_follow=may_follow_desk,
            recheck=still_follows_desk,
        )
    )


def change_snapshots(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Which points of a proposal read differently since when, by version: numbers, no words."""
    shown: dict[int, dict[str, Any]] = {pk: {"changed": []} for pk in ids}
    for change in changed_points(ids, MOST_CHANGED):
        shown[change.proposal_id]["changed"].append({"id": change.number, "v": change.v})
    return shown


def thread_snapshots(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """How many replies a thread has, and the newest: numbers only, totals never."""
    threads = Point.objects.filter(
        pk__in=ids,
        parent__isnull=True,
        proposal__hidden__isnull=True,
        proposal__consultation__published__isnull=False,
    ).annotate(last_id=latest_reply_id())
    return {
        pk: {"last_id": last_id or 0, "count": count}
        for pk, last_id, count in threads.values_list("pk", "last_id", "replies_count")
    }


def desk_snapshots(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """What waits at a desk, since when, and who is on which item. No words of any item."""
    desks: dict[int, dict[str, Any]] = {
        pk: {"reports_waiting": 0, "oldest": None, "last_id": 0, "items": [], "claims": []}
        for pk in ids
    }
    now = timezone.now()
    for row in waiting_rows(ids).order_by("pk"):
        desk = desks[row["consultation_id"]]
        desk["reports_waiting"] += 1
        desk["oldest"] = desk["oldest"] or row["made"].isoformat()
        kind = "point" if row["point_id"] else "proposal"
        desk["last_id"] = row["pk"]
        desk["items"].append(f"{kind}-{row[f'{kind}_id']}")
        until = row[f"{kind}_until"]
        if until and until > now:
            desk["claims"].append(
                {
                    "id": f"{kind}-{row[f'{kind}_id']}",
                    "by": row[f"{kind}_holder_id"],
                    "name": row[f"{kind}_holder"],
                    "until": until.isoformat(),
                }
            )
    for desk in desks.values():
        if len(desk["items"]) > MOST_NAMED:
            del desk["items"]  # a flood: the page keeps its rows, the frame stays small
    return desks


def may_follow_desk(person: Any, consultation_id: int) -> Verdict:
    """Moderators of the consultation; whether it exists is told to nobody else."""
    consultation = Consultation.objects.filter(pk=consultation_id).first()
    if consultation is None or not may_moderate(person, consultation):
        return no(_("Only moderators of this consultation may follow its desk."), "role-missing")
    desks_followed(person).add(consultation_id)
    return YES


def still_follows_desk(person: Any, consultation_id: int) -> bool:
    """In memory: whoever loses a role has her sockets closed, so what was allowed once holds."""
    return person is not None and consultation_id in desks_followed(person)


def desks_followed(person: Any) -> set[int]:
    if not hasattr(person, "_desks_followed"):
        person._desks_followed = set()
    return person._desks_followed
