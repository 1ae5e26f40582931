"""Who holds which role, and who may give and take it."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from consultations.models import Appointment, Consultation, Place, Role
from consultations.roles import Roles, roles_of
from consultations.rules import role_missing
from people.verdicts import YES, Verdict, is_signed_in, no, sign_in_first


def may_enter_roles(person: Any) -> Verdict:
    """The screen of roles is for organisers, of a place or of a consultation."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to give or take a role."))
    if roles_of(person).holds_anywhere(Role.ORGANISER):
        return YES
    return role_missing(person, _("Only organisers give and take roles."))


def may_appoint(person: Any, scope: Place | Consultation) -> Verdict:
    """Organisers give roles where they organise: at their place, below it, in a consultation."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to give or take a role."))
    if organises(roles_of(person), scope):
        return YES
    return role_missing(person, _("You may give and take roles only where you are an organiser."))


def may_dismiss(person: Any, appointment: Appointment) -> Verdict:
    """As for giving; and somebody must remain who can give roles there."""
    allowed = may_appoint(person, scope_of(appointment))
    return allowed and may_be_vacated(appointment)


def may_be_vacated(appointment: Appointment) -> Verdict:
    """The last organiser of a place or consultation stays until there is another."""
    if appointment.role != Role.ORGANISER:
        return YES
    if organisers_over(scope_of(appointment)).exclude(pk=appointment.pk).exists():
        return YES
    return no(
        _("This is the last organiser here. Give the role to somebody else first."),
        "last-organiser",
    )


def organises(roles: Roles, scope: Place | Consultation) -> bool:
    if isinstance(scope, Place):
        return roles.holds_at(Role.ORGANISER, scope.pk)
    return roles.holds(Role.ORGANISER, scope)


def scope_of(appointment: Appointment) -> Place | Consultation:
    """The place or the consultation for which the role was given."""
    if appointment.consultation is None:
        assert appointment.place, "a database constraint says: one of the two"
        return appointment.place
    return appointment.consultation


def organisers_over(scope: Place | Consultation) -> QuerySet[Appointment]:
    """Appointments of everybody who organises here: at the place, above it, or directly."""
    place = scope if isinstance(scope, Place) else scope.place
    above = [one.pk for one in place.ancestors(include_self=True)]
    here = Q(place__in=above)
    if isinstance(scope, Consultation):
        here |= Q(consultation=scope)
    return Appointment.objects.filter(here, role=Role.ORGANISER, person__is_active=True)


def appointments_under(person: Any) -> list[Appointment]:
    """Every appointment that this organiser may take back, place by place; one query more."""
    roles = roles_of(person)
    places = roles.places(Role.ORGANISER)
    return list(
        Appointment.objects.filter(
            Q(place__in=places)
            | Q(consultation__in=roles.consultations(Role.ORGANISER))
            | Q(consultation__place__in=places)
        )
        .select_related("person", "place", "consultation__place", "department")
        .order_by("place__name", "consultation__title", "role", "person__display_name", "pk")
    )


def appointment_by_number(number: int) -> Appointment | None:
    """One appointment with its person and where it holds."""
    return (
        Appointment.objects.filter(pk=number)
        .select_related("person", "place", "consultation__place")
        .first()
    )


def scopes_of(person: Any) -> tuple[list[Place], list[Consultation]]:
    """Where this organiser may give roles: places by name, and consultations, newest first."""
    roles = roles_of(person)
    places = roles.places(Role.ORGANISER)
    consultations = Consultation.objects.filter(
        Q(place__in=places) | Q(pk__in=roles.consultations(Role.ORGANISER))
    )
    return (
        list(Place.objects.filter(pk__in=places).order_by("name", "pk")),
        list(consultations.select_related("place").order_by("-pk")),
    )
