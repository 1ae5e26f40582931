"""Sentences shown to people, and how notices of this app read."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from discussions.models import Decision, Point
from people import formats

# What a point is called inside a sentence.
KIND_NOUNS = {
    Point.Kind.FOR: gettext_lazy("point in favour"),
    Point.Kind.AGAINST: gettext_lazy("point against"),
    Point.Kind.QUESTION: gettext_lazy("question to the city"),
}

# What a decision did, in the public log.
DONE = {
    Decision.Kind.HIDE: pgettext_lazy("a decision", "Hidden"),
    Decision.Kind.RESTORE: pgettext_lazy("a decision", "Restored"),
    Decision.Kind.DISMISS: pgettext_lazy("a decision", "Left as it is"),
}

# What a decision brings about, said before it is taken.
EFFECTS = {
    Decision.Kind.HIDE: gettext_lazy(
        "The public sees only that something was hidden, when, and under which house rule. "
        "The author still sees the words, is told why and can complain."
    ),
    Decision.Kind.RESTORE: gettext_lazy(
        "It returns to its place with every reaction and reply. The author is told."
    ),
    Decision.Kind.DISMISS: gettext_lazy(
        "It stays where it is. Everybody who reported it and left an address is told."
    ),
}

NOTICES = {
    "point.replied": gettext_lazy("%(who)s replied to what you wrote about “%(title)s”."),
    "point.hidden": gettext_lazy("Something you wrote was hidden (%(ground)s). Read the reasons."),
    "point.restored": gettext_lazy("Something you wrote was hidden and is public again."),
    "proposal.hidden": gettext_lazy("Your proposal was hidden (%(ground)s). Read the reasons."),
    "proposal.restored": gettext_lazy("Your proposal was hidden and is public again."),
    "report.decided": gettext_lazy("What you reported was judged: %(outcome)s"),
}


def day(at: datetime) -> str:
    """ "14 April", or "14 April 2025" where it was another year."""
    return formats.near_day(timezone.localtime(at), timezone.localtime())


def moment(at: datetime) -> str:
    """ "14 April, 09:02"."""
    return formats.moment(at)


def rule_name(clause) -> str:
    """ "house rule 4: Private people"; a decision may name none."""
    if clause is None:
        return ""
    return _("house rule %(number)s: %(title)s") % {"number": clause.number, "title": clause.title}


def withdrawn_line(what: str, withdrawn: datetime) -> str:
    """What everybody reads where withdrawn words stood."""
    return _("%(what)s was withdrawn by its author on %(day)s.") % {
        "what": what,
        "day": day(withdrawn),
    }


def tombstone(what: str, hidden: datetime, clause_number, clause_title: str) -> str:
    """What the public reads where hidden words stood: never a silent gap."""
    return _(
        "%(what)s was hidden on %(day)s under house rule %(number)s, “%(title)s”. "
        "Its author has been told why."
    ) % {"what": what, "day": day(hidden), "number": clause_number, "title": clause_title}
