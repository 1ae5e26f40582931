"""Who may read, write, change and take back a proposal; a refusal says why and names the date."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import Consultation, Phase
from consultations.phases import Act, day, open_for
from consultations.rules import may_evaluate, may_moderate, may_see
from people.verdicts import YES, Verdict, is_signed_in, no, sign_in_first
from proposals.models import Picture, Proposal


def may_propose(
    person: Any, consultation: Consultation, phases: Iterable[Phase], now=None
) -> Verdict:
    """Everybody with an account may propose while a phase takes proposals."""
    now = now or timezone.now()
    if not consultation.published:
        return no(_("This consultation has not been published yet."), "unpublished")
    if not (verdict := open_for(phases, Act.PROPOSE, now)):
        return verdict
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to write a proposal."))
    return YES


def may_edit(person: Any, proposal: Proposal, phases: Iterable[Phase], now=None) -> Verdict:
    """Its author may change a proposal while people still propose or discuss, never during a vote."""
    now, phases = now or timezone.now(), list(phases)
    if not (verdict := is_its_author(person, proposal, _("Sign in to change your proposal."))):
        return verdict
    if not (verdict := still_stands(proposal, now)):
        return verdict
    if open_for(phases, Act.VOTE, now):
        return no(_("People are voting on it, so the text stays as it is."), "vote-open")
    takes_texts = [open_for(phases, act, now) for act in (Act.PROPOSE, Act.DISCUSS)]
    if any(takes_texts):
        return YES
    return no(_("Its text can no longer be changed. %(why)s") % {"why": takes_texts[-1]}, "closed")


def may_withdraw(person: Any, proposal: Proposal, phases: Iterable[Phase], now=None) -> Verdict:
    """Its author may take a proposal back until people vote on it or the city has answered."""
    now = now or timezone.now()
    if not (verdict := is_its_author(person, proposal, _("Sign in to withdraw your proposal."))):
        return verdict
    if not (verdict := still_stands(proposal, now)):
        return verdict
    if any(phase.takes_votes and phase.opens <= now for phase in phases):
        return no(_("The vote has begun, so it can no longer be withdrawn."), "vote-open")
    return YES


def may_read(person: Any, proposal: Proposal, now=None) -> Verdict:
    """Everybody reads what is public; a hidden text is for its author and the moderators.

    The code tells what a page shows instead: `unseen` nothing at all, `hidden` a tombstone.
    """
    if not proposal.consultation.published:
        return may_see(person, proposal.consultation)
    if proposal.hidden is None:
        return YES
    if is_signed_in(person) and (
        person.pk == proposal.author_id or may_moderate(person, proposal.consultation)
    ):
        return YES
    return no(
        _("This proposal was hidden on %(date)s by a decision under the house rules.")
        % {"date": day(proposal.hidden, now or timezone.now())},
        "hidden",
    )


def may_see_picture(person: Any, picture: Picture) -> Verdict:
    """Whoever may read the proposal; before it stands on one, its sender alone."""
    if picture.proposal is not None:
        return may_read(person, picture.proposal)
    if is_signed_in(person) and person.pk == picture.by_id:
        return YES
    return no(_("This picture is not public."), "unseen")


def may_answer(person: Any, proposal: Proposal, now=None) -> Verdict:
    """Evaluators answer for the city, once; nobody answers what she proposed herself."""
    if not (verdict := may_evaluate(person, proposal.consultation)):
        return verdict
    if not proposal.consultation.published:
        return no(_("This consultation has not been published yet."), "unpublished")
    if person.pk == proposal.author_id:
        return no(_("You wrote this proposal yourself; a colleague answers it."), "own-item")
    return still_stands(proposal, now or timezone.now())


def is_its_author(person: Any, proposal: Proposal, invitation: str) -> Verdict:
    if not is_signed_in(person):
        return sign_in_first(invitation)
    if person.pk != proposal.author_id:
        return no(_("Only the author may do this."), "not-author")
    return YES


def still_stands(proposal: Proposal, now) -> Verdict:
    """Neither hidden, nor withdrawn, nor answered: after that the words stay as they are."""
    if proposal.hidden:
        return no(_("It is hidden by a decision. You may appeal against the decision."), "hidden")
    if withdrawal := getattr(proposal, "withdrawal", None):
        return no(
            _("It was withdrawn on %(date)s.") % {"date": day(withdrawal.at, now)},
            "withdrawn",
        )
    if answer := getattr(proposal, "answer", None):
        return no(
            _("The city answered it on %(date)s, so the text stays as it is.")
            % {"date": day(answer.published, now)},
            "answered",
        )
    return YES
