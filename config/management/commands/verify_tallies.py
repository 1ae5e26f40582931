"""`manage.py verify_tallies`: recount every stored number, say what is off, and put it right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand

from discussions.actions.mending import mend_point
from discussions.actions.pointing import COUNTED_IN
from discussions.actions.reacting import TOTALS
from discussions.queries import recounting as points
from proposals.actions.mending import give_counters, mend_consultation, mend_counters
from proposals.queries import recounting as proposals
from voting.actions.mending import mend_turnout
from voting.queries import recounting as voting


@dataclass(frozen=True)
class Tally:
    """A stored number: what it is of, which rows have it wrong, and how one is put right."""

    sentence: str
    wrong: Callable[[], Iterable[tuple[int, Any, Any]]]
    mend: Callable[[int, Any], None]


def of(noun: str, what: str, mend: Callable[..., None], column: str, wrong) -> Tally:
    return Tally(f"{noun} {{}}: {what}", wrong, lambda pk, number: mend(pk, **{column: number}))


of_proposal = partial(of, "Proposal")
TALLIES = (
    of_proposal("on the list", mend_counters, "standing", proposals.wrong_standings),
    of_proposal("answered", mend_counters, "answered", proposals.wrong_answered),
    of_proposal("supports", mend_counters, "supports", voting.wrong_support_counts),
    of_proposal("newest point", mend_counters, "last_point_id", points.wrong_newest_points),
    *(
        of_proposal(f"points, {kind}", mend_counters, column, wrong)
        for kind, column in COUNTED_IN.items()
        for wrong in [partial(points.wrong_point_counts, kind, column)]
    ),
    of(
        "Consultation",
        "proposals",
        mend_consultation,
        "proposal_count",
        proposals.wrong_proposal_counts,
    ),
    of(
        "Consultation",
        "newest proposal",
        mend_consultation,
        "last_proposal_id",
        proposals.wrong_newest,
    ),
    of("Point", "replies", mend_point, "replies_count", points.wrong_reply_counts),
    *(
        of("Point", f"reactions, {value}", mend_point, column, wrong)
        for value, column in TOTALS.items()
        for wrong in [partial(points.wrong_reaction_totals, value, column)]
    ),
    of("Poll", "turnout", mend_turnout, "turnout", voting.wrong_turnouts),
)


class Command(BaseCommand):
    help = "Recount stored numbers, say which were wrong, and mend them."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="only say what is wrong; ends with 1 if anything is",
        )

    def handle(self, *args, check=False, **options):
        wrong = self.lost_counters(mend=not check)
        for tally in TALLIES:
            for pk, stored, counted in list(tally.wrong()):
                self.stdout.write(
                    f"{tally.sentence.format(pk)} stored {stored}, counted {counted}."
                )
                if not check:
                    tally.mend(pk, counted)
                wrong += 1
        if not wrong:
            self.stdout.write("Every stored number is what was counted.")
            return
        self.stdout.write(f"{wrong} {'found' if check else 'mended'}.")
        if check:
            raise SystemExit(1)

    def lost_counters(self, *, mend: bool) -> int:
        """Proposals without any numbers get a row; what it should hold is mended like the rest."""
        lost = list(proposals.proposals_without_counters())
        for proposal in lost:
            self.stdout.write(f"Proposal {proposal.pk}: has no stored numbers.")
            if mend:
                give_counters(proposal)
        return len(lost)
