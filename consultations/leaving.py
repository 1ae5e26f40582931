"""What a consultation needs of somebody who leaves, and what it keeps of her."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consultations.appointments import organisers_over, scope_of
from consultations.models import Appointment, CityText, Consultation, Role
from people.auditing import audit
from people.hooks import GOES, STAYS, Effect, Part
from people.models import Person
from people.verdicts import YES, Verdict, no


def held_by(person: Person):
    return (
        Appointment.objects.filter(person=person)
        .select_related("person", "place", "consultation__place", "department")
        .order_by("pk")
    )


def may_leave(person: Person) -> Verdict:
    """The last organiser hands over first: else nobody could give roles there any more."""
    for appointment in held_by(person).filter(role=Role.ORGANISER):
        scope = scope_of(appointment)
        # Two organisers who leave at once queue here, so that one of them stays.
        here = organisers_over(scope)
        if not [one for one in here if one.person_id != person.pk]:
            return no(
                _(
                    "You are the last organiser of %(where)s. Give this role to somebody else "
                    "first; then you can leave."
                )
                % {"where": scope},
                "last-organiser",
            )
    return YES


def give_up_roles(person: Person) -> None:
    """Hook: her roles end, and the audit trail says so without her name."""
    for appointment in held_by(person):
        if appointment.role == Role.ORGANISER:
            list(
                organisers_over(scope_of(appointment))
                .select_for_update(of=("self",))
                .order_by("pk")
            )
    for appointment in held_by(person):
        scope = scope_of(appointment)
        audit(None, "role.ended", scope.topic, role=appointment.role)
        appointment.delete()


def effects(person: Person) -> Iterable[Effect]:
    count = held_by(person).count()
    if count:
        yield Effect(
            ngettext(
                "Your role ends. What you did in it stays in the audit trail, without your name.",
                "Your %(count)d roles end. What you did in them stays in the audit trail, without "
                "your name.",
                count,
            )
            % {"count": count},
            GOES,
        )
    made = Consultation.objects.filter(made_by=person).count()
    if made:
        yield Effect(
            ngettext(
                "%(count)d consultation that you set up stays.",
                "%(count)d consultations that you set up stay.",
                made,
            )
            % {"count": made},
            STAYS,
        )


def appointments(person: Person):
    for held in held_by(person):
        yield {
            "role": held.role,
            "where": str(scope_of(held)),
            "department": str(held.department or ""),
            "given": held.given,
        }


def roles_given(person: Person):
    found = Appointment.objects.filter(Q(given_by=person)).exclude(person=person)
    for held in found.select_related("place", "consultation").order_by("pk"):
        yield {"role": held.role, "where": str(scope_of(held)), "given": held.given}


def consultations_made(person: Person):
    for one in Consultation.objects.filter(made_by=person).order_by("pk"):
        yield {"title": one.title, "address": one.get_absolute_url(), "made": one.made}


def city_texts(person: Person):
    for one in CityText.objects.filter(saved_by=person).order_by("pk"):
        yield {
            "page": one.page,
            "language": one.language,
            "version": one.version,
            "saved": one.saved,
        }


ROLE, WHERE = gettext_lazy("Role"), gettext_lazy("Where")

PARTS = [
    Part(
        "appointments",
        gettext_lazy("Your roles"),
        {
            "role": ROLE,
            "where": WHERE,
            "department": gettext_lazy("Department"),
            "given": gettext_lazy("Since"),
        },
        appointments,
        ("consultations.Appointment.person",),
    ),
    Part(
        "roles_given",
        gettext_lazy("Roles you gave to others"),
        {"role": ROLE, "where": WHERE, "given": gettext_lazy("Since")},
        roles_given,
        ("consultations.Appointment.given_by",),
    ),
    Part(
        "consultations_made",
        gettext_lazy("Consultations you set up"),
        {
            "title": gettext_lazy("Title"),
            "address": gettext_lazy("Address"),
            "made": gettext_lazy("Made"),
        },
        consultations_made,
        ("consultations.Consultation.made_by",),
    ),
    Part(
        "city_texts",
        gettext_lazy("Texts of the city that you saved"),
        {
            "page": gettext_lazy("Page"),
            "language": gettext_lazy("Language"),
            "version": gettext_lazy("Version"),
            "saved": gettext_lazy("Saved"),
        },
        city_texts,
        ("consultations.CityText.saved_by",),
    ),
]
