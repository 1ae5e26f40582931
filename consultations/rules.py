"""Who may set up, moderate, answer for and see a consultation."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation, Place, Role
from consultations.roles import roles_of
from people.verdicts import YES, Verdict, is_signed_in, no, sign_in_first


def may_see(person: Any, consultation: Consultation) -> Verdict:
    """A published one is for everybody; a draft for its organisers (others: it is not there)."""
    if consultation.published or roles_of(person).holds(Role.ORGANISER, consultation):
        return YES
    return no(_("There is no such consultation."), "unseen")


def may_organise(person: Any, consultation: Consultation) -> Verdict:
    """Organisers of the consultation or of its place set it up and extend its phases."""
    return holding(
        person,
        Role.ORGANISER,
        consultation,
        _("Only organisers of this consultation may change it."),
    )


def may_moderate(person: Any, consultation: Consultation) -> Verdict:
    """Moderators of the consultation or of its place judge what is reported in it."""
    return holding(
        person,
        Role.MODERATOR,
        consultation,
        _("Only moderators of this consultation may decide on what is written in it."),
    )


def may_evaluate(person: Any, consultation: Consultation) -> Verdict:
    """Evaluators of the consultation or of its place write the city's answers."""
    return holding(
        person,
        Role.EVALUATOR,
        consultation,
        _("Only evaluators of this consultation may answer for the city."),
    )


def may_set_up(person: Any) -> Verdict:
    """Whoever organises for some place may begin a new consultation there."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to set up a consultation."))
    if roles_of(person).places(Role.ORGANISER):
        return YES
    return role_missing(person, _("Only organisers of a place may set up a consultation."))


def may_enter_setup(person: Any) -> Verdict:
    """Whoever organises anything sees what is being prepared."""
    if is_signed_in(person) and roles_of(person).consultations(Role.ORGANISER):
        return YES
    return may_set_up(person)


def may_begin_at(person: Any, place: Place) -> Verdict:
    """Organisers of a place, or of one above it, put questions there."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to set up a consultation."))
    if roles_of(person).holds_at(Role.ORGANISER, place.pk):
        return YES
    return role_missing(person, _("You organise nothing in this place. Choose one of yours."))


def may_change(person: Any, consultation: Consultation) -> Verdict:
    """Organisers fill in a draft; what is published stays as it was promised."""
    if not (verdict := may_organise(person, consultation)):
        return verdict
    if consultation.published:
        return no(
            _("It is published: only the end of a phase may still be moved, to a later day."),
            "published",
        )
    return YES


def may_extend(person: Any, consultation: Consultation) -> Verdict:
    """Organisers may let a phase of a published consultation last longer."""
    if not (verdict := may_organise(person, consultation)):
        return verdict
    if not consultation.published:
        return no(_("This consultation has not been published yet."), "unpublished")
    return YES


def may_run_city(person: Any) -> Verdict:
    """Organisers of the topmost place change the city's face and read its audit trail."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to open this."))
    held = roles_of(person).places(Role.ORGANISER)
    if held and Place.objects.filter(pk__in=held, parent__isnull=True).exists():
        return YES
    return role_missing(person, _("Only organisers of the whole city may open this."))


def may_enter_desk(person: Any) -> Verdict:
    """The desk is for everybody who holds some role."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to enter the desk."))
    if roles_of(person):
        return YES
    return role_missing(person, _("The desk is where civil servants work. You hold no role there."))


def needs_second_factor(person: Any) -> bool:
    """Whether this person's roles wait for a second factor."""
    return roles_of(person).locked


def role_missing(person: Any, sentence: Any) -> Verdict:
    """Refuse for want of a role; who has it, but no second factor yet, is told that instead."""
    if needs_second_factor(person):
        return no(
            _("Set up a second factor first: it protects what you do for the city."),
            "second-factor",
        )
    return no(sentence, "role-missing")


def holding(person: Any, role: Role, consultation: Consultation, sentence: Any) -> Verdict:
    if not is_signed_in(person):
        return sign_in_first(_("Sign in first."))
    if roles_of(person).holds(role, consultation):
        return YES
    return role_missing(person, sentence)
