"""Roles given and taken."""

from django.db import transaction

from consultations.appointments import may_appoint, may_dismiss, organisers_over, scope_of
from consultations.models import Appointment, Consultation, Department, Place, Role
from consultations.roles import forget_roles
from live.revoking import close_sockets
from people.auditing import audit
from people.models import Person
from people.notices import tell
from people.verdicts import require


@transaction.atomic
def appoint(
    *,
    by: Person | None,
    person: Person,
    role: str,
    scope: Place | Consultation,
    department: Department | None = None,
) -> Appointment:
    """Give a role for a place (and all below it) or one consultation; twice is once.

    `by` is None for the operator at the command line, who needs no role.
    """
    if by is not None:
        require(may_appoint(by, scope))
    where = {"place": scope} if isinstance(scope, Place) else {"consultation": scope}
    appointment, new = Appointment.objects.get_or_create(
        person=person,
        role=Role(role),
        **where,
        defaults={"given_by": by, "department": department},
    )
    if new:
        forget_roles(person)
        note("role.given", by, appointment)
    return appointment


@transaction.atomic
def dismiss(*, by: Person | None, appointment: Appointment) -> None:
    """Take a role back; her sockets close and are asked anew what they may follow."""
    scope = scope_of(appointment)
    # Two organisers who dismiss each other at once queue here, so that one of them stays.
    list(organisers_over(scope).select_for_update(of=("self",)).order_by("pk"))
    if by is not None:
        require(may_dismiss(by, appointment))
    note("role.taken", by, appointment)
    appointment.delete()
    forget_roles(appointment.person)
    close_sockets(appointment.person_id, reason="role taken")


def note(event: str, by: Person | None, appointment: Appointment) -> None:
    """Write it down, and tell the person whose role it is, unless she did it herself."""
    scope = scope_of(appointment)
    audit(by, event, scope.topic, role=appointment.role, person=appointment.person_id)
    if by is None or by.pk != appointment.person_id:
        tell(
            [appointment.person_id],
            topic=scope.topic,
            event=event,
            ref=str(appointment.pk),
            facts={"role": appointment.role, "where": str(scope)},
            url="/your-voice/" if event == "role.taken" else "/desk/",
            addressed=True,
        )
