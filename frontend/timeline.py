"""The phases of a consultation on one line."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from consultations.models import Phase
from consultations.phases import share_done, steps, timeline_mark


def timeline(phases: Iterable[Phase], now: datetime) -> dict[str, Any]:
    """`steps` and `now_at` for `components/phases/phases.html`: each phase, and where today stands.

    `timeline_mark` is what the consultation's snapshot calls `timeline`, for pages that follow it.
    """
    phases = list(phases)
    return {
        "steps": [
            {"name": one.name, "when": one.when, "state": one.state} for one in steps(phases, now)
        ],
        "now_at": f"{share_done(phases, now):.3f}",
        "timeline_mark": timeline_mark(phases, now),
    }
