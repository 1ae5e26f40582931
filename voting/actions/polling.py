"""Making a poll, and removing one that nobody has seen open."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.queries import phases_of
from intake.errors import BadInput
from intake.text import clean_line
from live.announcing import announce
from people.auditing import audit
from people.verdicts import Stale, require
from voting.contradictions import OPTION_LIMIT, troubles_of_poll
from voting.events import PollMade, PollRemoved
from voting.models import Option, Poll, PollHead
from voting.rules import may_make_poll


@transaction.atomic
def make_poll(
    *,
    person,
    consultation,
    kind,
    question,
    opens,
    closes,
    options=(),
    explanation="",
    max_choices=None,
    proposal=None,
) -> Poll:
    """Make an open poll of a consultation. `options` are titles, in order; yes / no needs none.

    Raises `BadInput` with the sentence of the first contradiction.
    """
    require(may_make_poll(person, consultation))
    question = clean_line(question, limit=160, field=_("the question"))
    options = [clean_line(one, limit=OPTION_LIMIT, field=_("the option")) for one in options]
    troubles = troubles_of_poll(
        kind=kind,
        opens=opens,
        closes=closes,
        options=options,
        max_choices=max_choices,
        phases=phases_of(consultation),
    )
    for field, sentence in troubles.items():
        raise BadInput(sentence, code="contradiction", field=field)
    poll = Poll.objects.create(
        consultation=consultation,
        proposal=proposal,
        kind=kind,
        question=question,
        explanation=explanation,
        opens=opens,
        closes=closes,
        max_choices=max_choices,
    )
    PollHead.objects.create(poll=poll)
    Option.objects.bulk_create(
        Option(poll=poll, key=f"p{number}", title=title, order=number)
        for number, title in enumerate(options, start=1)
    )
    audit(person, "poll.made", poll.topic, question=question)
    announce(PollMade(poll.pk, consultation.pk))
    return poll


@transaction.atomic
def remove_poll(*, person, poll: Poll) -> None:
    """Remove a poll before it opens; afterwards it stands, because people may have voted."""
    require(may_make_poll(person, poll.consultation))
    if timezone.now() >= poll.opens:
        raise Stale(_("This poll has opened, so it cannot be removed any more."), "opened")
    audit(person, "poll.removed", poll.topic, question=poll.question)
    announce(PollRemoved(poll.pk, poll.consultation_id))
    poll.delete()
