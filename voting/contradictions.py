"""What cannot be a poll, in words: asked by the organiser's form and by the action alike."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import Phase
from voting.models import CASTABLE, Poll
from voting.phrases import moment

MOST_OPTIONS = 64
OPTION_LIMIT = 300


def troubles_of_poll(
    *,
    kind: str,
    opens: datetime | None,
    closes: datetime | None,
    options: Sequence[str] = (),
    max_choices: int | None = None,
    phases: Iterable[Phase] = (),
) -> dict[str, str]:
    """The sentence for each field that contradicts another or itself; empty where all fits.

    A field that is None was refused already and is not asked about. `phases` are the
    consultation's: people vote only while one of them takes votes.
    """
    found: dict[str, str] = {}
    if kind not in CASTABLE:
        found["kind"] = _("Choose how people answer.")
    if opens and closes and closes <= opens:
        found["closes"] = _("Voting would end before it begins. Choose a later closing.")
    elif closes and closes <= timezone.now():
        found["closes"] = _("This closing is past already. Choose a later one.")
    elif opens and closes and (sentence := outside(phases, opens, closes)):
        found["closes"] = sentence
    if kind == Poll.Kind.APPROVAL and not 2 <= len(options) <= MOST_OPTIONS:
        found["options"] = _("Write at least two options, sixty-four at most.")
    elif kind == Poll.Kind.YES_NO and options:
        found["options"] = _("A yes or no question has no options. Empty this field.")
    elif len(set(options)) < len(options):
        found["options"] = _("Two options are the same. Change or remove one.")
    elif any(len(option) > OPTION_LIMIT for option in options):
        found["options"] = _("Shorten each option to 300 characters.")
    if max_choices is not None and options and max_choices > len(options):
        found["max_choices"] = _("That is more than there are options.")
    return found


def outside(phases: Iterable[Phase], opens: datetime, closes: datetime) -> str:
    """Why a poll cannot be open then: no phase takes votes, or it reaches beyond the one that does."""
    voting = [phase for phase in phases if phase.takes_votes]
    if not voting:
        return _("No phase of this consultation takes votes, so nothing can be put to the vote.")
    if any(phase.opens <= opens and closes <= phase.closes for phase in voting):
        return ""
    phase = min(voting, key=lambda one: abs(one.opens - opens))
    return _("People vote from %(opens)s until %(closes)s. Keep the poll within that time.") % {
        "opens": moment(phase.opens),
        "closes": moment(phase.closes),
    }
