"""Who holds which role where: asked once per request, remembered on the person.

A role given for a place holds for every place below it and for the consultations there;
a role given for one consultation holds for that one. Outside a demonstration roles are locked
until their holder has a second factor: then no rule finds any, at no door. A key to the API is
made by the operator alone and opens without.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection

from consultations.models import Consultation
from people.verdicts import is_signed_in


@dataclass(frozen=True, slots=True)
class Roles:
    """Every role of one person, ready to be asked without another query. Empty is falsy."""

    at_places: frozenset[tuple[str, int]] = frozenset()
    at_consultations: frozenset[tuple[str, int]] = frozenset()
    departments: frozenset[int] = frozenset()
    locked: bool = False

    def __bool__(self) -> bool:
        return bool(self.at_places or self.at_consultations)

    def holds(self, role: str, consultation: Consultation) -> bool:
        """Whether the person has this role for the consultation, by its place or directly."""
        return (role, consultation.place_id) in self.at_places or (
            role,
            consultation.pk,
        ) in self.at_consultations

    def holds_at(self, role: str, place_id: int) -> bool:
        """Whether the role was given for this place or one above it."""
        return (role, place_id) in self.at_places

    def holds_anywhere(self, role: str) -> bool:
        """Whether there is any place or consultation where the person has this role."""
        return bool(self.places(role) or self.consultations(role))

    def places(self, role: str) -> set[int]:
        """Ids of all places where the role holds, those below included."""
        return {place for held, place in self.at_places if held == role}

    def consultations(self, role: str) -> set[int]:
        """Ids of consultations for which the role was given directly."""
        return {consultation for held, consultation in self.at_consultations if held == role}


NO_ROLES = Roles()

# The tree below each appointed place, in the same query as the appointments themselves.
# UNION (not UNION ALL) ends even on a tree that somebody tied into a ring.
HELD = """
WITH RECURSIVE held(role, place_id, consultation_id, department_id) AS (
    SELECT role, place_id, consultation_id, department_id
    FROM consultations_appointment WHERE person_id = %s
  UNION
    SELECT held.role, below.id, held.consultation_id, held.department_id
    FROM consultations_place AS below JOIN held ON below.parent_id = held.place_id
)
SELECT role, place_id, consultation_id, department_id,
    EXISTS(SELECT 1 FROM mfa_authenticator WHERE user_id = %s AND type <> 'recovery_codes'),
    EXISTS(SELECT 1 FROM people_demonstration)
FROM held
"""


def roles_of(person: Any) -> Roles:
    """All roles of a person: one query the first time, none afterwards; nobody has none."""
    if not is_signed_in(person):
        return NO_ROLES
    known = getattr(person, "_roles", None)
    if known is None:
        opened = getattr(person, "came_by_token", False)
        known = person._roles = read_roles(person.pk, opened=opened)
    return known


def forget_roles(person: Any) -> None:
    """Ask anew next time; called where roles of this person were just given or taken."""
    if hasattr(person, "_roles"):
        del person._roles


def read_roles(person_id: int, *, opened: bool = False) -> Roles:
    with connection.cursor() as cursor:
        cursor.execute(HELD, [person_id, person_id])
        rows = cursor.fetchall()
    if rows and not opened:
        *_held, has_factor, is_demonstration = rows[0]
        if not has_factor and not (is_demonstration and settings.DEMO):
            return Roles(locked=True)
    return Roles(
        at_places=frozenset((role, place) for role, place, *_ in rows if place is not None),
        at_consultations=frozenset(
            (role, consultation) for role, _, consultation, *_ in rows if consultation is not None
        ),
        departments=frozenset(dept for _, _, _, dept, *_ in rows if dept is not None),
    )
