"""Who may support and vote, and when; a refusal says why and names the date."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.phases import Act, open_for
from consultations.rules import may_organise
from people.verdicts import YES, Verdict, is_signed_in, no, sign_in_first
from voting.phrases import day, moment


def may_support(person, proposal, phases, now=None) -> Verdict:
    """May this person count herself for this proposal? `phases` are the consultation's."""
    now = now or timezone.now()
    if proposal.hidden:
        return no(_("This proposal is hidden by a decision."), "hidden")
    withdrawal = getattr(proposal, "withdrawal", None)
    if withdrawal:
        return no(
            _("This proposal was withdrawn on %(day)s.") % {"day": day(withdrawal.at)}, "withdrawn"
        )
    if not (verdict := open_for(phases, Act.SUPPORT, now)):
        return verdict
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to support this proposal."))
    if person.pk == proposal.author_id:
        return no(_("You wrote this proposal, so your own support is not counted."), "own-proposal")
    return YES


def may_take_support_back(person, proposal, phases, now=None) -> Verdict:
    """Support can be taken back as long as the phase counts it, from a withdrawn text too."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to take your support back."))
    return open_for(phases, Act.SUPPORT, now or timezone.now())


def may_vote(person, poll, now=None) -> Verdict:
    """May this person cast, change or withdraw a ballot at the instant `now`?

    `now` is when the request was received: a request received before closing counts.
    """
    now = now or timezone.now()
    if now < poll.opens:
        return no(_("Voting opens on %(moment)s.") % {"moment": moment(poll.opens)}, "not-open-yet")
    if poll.has_closed(now):
        return no(
            _("Voting closed on %(moment)s. Nothing sent later is counted.")
            % {"moment": moment(poll.closes)},
            "closed",
        )
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to vote."))
    return YES


def may_make_poll(person, consultation) -> Verdict:
    return may_organise(person, consultation)
