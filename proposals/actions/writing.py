"""Submitting a proposal."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import Consultation, Place, Theme
from consultations.queries import phases_of
from intake.errors import BadInput
from intake.search import searchable
from intake.text import clean_line, clean_text
from live.announcing import announce
from people.following import follow
from people.languages import written_in
from people.verdicts import require
from proposals.actions.picturing import placed_pictures, settle
from proposals.events import ProposalSubmitted
from proposals.models import (
    BODY_LIMIT,
    TITLE_LIMIT,
    WHERE_LIMIT,
    Counters,
    Draft,
    Proposal,
    ThemeEffect,
    Version,
)
from proposals.rules import may_propose
from proposals.telling import tell_of_proposal


@transaction.atomic
def submit_proposal(
    *,
    person,
    consultation: Consultation,
    title: str,
    body: str,
    place: Place | None = None,
    where: str = "",
    effects: Mapping[str, str] | None = None,
    pictures: Iterable[Mapping[str, Any]] = (),
    language: str = "",
) -> Proposal:
    """Publish a proposal: version 1, in the list at once, followed by its author.

    Sent twice with the same words (a second click, a retry) it is the same proposal.
    `effects` says for a theme's slug whether the proposal `helps` or `costs` it.
    """
    title = clean_line(title, limit=TITLE_LIMIT, field="title")
    body = clean_text(body, limit=BODY_LIMIT, field="text")
    where = clean_line(where, limit=WHERE_LIMIT, field="place", required=False)
    touched = themes_touched(effects or {})

    # The row's lock makes two identical submissions follow each other.
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    require(may_propose(person, consultation, phases_of(consultation)))
    Draft.objects.filter(person=person, consultation=consultation).delete()
    if twin := sent_before(person, consultation, title, body):
        return twin

    placed = placed_pictures(person, pictures)
    now = timezone.now()
    proposal = Proposal.objects.create(
        consultation=consultation,
        author=person,
        title=title,
        body=body,
        place=place,
        where=where,
        language=written_in(language),
        posted=now,
        pictures=placed,
        search_text=searchable(title, body, where),
    )
    Version.objects.create(
        proposal=proposal,
        number=1,
        language=proposal.language,
        title=title,
        body=body,
        author=person,
        published=now,
        pictures=placed,
    )
    settle(proposal, placed)
    ThemeEffect.objects.bulk_create(
        ThemeEffect(proposal=proposal, theme=theme, effect=effect) for theme, effect in touched
    )
    versions = announce(ProposalSubmitted(proposal.pk, consultation.pk))
    Counters.objects.create(
        proposal=proposal, consultation=consultation, change=versions[consultation.topic]
    )
    Consultation.objects.filter(pk=consultation.pk).update(
        proposal_count=F("proposal_count") + 1, last_proposal_id=proposal.pk
    )
    follow(person, proposal.topic)
    tell_of_proposal.enqueue(proposal.pk)
    return proposal


def themes_touched(effects: Mapping[str, str]) -> list[tuple[Theme, str]]:
    """The themes by their slugs, each with its effect; an unknown one is refused in words."""
    known = (
        {theme.slug: theme for theme in Theme.objects.filter(slug__in=effects)} if effects else {}
    )
    for slug, effect in effects.items():
        if slug not in known:
            raise BadInput(
                _("There is no theme called “%(slug)s”.") % {"slug": slug[:60]},
                code="unknown-theme",
                field="themes",
            )
        if effect not in ThemeEffect.Effect.values:
            raise BadInput(
                _("Say whether it helps or costs the theme."), code="invalid", field="themes"
            )
    return [(known[slug], effect) for slug, effect in effects.items()]


def sent_before(person, consultation: Consultation, title: str, body: str) -> Proposal | None:
    """The same words by the same person in the same consultation, unless she withdrew them."""
    return Proposal.objects.filter(
        author=person,
        consultation=consultation,
        title=title,
        body=body,
        withdrawal__isnull=True,
    ).first()
