"""What is kept of a person's supports and ballots, and what becomes of it when she leaves."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consultations.phases import day
from people.hooks import RUNS, STAYS, Effect, Part
from people.marks import give_back, mark_of
from people.models import Person
from voting.models import OpenBallot, Support


def effects(person: Person) -> Iterable[Effect]:
    supports = Support.objects.filter(person=person).count()
    if supports:
        yield Effect(
            ngettext(
                "%(count)d support stays counted; nobody can tell any more that it was yours.",
                "%(count)d supports stay counted; nobody can tell any more that they were yours.",
                supports,
            )
            % {"count": supports},
            STAYS,
            "/your-voice/supports/",
        )
    now = timezone.now()
    still_open = OpenBallot.objects.filter(person=person, poll__closes__gt=now)
    for ballot in still_open.select_related("poll").order_by("poll__closes", "pk"):
        yield Effect(
            _(
                "Your ballot in “%(question)s” stays and counts when the poll closes on %(day)s. "
                "Without an account you can no longer change it: take it back before if you do "
                "not want it to count."
            )
            % {
                "question": ballot.poll.question,
                "day": day(ballot.poll.closes, now),
            },
            RUNS,
            ballot.poll.get_absolute_url(),
        )
    closed = OpenBallot.objects.filter(person=person, poll__closes__lte=now).count()
    if closed:
        yield Effect(
            ngettext(
                "%(count)d ballot in a closed poll stays counted, without you.",
                "%(count)d ballots in closed polls stay counted, without you.",
                closed,
            )
            % {"count": closed},
            STAYS,
        )


def let_go(person: Person) -> None:
    """Hook: supports and ballots stay counted and lose their person.

    What is open keeps a mark, so that she cannot count twice by coming back; the moment of a
    ballot shrinks to its day.
    """
    supports = list(Support.objects.filter(person=person))
    for support in supports:
        support.person = None
        support.mark = mark_of(person.email, support_of(support.proposal_id))
    Support.objects.bulk_update(supports, ["person", "mark"], batch_size=500)
    ballots = list(OpenBallot.objects.filter(person=person).select_related("poll__result"))
    for ballot in ballots:
        ballot.person = None
        counted = hasattr(ballot.poll, "result")
        ballot.mark = "" if counted else mark_of(person.email, ballot_in(ballot.poll_id))
        ballot.cast = ballot.cast.replace(hour=0, minute=0, second=0, microsecond=0)
    OpenBallot.objects.bulk_update(ballots, ["person", "mark", "cast"], batch_size=500)


def take_up(person: Person) -> None:
    """Hook: she is back; what she gave before is hers again, unless she gave it anew meanwhile."""
    supports = Support.objects.filter(mark__gt="").exclude(proposal__supports__person=person)
    give_back(supports, "proposal_id", support_of, person)
    ballots = OpenBallot.objects.filter(mark__gt="").exclude(poll__ballots__person=person)
    give_back(ballots, "poll_id", ballot_in, person)


def support_of(proposal_id: int) -> str:
    return f"support.{proposal_id}"


def ballot_in(poll_id: int) -> str:
    return f"ballot.{poll_id}"


def supports(person: Person):
    for one in Support.objects.filter(person=person).select_related("proposal").order_by("pk"):
        yield {
            "title": "" if one.proposal.hidden else one.proposal.title,
            "address": f"/proposals/{one.proposal_id}/",
            "version": one.version,
            "given": one.given,
        }


def ballots(person: Person):
    for one in OpenBallot.objects.filter(person=person).select_related("poll").order_by("pk"):
        yield {
            "poll": one.poll.question,
            "address": one.poll.get_absolute_url(),
            "ballot": one.ballot,
            "cast": one.cast,
        }


ADDRESS = gettext_lazy("Address")

PARTS = [
    Part(
        "supports",
        gettext_lazy("What you support"),
        {
            "title": gettext_lazy("Title"),
            "address": ADDRESS,
            "version": gettext_lazy("Version"),
            "given": gettext_lazy("Given"),
        },
        supports,
        ("voting.Support.person",),
    ),
    Part(
        "ballots",
        gettext_lazy("Your ballots in open polls"),
        {
            "poll": gettext_lazy("Poll"),
            "address": ADDRESS,
            "ballot": gettext_lazy("Ballot"),
            "cast": gettext_lazy("Cast"),
        },
        ballots,
        ("voting.OpenBallot.person",),
    ),
]
