"""Letters about decisions: to the author whose words were judged, to people who reported them.

They carry the reasons, never the hidden words, and wait ten minutes so that a slip can be undone.
"""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from discussions.models import Decision, Point, Report, Statement
from discussions.phrases import day, rule_name
from people.city import city_name
from people.mail import write_letter
from people.models import Letter

LEAVES_AFTER = timedelta(minutes=10)


def paragraphs_for_author(item, kind: str, statement: Statement | None, clause) -> list[str]:
    """What the author reads, in the letter and in the preview before it is sent."""
    about = {"what": named(item), "day": day(item.posted), "rule": rule_name(clause)}
    if kind == Decision.Kind.HIDE and statement:
        return [
            _(
                "On %(day)s you wrote %(what)s. From today it is hidden from the public, "
                "under %(rule)s."
            )
            % about,
            _("The facts: %(facts)s") % {"facts": statement.facts},
            statement.why,
            statement.complain,
        ]
    if kind == Decision.Kind.RESTORE:
        return [
            _(
                "On %(day)s you wrote %(what)s. It was hidden, and is public again with its "
                "reactions and replies."
            )
            % about,
        ]
    return []


def write_to_author(decision: Decision, item, statement: Statement | None) -> None:
    """Queue the letter to the author; one that left nobody gets none."""
    paragraphs = paragraphs_for_author(item, decision.kind, statement, decision.clause)
    if not item.author or not paragraphs:
        return
    subject = (
        _("What you wrote was hidden, and why")
        if decision.kind == Decision.Kind.HIDE
        else _("What you wrote is public again")
    )
    address = f"/statements/{statement.pk}/" if statement else item.get_absolute_url()
    queue(
        f"decision.{decision.pk}.author", item.author.email, subject, paragraphs, address, decision
    )


def write_to_reporter(decision: Decision, report: Report) -> None:
    if not report.email:
        return
    queue(
        f"decision.{decision.pk}.report.{report.pk}",
        report.email,
        _("What you reported was judged"),
        [
            _("On %(day)s you reported something to us (receipt %(receipt)s). Thank you.")
            % {"day": day(report.made), "receipt": report.receipt},
            outcome(decision),
            _(
                "If you think that this is wrong, answer this letter. Somebody else will look at it."
            ),
        ],
        f"/report/{report.receipt}/",
        decision,
    )


def take_back_unsent(decision: Decision) -> bool:
    """Tear up the letters of a decision that have not left; whether there were any."""
    gone, _by_model = Letter.objects.filter(
        key__startswith=f"decision.{decision.pk}.", sent__isnull=True, attempts=0
    ).delete()
    return bool(gone)


def outcome(decision: Decision) -> str:
    """The decision in one sentence, for whoever reported the item."""
    if decision.kind == Decision.Kind.HIDE:
        return _("It was hidden, under %(rule)s.") % {"rule": rule_name(decision.clause)}
    if decision.kind == Decision.Kind.RESTORE:
        return _("It is public: we found that it breaks no house rule.")
    if (decision.point or decision.proposal).hidden:
        return _("It was hidden already, by an earlier decision.")
    return _("It stays as it is: we found that it breaks no house rule.")


def named(item) -> str:
    """What the author wrote, inside a sentence."""
    if not isinstance(item, Point):
        return _("the proposal “%(title)s”") % {"title": item.title}
    title = {"title": item.proposal.title}
    if item.parent_id is not None:
        return _("a reply about “%(title)s”") % title
    return {
        Point.Kind.FOR: _("a point in favour of “%(title)s”"),
        Point.Kind.AGAINST: _("a point against “%(title)s”"),
        Point.Kind.QUESTION: _("a question about “%(title)s”"),
    }[Point.Kind(item.kind)] % title


def queue(key, to, subject, paragraphs, path, decision) -> None:
    text = "\n\n".join([*paragraphs, settings.ALLOWED_ORIGINS[0] + path, city_name()])
    write_letter(key=key, to=to, subject=subject, text=text, leaves=decision.at + LEAVES_AFTER)
