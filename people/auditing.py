"""The audit trail: one row per privileged act, in its transaction, never changed afterwards."""

from typing import Any

from people.models import AuditRow, Person


def audit(person: Person | None, act: str, topic: str, /, **facts: Any) -> None:
    """Write down that `person` did `act` (`role.given`, `item.hidden`) to `topic`.

    None is the operator at the command line. Facts are names and numbers, never mail addresses.
    """
    AuditRow.objects.create(person=person, act=act, topic=topic, facts=facts)
