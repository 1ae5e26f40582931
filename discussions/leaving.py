"""What is kept of a person's points, reactions and reports, and what becomes of it when she leaves."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy, ngettext

from discussions.models import Claim, Decision, Point, Reaction, Report
from people.hooks import GOES, STAYS, Effect, Part
from people.marks import give_back, mark_of
from people.models import Person


def effects(person: Person) -> Iterable[Effect]:
    points = Point.objects.filter(author=person).count()
    if points:
        yield Effect(
            ngettext(
                "%(count)d point or reply stays, by “a former participant”, with its thread.",
                "%(count)d points and replies stay, by “a former participant”, with their threads.",
                points,
            )
            % {"count": points},
            STAYS,
            "/your-voice/points/",
        )
    reactions = Reaction.objects.filter(person=person).count()
    if reactions:
        yield Effect(
            ngettext(
                "%(count)d reaction stays counted; nobody can tell any more that it was yours.",
                "%(count)d reactions stay counted; nobody can tell any more that they were yours.",
                reactions,
            )
            % {"count": reactions},
            STAYS,
        )
    waiting = reports_of(person).filter(decision__isnull=True).count()
    if waiting:
        yield Effect(
            ngettext(
                "%(count)d report of yours is still judged; you will not hear the outcome.",
                "%(count)d reports of yours are still judged; you will not hear the outcome.",
                waiting,
            )
            % {"count": waiting},
            GOES,
        )


def forget(person: Person) -> None:
    """Hook: her address leaves her reports; reactions stay counted."""
    reports_of(person).update(email="", source="", person=None)
    mine = Reaction.objects.filter(person=person)
    for reaction in mine:
        reaction.person, reaction.mark = None, mark_of(person.email, thing(reaction.point_id))
    Reaction.objects.bulk_update(mine, ["person", "mark"], batch_size=500)


def take_up(person: Person) -> None:
    """Hook: she is back; her reactions are hers again, unless she reacted anew meanwhile."""
    left = Reaction.objects.filter(mark__gt="").exclude(point__reactions__person=person)
    give_back(left, "point_id", thing, person)


def thing(point_id: int) -> str:
    return f"reaction.{point_id}"


def reports_of(person: Person):
    """Those she made signed in, and those she signed with her address."""
    return Report.objects.filter(Q(person=person) | Q(email=person.email))


def points(person: Person):
    for one in Point.objects.filter(author=person).select_related("proposal").order_by("pk"):
        yield {
            "kind": one.kind,
            "about": "" if one.proposal.hidden else one.proposal.title,
            "address": one.get_absolute_url(),
            "body": one.body,
            "answers": f"/points/{one.parent_id}/" if one.parent_id else "",
            "posted": one.posted,
            "hidden": one.hidden,
        }


def reactions(person: Person):
    for one in Reaction.objects.filter(person=person).order_by("pk"):
        yield {"point": f"/points/{one.point_id}/", "value": one.value, "given": one.given}


def reports(person: Person):
    for one in reports_of(person).order_by("pk"):
        yield {
            "receipt": one.receipt,
            "reason": one.reason,
            "facts": one.facts,
            "email": one.email,
            "made": one.made,
            "decided": one.decision_id is not None,
        }


def decisions(person: Person):
    """What others decided about her words, and what she decided in office."""
    about = Q(point__author=person) | Q(proposal__author=person)
    for one in Decision.objects.filter(about | Q(by=person)).order_by("pk"):
        item = f"/points/{one.point_id}/" if one.point_id else f"/proposals/{one.proposal_id}/"
        by_you = one.by_id == person.pk
        yield {"about": item, "kind": one.kind, "facts": one.facts, "by_you": by_you, "at": one.at}


def claims(person: Person):
    for one in Claim.objects.filter(by=person).order_by("pk"):
        item = f"/points/{one.point_id}/" if one.point_id else f"/proposals/{one.proposal_id}/"
        yield {"about": item, "until": one.until}


ABOUT, ADDRESS, WORDS = gettext_lazy("About"), gettext_lazy("Address"), gettext_lazy("Words")
KIND, FACTS, MADE = gettext_lazy("Kind"), gettext_lazy("Facts"), gettext_lazy("Made")

PARTS = [
    Part(
        "points",
        gettext_lazy("Your points and replies"),
        {
            "kind": KIND,
            "about": ABOUT,
            "address": ADDRESS,
            "body": WORDS,
            "answers": gettext_lazy("Answers"),
            "posted": gettext_lazy("Published"),
            "hidden": gettext_lazy("Hidden since"),
        },
        points,
        ("discussions.Point.author",),
    ),
    Part(
        "reactions",
        gettext_lazy("Your reactions"),
        {
            "point": gettext_lazy("Point"),
            "value": gettext_lazy("Reaction"),
            "given": gettext_lazy("Given"),
        },
        reactions,
        ("discussions.Reaction.person",),
    ),
    Part(
        "reports",
        gettext_lazy("Your reports"),
        {
            "receipt": gettext_lazy("Receipt"),
            "reason": gettext_lazy("Reason"),
            "facts": FACTS,
            "email": gettext_lazy("E-mail address"),
            "made": MADE,
            "decided": gettext_lazy("Decided"),
        },
        reports,
        ("discussions.Report.person",),
    ),
    Part(
        "decisions",
        gettext_lazy("Decisions about your words, or by you"),
        {
            "about": ABOUT,
            "kind": KIND,
            "facts": FACTS,
            "by_you": gettext_lazy("By you"),
            "at": gettext_lazy("When"),
        },
        decisions,
        ("discussions.Decision.by",),
    ),
    Part(
        "claims",
        gettext_lazy("Items you are judging"),
        {"about": ABOUT, "until": gettext_lazy("Until")},
        claims,
        ("discussions.Claim.by",),
    ),
]
