"""Letters about decisions: to the author whose words were judged, to people who reported them.

They carry the reasons, never the hidden words, and wait ten minutes so that a slip can be undone.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from discussions.models import Decision, Point, Report, Statement
from discussions.phrases import day, outcome_sentence, rule_name
from people.city import city_name
from people.languages import language_for
from people.mail import tear_up, write_letter
from people.models import Letter, Notice, Person

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
    """Queue the letter to the author, in her language; one that left nobody gets none."""
    if not item.author:
        return
    with translation.override(language_for(item.author.language)):
        paragraphs = paragraphs_for_author(item, decision.kind, statement, decision.clause)
        if not paragraphs:
            return
        subject = (
            _("What you wrote was hidden, and why")
            if decision.kind == Decision.Kind.HIDE
            else _("What you wrote is public again")
        )
        address = f"/statements/{statement.pk}/" if statement else item.get_absolute_url()
        queue(
            key_for_author(decision),
            item.author.email,
            subject,
            paragraphs,
            address,
            decision,
            author=item.author,
        )


def write_to_reporter(decision: Decision, report: Report) -> None:
    if not report.email:
        return
    queue(
        key_for_reporter(decision, report),
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


def key_for_author(decision: Decision) -> str:
    return f"decision.{decision.pk}.author"


def key_for_reporter(decision: Decision, report: Report) -> str:
    return f"decision.{decision.pk}.report.{report.pk}"


def take_back_unsent(decision: Decision) -> bool:
    """Tear up the letters of a decision that have not left; whether there were any."""
    reports = list(decision.reports.all())
    told = Notice.objects.filter(event="report.decided", ref__in=[str(one.pk) for one in reports])
    keys = [key_for_reporter(decision, report) for report in reports]
    return bool(
        tear_up([key_for_author(decision), *keys, *told.values_list("letter_key", flat=True)])
    )


def outcome(decision: Decision) -> str:
    """The decision in one sentence, for whoever reported the item."""
    hidden = (decision.point or decision.proposal).hidden is not None
    return outcome_sentence(decision.kind, hidden, rule_name(decision.clause))


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


def queue(
    key: str,
    to: str,
    subject: str,
    paragraphs: list[str],
    path: str,
    decision: Decision,
    author: Person | None = None,
) -> None:
    """Only the author may say that she wants no such letters: her page has the reasons, too."""
    text = "\n\n".join([*paragraphs, settings.ALLOWED_ORIGINS[0] + path, city_name()])
    write_letter(
        key=key,
        kind=Letter.Kind.DECISION if author else Letter.Kind.NECESSARY,
        person=author,
        to=to,
        subject=subject,
        text=text,
        leaves=decision.at + LEAVES_AFTER,
    )
