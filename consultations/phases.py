"""What is open now, said in words: pure functions of some phases and an instant.

Whoever holds a consultation's phases (`queries.phases_of`) asks here; nothing is read from the
database, so that a list of fifty consultations costs no query more than one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Phase
from people import formats
from people.texts import first
from people.verdicts import YES, Verdict, no


class Act(StrEnum):
    """What people may do in a phase; the value is the phase's column."""

    PROPOSE = "takes_proposals"
    SUPPORT = "takes_support"
    DISCUSS = "takes_points"
    VOTE = "takes_votes"


@dataclass(frozen=True, slots=True)
class Step:
    """One phase on the timeline: its name, whether it is `done`, `now` or `coming`, and when, in words."""

    name: str
    kind: str
    state: str
    when: str
    opens: datetime
    closes: datetime

    @property
    def is_now(self) -> bool:
        return self.state == "now"


def open_for(phases: Iterable[Phase], act: Act, now: datetime) -> Verdict:
    """Whether some open phase allows the act; otherwise when it will be, or when it was."""
    spans = [phase for phase in phases if getattr(phase, act.value)]
    if any(phase.is_open(now) for phase in spans):
        return YES
    never, opens_on, closed_on = SENTENCES[act]
    if not spans:
        return no(never, "never-open")
    coming = [phase.opens for phase in spans if phase.opens > now]
    if coming:
        return no(str(opens_on) % {"date": day(min(coming), now)}, "not-yet-open")
    ended = max(phase.closes for phase in spans)
    return no(str(closed_on) % {"date": last_day(ended, now)}, "closed")


def closing_of(phases: Iterable[Phase], act: Act, now: datetime) -> datetime | None:
    """When the act, open now, will close; None where it is not open."""
    spans = [phase.closes for phase in phases if getattr(phase, act.value) and phase.is_open(now)]
    return max(spans) if spans else None


def open_phases(phases: Iterable[Phase], now: datetime) -> list[Phase]:
    return [phase for phase in phases if phase.is_open(now)]


def present_phase(phases: Iterable[Phase], now: datetime) -> Phase | None:
    """The phase that names the present state: of those open the one that opened last."""
    return max(open_phases(phases, now), key=lambda phase: (phase.opens, phase.pk), default=None)


def next_phase(phases: Iterable[Phase], now: datetime) -> Phase | None:
    """The next phase to open."""
    coming = [phase for phase in phases if phase.opens > now]
    return min(coming, key=lambda phase: (phase.opens, phase.pk), default=None)


def state_of(phases: Iterable[Phase], now: datetime) -> str:
    """`coming`, `open`, `between` or `closed`: where a consultation stands as a whole."""
    phases = list(phases)
    if open_phases(phases, now):
        return "open"
    ahead = next_phase(phases, now)
    if ahead is None:
        return "closed"
    return "between" if any(phase.closes <= now for phase in phases) else "coming"


def steps(phases: Iterable[Phase], now: datetime) -> list[Step]:
    """The timeline: every phase in order with its state and its dates in words."""
    return [
        Step(
            name=phase.name,
            kind=phase.kind,
            state=step_state(phase, now),
            when=span(phase, now),
            opens=phase.opens,
            closes=phase.closes,
        )
        for phase in sorted(phases, key=lambda phase: (phase.opens, phase.pk or 0))
    ]


def step_state(phase: Phase, now: datetime) -> str:
    if phase.closes <= now:
        return "done"
    return "now" if phase.opens <= now else "coming"


def timeline_mark(phases: Iterable[Phase], now: datetime) -> str:
    """Another word whenever the timeline says another thing: a phase began, ended or lasts longer.

    "Discussion until 1795474800, 1797289200": the present phase, and when each one closes.
    """
    present = present_phase(phases, now)
    ends = ", ".join(f"{ends:.0f}" for ends in sorted(one.closes.timestamp() for one in phases))
    return f"{first(present, 'name') if present else ''} until {ends}"


def share_done(phases: Iterable[Phase], now: datetime) -> float:
    """How far along the timeline today stands, 0 to 1, each step taking equal room."""
    ordered = sorted(phases, key=lambda phase: (phase.opens, phase.pk or 0))
    if not ordered:
        return 0.0
    return sum(part_done(phase, now) for phase in ordered) / len(ordered)


def part_done(phase: Phase, now: datetime) -> float:
    whole = (phase.closes - phase.opens).total_seconds()
    gone = (now - phase.opens).total_seconds()
    return min(1.0, max(0.0, gone / whole))


def span(phase: Phase, now: datetime) -> str:
    """ "until 17 May" while it is open, "18 May – 7 June" before and after."""
    ends = last_day(phase.closes, now)
    if phase.is_open(now):
        return _("until %(date)s") % {"date": ends}
    starts = day(phase.opens, now)
    return starts if starts == ends else _("%(start)s – %(end)s") % {"start": starts, "end": ends}


def day(moment: datetime, now: datetime) -> str:
    """ "4 May", with the year where it is another; with the hour where it is still today."""
    local, today = timezone.localtime(moment), timezone.localtime(now)
    if local.date() == today.date() and moment > now:
        return _("%(day)s at %(time)s") % {
            "day": formats.day(local),
            "time": formats.clock(local),
        }
    return formats.near_day(local, today)


def last_day(closes: datetime, now: datetime) -> str:
    """The last day of a span that ends at `closes`: midnight belongs to the day before."""
    local = timezone.localtime(closes)
    ends_at_midnight = local.hour == local.minute == local.second == 0
    return day(last_moment(closes) if ends_at_midnight else closes, now)


def last_moment(closes: datetime) -> datetime:
    """The last instant inside a span, on its last day."""
    return closes - timedelta(microseconds=1)


SENTENCES = {
    Act.PROPOSE: (
        gettext_lazy("This consultation takes no proposals."),
        gettext_lazy("Proposals open on %(date)s."),
        gettext_lazy("Proposals closed on %(date)s."),
    ),
    Act.SUPPORT: (
        gettext_lazy("This consultation does not count support."),
        gettext_lazy("Support opens on %(date)s."),
        gettext_lazy("Support closed on %(date)s."),
    ),
    Act.DISCUSS: (
        gettext_lazy("This consultation has no discussion."),
        gettext_lazy("The discussion opens on %(date)s."),
        gettext_lazy("The discussion closed on %(date)s."),
    ),
    Act.VOTE: (
        gettext_lazy("This consultation has no vote."),
        gettext_lazy("The vote opens on %(date)s."),
        gettext_lazy("The vote closed on %(date)s."),
    ),
}
