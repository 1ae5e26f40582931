"""What may be followed of a consultation: its phase, its counts, and the rows that moved."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from consultations import hooks
from consultations.models import Consultation, Phase
from consultations.phases import present_phase, timeline_mark
from live.topics import TopicKind, register


def register_topics() -> None:
    register(TopicKind(name="consultation", snapshot=snapshot, rows=rows))


def snapshot(keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The whole public facts of published consultations, phases included, in one query."""
    now = timezone.now()
    found: dict[int, dict[str, Any]] = {}
    phases: dict[int, list[Phase]] = {}
    columns = ("id", "proposal_count", "last_proposal_id", *PHASE_COLUMNS)
    for row in Consultation.objects.published().filter(pk__in=keys).values_list(*columns):
        consultation_id, count, last, phase_id, name, opens, closes = row
        found[consultation_id] = {"proposal_count": count, "last_proposal_id": last}
        if phase_id is not None:
            phases.setdefault(consultation_id, []).append(
                Phase(pk=phase_id, name=name, opens=opens, closes=closes)
            )
    for consultation_id, facts in found.items():
        own = phases.get(consultation_id, [])
        facts["phase"] = phase_name(own, now)
        facts["timeline"] = timeline_mark(own, now)
    return found


def phase_name(phases: list[Phase], now) -> str:
    """The name of the present phase, empty between phases: pages compare it with what they show."""
    phase = present_phase(phases, now)
    return phase.name if phase else ""


def rows(consultation_id: int, since: int) -> list[dict[str, Any]]:
    """What moved in the list of proposals; filled in by the app that holds their counters."""
    return [row for moved in hooks.moved_rows for row in moved(consultation_id, since)]


PHASE_COLUMNS = ("phases__id", "phases__name", "phases__opens", "phases__closes")
