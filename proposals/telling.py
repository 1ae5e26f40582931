"""Jobs that tell whoever follows a proposal, or what it belongs to: outside the request, once each.

A job knows only numbers. What it says is read when it runs: words that were hidden since are in no
notice. Addresses are numbers alone, because titles may be hidden later.
"""

from typing import Any

from django.utils.translation import gettext as _
from django_tasks import task

from consultations.queries import ABOVE
from consultations.telling import fields_of, topics_above
from people.following import following
from people.telling import tell_in_batches
from proposals.models import Proposal, Version


@task()
def tell_of_proposal(proposal_id: int) -> None:
    """Whoever follows its consultation, its themes or its place hears of a new proposal."""
    proposal = (
        Proposal.objects.standing()
        .select_related(f"consultation__{ABOVE}", ABOVE)
        .prefetch_related("consultation__themes", "effects__theme")
        .filter(pk=proposal_id)
        .first()
    )
    if proposal is None:
        return
    consultation = proposal.consultation
    topics = fields_of(consultation) | topics_above(proposal.place)
    topics |= {effect.theme.topic for effect in proposal.effects.all()}
    tell_in_batches(
        following(consultation.topic, *topics, without=[proposal.author_id]),
        topic=consultation.topic,
        event="proposal.submitted",
        ref=str(proposal.pk),
        facts={"title": consultation.title},
        url=f"/proposals/{proposal.pk}/",
    )


@task()
def tell_followers_of_version(version_id: int) -> None:
    """Whoever follows the proposal, or its consultation, hears of new words."""
    version = Version.objects.select_related("proposal").filter(pk=version_id).first()
    if version is None:
        return
    author = version.proposal.author_id
    rows = following(version.proposal.topic, without=[author])
    tell_in_batches(rows, **notice_of_version(version))


@task()
def tell_followers_of_answer(proposal_id: int) -> None:
    """Whoever follows the proposal, or its consultation, hears that the city has answered."""
    proposal = Proposal.objects.select_related("consultation").filter(pk=proposal_id).first()
    if proposal is None:
        return
    rows = following(proposal.topic, proposal.consultation.topic)
    tell_in_batches(rows, **notice_of_answer(proposal))


@task()
def tell_of_withdrawal(proposal_id: int) -> None:
    """Whoever follows the proposal hears that its author took it back."""
    proposal = Proposal.objects.filter(pk=proposal_id).first()
    if proposal is None:
        return
    tell_in_batches(
        following(proposal.topic, without=[proposal.author_id]),
        topic=proposal.topic,
        event="proposal.withdrawn",
        facts={"title": title_of(proposal)},
        url=f"/proposals/{proposal.pk}/",
    )


def notice_of_answer(proposal: Proposal) -> dict[str, Any]:
    """The notice that the city has answered, the same for everybody who is told."""
    return {
        "topic": proposal.topic,
        "event": "answer.published",
        "facts": {"title": title_of(proposal)},
        "url": f"/proposals/{proposal.pk}/#answer",
    }


def notice_of_version(version: Version) -> dict[str, Any]:
    """The notice of a new version, the same for everybody who is told."""
    return {
        "topic": version.proposal.topic,
        "event": "proposal.version-published",
        "ref": str(version.number),
        "facts": {"title": title_of(version.proposal), "number": version.number},
        "url": f"/proposals/{version.proposal_id}/versions/{version.number}/",
    }


def title_of(proposal: Proposal) -> str:
    return _("a hidden proposal") if proposal.hidden else proposal.title
