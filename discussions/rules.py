"""Who may write, react, report and judge. Every refusal is a sentence that names the mend."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models import Role
from consultations.phases import Act, open_for
from consultations.queries import phases_of
from consultations.roles import roles_of
from consultations.rules import may_moderate, role_missing
from discussions.models import Decision, Point, Report
from discussions.phrases import day
from people import formats
from people.verdicts import YES, Verdict, is_signed_in, no, sign_in_first
from proposals.models import Proposal

CORRECTED_FOR = timedelta(minutes=10)
"""How long one may change or delete what one said."""

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
    if point.withdrawn:
        return no(_("Its author withdrew this, so nobody can react to it."), "withdrawn")
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


def may_withdraw(person: Any, point: Point) -> Verdict:
    """Its author may take her words back at any time; what moderators hid is theirs to answer for."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to change or take back what you said."))
    if person.pk != point.author_id:
        return no(_("Only its author may do this."), "not-author")
    if point.hidden:
        return no(
            _("It is hidden by a decision. The statement of reasons says how to complain."),
            "hidden",
        )
    if point.withdrawn:
        return no(_("You withdrew it on %(day)s.") % {"day": day(point.withdrawn)}, "withdrawn")
    return YES


def may_correct(person: Any, point: Point, now: datetime | None = None) -> Verdict:
    """Its author, for ten minutes, while the discussion is open."""
    now = now or timezone.now()
    if not (verdict := may_withdraw(person, point)):
        return verdict
    if now >= corrected_until(point):
        return no(
            _("Your words could be changed for ten minutes, until %(time)s. You can withdraw them.")
            % {"time": clock_time(corrected_until(point))},
            "too-late",
        )
    return may_discuss(person, point.proposal, now, "")


def may_delete(person: Any, point: Point, now: datetime | None = None) -> Verdict:
    """Its author, for ten minutes, as long as nobody has replied and no moderator has to read it."""
    if not (verdict := may_withdraw(person, point)):
        return verdict
    if (now or timezone.now()) >= corrected_until(point):
        return no(
            _("It could be deleted for ten minutes, until %(time)s. You can withdraw it.")
            % {"time": clock_time(corrected_until(point))},
            "too-late",
        )
    judged = Report.objects.filter(point=point), Decision.objects.filter(point=point)
    if any(rows.exists() for rows in judged):
        return no(
            _(
                "Somebody reported it, so a moderator must still be able to read it. "
                "You can withdraw it: then nobody else can."
            ),
            "reported",
        )
    if Point.objects.filter(parent=point).exists():
        return no(
            _("Somebody has replied to it. You can withdraw it: the replies stay."), "replied-to"
        )
    return YES


def corrected_until(point: Point) -> datetime:
    return point.posted + CORRECTED_FOR


def clock_time(at: datetime) -> str:
    return formats.clock(at)


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
    return role_missing(person, _("Only moderators see what was reported."))


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
