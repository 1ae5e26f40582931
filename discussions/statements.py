"""The statement of reasons, in words: what a restricting decision owes to the one it restricts."""

from calendar import monthrange
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from discussions.models import Clause, Statement
from discussions.phrases import day

COMPLAINT_MONTHS = 6


def statement_of(*, clause: Clause, facts: str, at: datetime, reported: bool) -> Statement:
    """The statement of a decision to hide, unsaved and without its decision."""
    return Statement(
        scope=_("Hidden from the public. Its author and the moderators still see it."),
        duration=_("Without end, unless it is restored"),
        facts=facts,
        ground=_("House rule %(number)s: %(title)s (house rules, version %(version)s)")
        % {"number": clause.number, "title": clause.title, "version": clause.rules.version},
        why=_("The rule says: “%(text)s” What is described under “facts” is what it rules out.")
        % {"text": clause.text},
        own_initiative=not reported,
        automated=False,
        complain=_(
            "You can complain until %(day)s, free of charge: answer the letter you received, or "
            "write to %(address)s. Somebody else will decide, and tell you why. You can also go "
            "to a court or to a body that settles disputes outside the courts."
        )
        % {"day": day(complaint_ends(at)), "address": desk_address()},
    )


def complaint_ends(at: datetime) -> datetime:
    """Six months later, on the same day or the last one of a shorter month."""
    year, month = divmod(at.year * 12 + at.month - 1 + COMPLAINT_MONTHS, 12)
    return at.replace(year=year, month=month + 1, day=min(at.day, monthrange(year, month + 1)[1]))


def desk_address() -> str:
    """The address alone, of a sender such as “Lindhaven <desk@example.org>”."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">")


def found_through(statement: Statement) -> str:
    if statement.own_initiative:
        return _("a moderator, of their own accord")
    return _("a report")


def decided_by(statement: Statement) -> str:
    if statement.automated:
        return _("a machine")
    return _("a person, no machine")
