"""The phases of a consultation on one line."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from consultations.models import Phase
from consultations.phases import share_done, steps


def timeline(phases: Iterable[Phase], now: datetime) -> dict[str, Any]:
    """`steps` and `now_at` for `components/phases/phases.html`: each phase, and where today stands."""
    phases = list(phases)
    return {
        "steps": [
            {"name": one.name, "when": one.when, "state": one.state} for one in steps(phases, now)
        ],
        "now_at": f"{share_done(phases, now):.3f}",
    }
