"""Proposals as data: those of a consultation, one with its words, and its versions."""

from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Consultation
from discussions.models import Decision
from discussions.queries.decisions import decisions_about
from frontend.twins.consultations import facts_of, published_or_404
from frontend.twins.twin import Column, Here, Twin
from frontend.twins.walking import newest_first
from proposals.api.answers import AnswerSerializer
from proposals.models import Counters, Proposal, Version
from proposals.queries.answers import is_overdue
from proposals.queries.listing import standing_without_words
from proposals.queries.numbers import status_of
from proposals.queries.reading import proposal_pages

LISTED = (
    Column("id", gettext_lazy("Number of the proposal; never given twice")),
    Column("url", gettext_lazy("Its page")),
    Column("title", gettext_lazy("Its title in the newest version")),
    Column("author", gettext_lazy("The name its author goes by; empty for a former participant")),
    Column("place", gettext_lazy("Slug of the place it is about, see /places.csv")),
    Column("where", gettext_lazy("Where, in the author’s words")),
    Column("posted", gettext_lazy("When its first version was published")),
    Column("version", gettext_lazy("Number of the newest version")),
    Column("supports", gettext_lazy("How many people support it")),
    Column("points_for", gettext_lazy("How many points speak for it")),
    Column("points_against", gettext_lazy("How many points speak against it")),
    Column("questions", gettext_lazy("How many questions to the city it has")),
    Column("status", gettext_lazy("published, answered, withdrawn or hidden")),
    Column("answer", gettext_lazy("What the city said: will, partly or wont; empty: nothing yet")),
    Column("answered", gettext_lazy("When the city answered")),
    Column("overdue", gettext_lazy("Whether the promised day has passed without an answer")),
)
ONE = (
    *LISTED,
    Column("consultation", gettext_lazy("Number of its consultation, see /consultations.csv")),
    Column("body", gettext_lazy("Its words in the newest version (Markdown)")),
    Column("helps", gettext_lazy("Slugs of the themes it helps")),
    Column("costs", gettext_lazy("Slugs of the themes it costs")),
    Column("withdrawn", gettext_lazy("When its author withdrew it")),
    Column("hidden", gettext_lazy("When a decision hid it; its words are left out then")),
    Column("clause", gettext_lazy("Number of the house rule by which it was hidden")),
    Column("statement", gettext_lazy("The statement of reasons")),
)
VERSIONS = (
    Column("proposal", gettext_lazy("Number of the proposal")),
    Column("number", gettext_lazy("Number of the version; a published one never changes")),
    Column("url", gettext_lazy("Its page")),
    Column("title", gettext_lazy("Title")),
    Column("body", gettext_lazy("Words (Markdown)")),
    Column("author", gettext_lazy("The name its author goes by; empty for a former participant")),
    Column("published", gettext_lazy("When it was published")),
    Column("note", gettext_lazy("What its author said about the change")),
)


def consultation(request, slug: str) -> Twin:
    """The consultation in the facts, what stands in it in the rows."""
    found, now = published_or_404(slug), timezone.now()
    return Twin(
        title=found.title,
        columns=LISTED,
        rows=(listed_row(row, found, now) for row in newest_first(standing_without_words(found))),
        facts=facts_of(found),
        notes=(
            _("Proposals that stand, newest first; withdrawn and hidden ones are left out."),
            _("The words of each proposal are beside its own page."),
        ),
    )


def proposal(request, number: str, slug: str | None = None) -> Twin:
    found, now = readable_or_404(number), timezone.now()
    if found.hidden:
        return Twin(
            title=_("A hidden proposal"),
            columns=ONE,
            rows=[tombstone_row(found)],
            notes=(_("A decision hid this proposal. Its words are not published."),),
        )
    answer = getattr(found, "answer", None)
    return Twin(
        title=found.title,
        columns=ONE,
        rows=[row_of(found, now)],
        facts={"answer": AnswerSerializer(answer).data if answer else None},
    )


def versions(request, number: int) -> Twin:
    found = public_or_404(number)
    rows = Version.objects.filter(proposal=found).select_related("author")
    return Twin(
        title=found.title,
        columns=VERSIONS,
        rows=(version_row(one) for one in newest_first(rows)),
    )


def version(request, number: int, version: int) -> Twin:
    found = public_or_404(number)
    rows = Version.objects.filter(proposal=found, number=version).select_related("author")
    one = rows.first()
    if one is None:
        raise Http404
    return Twin(title=str(one), columns=VERSIONS, rows=[version_row(one)])


def readable_or_404(number: int | str) -> Proposal:
    """A proposal of a published consultation, hidden ones too: their place is not a gap."""
    found = proposal_pages().filter(pk=number, consultation__published__isnull=False).first()
    if found is None:
        raise Http404
    return found


def public_or_404(number: int | str) -> Proposal:
    found = readable_or_404(number)
    if found.hidden:
        raise Http404
    return found


def listed_row(row: Counters, consultation: Consultation, now: datetime) -> dict[str, Any]:
    return proposal_row(row.proposal, row, consultation, now) | {
        "status": "answered" if row.answered else "published"
    }


def row_of(found: Proposal, now: datetime) -> dict[str, Any]:
    withdrawal = getattr(found, "withdrawal", None)
    effects = [(one.effect, one.theme.slug) for one in found.effects.all()]
    return proposal_row(found, found.counters, found.consultation, now) | {
        "status": status_of(found),
        "consultation": found.consultation_id,
        "body": found.body,
        "helps": [slug for effect, slug in effects if effect == "helps"],
        "costs": [slug for effect, slug in effects if effect == "costs"],
        "withdrawn": withdrawal.at if withdrawal else None,
        "hidden": None,
        "clause": None,
        "statement": None,
    }


def proposal_row(
    proposal: Proposal, counters: Counters, consultation: Consultation, now: datetime
) -> dict[str, Any]:
    answer = getattr(proposal, "answer", None)
    return {
        "id": proposal.pk,
        "url": Here(proposal.get_absolute_url()),
        "title": proposal.title,
        "author": name_of(proposal),
        "place": proposal.place.slug if proposal.place else None,
        "where": proposal.where,
        "posted": proposal.posted,
        "version": proposal.version_number,
        "supports": counters.supports,
        "points_for": counters.points_for,
        "points_against": counters.points_against,
        "questions": counters.questions,
        "answer": answer.kind if answer else None,
        "answered": answer.published if answer else None,
        "overdue": is_overdue(consultation, counters, now),
    }


def tombstone_row(found: Proposal) -> dict[str, Any]:
    """What may be said of hidden words: which, since when, by which clause, with what reasons."""
    decision = next(
        (one for one in decisions_about({"proposal": found.pk}) if one.kind == Decision.Kind.HIDE),
        None,
    )
    statement = getattr(decision, "statement", None)
    return dict.fromkeys(column.name for column in ONE) | {
        "id": found.pk,
        "url": Here(found.get_absolute_url()),
        "posted": found.posted,
        "status": "hidden",
        "consultation": found.consultation_id,
        "hidden": found.hidden,
        "clause": decision.clause.number if decision and decision.clause else None,
        "statement": Here(f"/statements/{statement.pk}/") if statement else None,
    }


def version_row(one: Version) -> dict[str, Any]:
    return {
        "proposal": one.proposal_id,
        "number": one.number,
        "url": Here(f"/proposals/{one.proposal_id}/versions/{one.number}/"),
        "title": one.title,
        "body": one.body,
        "author": name_of(one),
        "published": one.published,
        "note": one.note,
    }


def name_of(thing: Any) -> str | None:
    return thing.author.display_name if thing.author else None
