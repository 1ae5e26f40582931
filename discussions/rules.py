"""Who may write, react, report and judge. Every refusal is a sentence that names the mend."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models import Role
from consultations.phases import Act, open_for
from consultations.queries import phases_of
from consultations.roles import roles_of
from consultations.rules import may_moderate
from discussions.models import Point
from people.verdicts import YES, Verdict, is_signed_in, no, sign_in_first
from proposals.models import Proposal

ON_DUTY = (Role.MODERATOR, Role.EVALUATOR, Role.ORGANISER)


def may_post(person: Any, proposal: Proposal, now: datetime | None = None) -> Verdict:
    """Anybody signed in, in a phase that takes points, on a proposal that stands.

    The date is told before the sign-in is asked for: nobody signs in to meet a closed door.
    """
    return may_discuss(person, proposal, now, _("Sign in to write a point."))


def may_react(person: Any, point: Point, now: datetime | None = None) -> Verdict:
    """As writing, and never to hidden words."""
    if point.hidden:
        return no(_("This was hidden, so nobody can react to it."), "hidden")
    return may_discuss(person, point.proposal, now, _("Sign in to say what you think of it."))


def may_discuss(person: Any, proposal: Proposal, now: datetime | None, asked: Any) -> Verdict:
    if not proposal.consultation.published:
        return no(_("This consultation has not been published yet."), "unpublished")
    if proposal.hidden:
        return no(_("This proposal was hidden, so nothing can be added to it."), "hidden")
    if getattr(proposal, "withdrawal", None):
        return no(_("This proposal was withdrawn, so its discussion has ended."), "withdrawn")
    verdict = open_for(phases_of(proposal.consultation), Act.DISCUSS, now or timezone.now())
    if not verdict:
        return verdict
    return YES if is_signed_in(person) else sign_in_first(asked)


def may_judge(person: Any, item: Proposal | Point) -> Verdict:
    """Moderators of its consultation; nobody decides on her own item."""
    verdict = may_moderate(person, consultation_of(item))
    if not verdict:
        return verdict
    if item.author_id == person.pk:
        return no(
            _("You wrote this yourself, so somebody else has to decide about it."), "own-item"
        )
    return YES


def may_see_reports(person: Any) -> Verdict:
    """The queue is for whoever moderates something; each sees what she may judge."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to see what was reported."))
    if roles_of(person).holds_anywhere(Role.MODERATOR):
        return YES
    return no(_("Only moderators see what was reported."), "role-missing")


def may_read_hidden(person: Any, item: Proposal | Point) -> Verdict:
    """Hidden words are read by their author and by the moderators, who may have to restore them."""
    if is_signed_in(person) and item.author_id == person.pk:
        return YES
    return may_moderate(person, consultation_of(item))


def is_on_duty(person: Any, consultation: Any) -> bool:
    """Whether her words are marked as those of a civil servant."""
    roles = roles_of(person)
    return any(roles.holds(role, consultation) for role in ON_DUTY)


def shows_totals(proposal: Proposal, now: datetime) -> bool:
    """Totals of reactions are for everybody once the discussion is over, before that for nobody
    who has not reacted herself."""
    phases = [phase for phase in phases_of(proposal.consultation) if phase.takes_points]
    return bool(phases) and all(phase.closes <= now for phase in phases)


def consultation_of(item: Proposal | Point):
    return item.consultation if isinstance(item, Proposal) else item.proposal.consultation
