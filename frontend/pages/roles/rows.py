"""Appointments as the screen shows them: place by place, consultation by consultation."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from consultations.appointments import scope_of
from consultations.models import Appointment, Role
from consultations.phases import day


def grouped(appointments: Iterable[Appointment], now: datetime) -> list[dict[str, Any]]:
    """One group for each place and consultation; appointments come sorted by it."""
    return [
        {"where": where, "rows": [row(one, now) for one in group]}
        for (where, _), group in groupby(
            appointments, key=lambda one: (str(scope_of(one)), one.place_id)
        )
    ]


def row(appointment: Appointment, now: datetime) -> dict[str, Any]:
    return {
        "number": appointment.pk,
        "name": appointment.person.display_name,
        "role": Role(appointment.role).label,
        "department": str(appointment.department or ""),
        "since": day(appointment.given, now),
    }
