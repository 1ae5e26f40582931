"""Sentences shown to people, and how notices of this app read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from discussions.models import Decision, Point
from people import formats
from people.matters import Quote, quote_by_ref
from people.notices import phrase

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
    "point.hidden": gettext_lazy("Something you wrote was hidden (%(ground)s). Read the reasons."),
    "point.restored": gettext_lazy("Something you wrote was hidden and is public again."),
    "proposal.hidden": gettext_lazy("Your proposal was hidden (%(ground)s). Read the reasons."),
    "proposal.restored": gettext_lazy("Your proposal was hidden and is public again."),
}


def register_phrases() -> None:
    """How the notices of this app read, and whose words they tell of."""
    for event, sentence in NOTICES.items():
        phrase(event, sentence, in_words=with_ground)
    phrase(
        "report.decided",
        gettext_lazy("What you reported was judged: %(outcome)s"),
        in_words=with_outcome,
    )
    phrase(
        "point.replied",
        gettext_lazy("%(who)s replied to what you wrote about “%(title)s”."),
        short=gettext_lazy("%(who)s replied to what you wrote."),
        gone=gettext_lazy("A reply to what you wrote; it is no longer public."),
    )
    quote_by_ref("point.replied", replies)


def replies(keys: Sequence[int]) -> dict[int, Quote]:
    public = Point.objects.standing().filter(
        proposal__hidden__isnull=True, proposal__consultation__published__isnull=False
    )
    rows = public.filter(pk__in=keys).select_related("author")
    former = _("A former participant")
    return {
        one.pk: Quote(one.body, by=one.author.display_name if one.author else former)
        for one in rows
    }


def clause_facts(clause) -> dict[str, Any]:
    """A house rule as a notice keeps it: its name is made in the reader's language."""
    return {"number": clause.number, "rule": clause.title} if clause else {}


def outcome_facts(decision: Decision) -> dict[str, Any]:
    """What became of a report, as its notice keeps it."""
    hidden = (decision.point or decision.proposal).hidden is not None
    return {"kind": decision.kind, "hidden": hidden, **clause_facts(decision.clause)}


def with_ground(facts: dict[str, Any]) -> dict[str, Any]:
    return facts | (
        {"ground": rule_words(facts["number"], facts["rule"])} if "rule" in facts else {}
    )


def with_outcome(facts: dict[str, Any]) -> dict[str, Any]:
    if "kind" not in facts:
        return facts
    rule = rule_words(facts["number"], facts["rule"]) if "rule" in facts else ""
    return facts | {"outcome": outcome_sentence(facts["kind"], facts["hidden"], rule)}


def outcome_sentence(kind: str, hidden: bool, rule: str) -> str:
    """A decision in one sentence, for whoever reported the item."""
    if kind == Decision.Kind.HIDE:
        return _("It was hidden, under %(rule)s.") % {"rule": rule}
    if kind == Decision.Kind.RESTORE:
        return _("It is public: we found that it breaks no house rule.")
    if hidden:
        return _("It was hidden already, by an earlier decision.")
    return _("It stays as it is: we found that it breaks no house rule.")


def day(at: datetime) -> str:
    """ "14 April", or "14 April 2025" where it was another year."""
    return formats.near_day(timezone.localtime(at), timezone.localtime())


def moment(at: datetime) -> str:
    """ "14 April, 09:02"."""
    return formats.moment(at)


def rule_name(clause) -> str:
    """ "house rule 4: Private people"; a decision may name none."""
    return rule_words(clause.number, clause.title) if clause else ""


def rule_words(number: int, title: str) -> str:
    return _("house rule %(number)s: %(title)s") % {"number": number, "title": title}


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
