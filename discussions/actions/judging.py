"""Deciding about an item: hide, restore, or leave it as it is. A decision is for good; undoing one
is another decision."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from discussions import letters
from discussions.actions.changing import forget_words, note_change
from discussions.actions.pointing import count_point, count_reply
from discussions.actions.reporting import target
from discussions.addresses import item_key
from discussions.events import ItemJudged, PointHidden, PointRestored, ThreadChanged
from discussions.models import Claim, Decision, Point, Report
from discussions.phrases import clause_facts, moment, outcome_facts
from discussions.rules import consultation_of, may_judge
from discussions.statements import statement_of
from intake.errors import BadInput
from intake.text import clean_text
from live.announcing import announce
from people.auditing import audit
from people.notices import tell
from people.verdicts import Stale, require
from proposals.actions import hide_proposal, restore_proposal
from proposals.models import Proposal

FACTS_LIMIT = 2_000
SAME_PRESS = timedelta(minutes=2)


@transaction.atomic
def decide(*, person, item, kind, facts, clause=None):
    """Decide about a proposal or point, close its reports and tell whom it concerns.

    Hiding cites a clause of the house rules and writes exactly one statement of reasons, in this
    transaction; nothing else writes any. Raises `Stale` where the item is already as asked, or
    somebody else holds it. Pressed twice, the first decision is returned again.
    """
    require(may_judge(person, item))
    kind = checked_kind(kind)
    facts = clean_text(facts, limit=FACTS_LIMIT, field=_("facts"))
    lock(item)
    if again := same_press(person, item, kind, facts):
        return again
    check_clause(kind, clause)
    check_claim(person, item)
    reports = list(Report.objects.filter(**target(item), decision__isnull=True))
    check_state(item, kind, reports)
    decision = Decision.objects.create(
        **target(item), kind=kind, clause=clause, facts=facts, by=person, at=timezone.now()
    )
    Report.objects.filter(pk__in=[report.pk for report in reports]).update(decision=decision)
    statement = CARRY_OUT[kind](item, decision, reports)
    tell_everybody(decision, item, statement, reports)
    Claim.objects.filter(**target(item)).delete()
    audit(person, f"item.{kind}", item.topic, decision=decision.pk)
    announce(ItemJudged(consultation=consultation_of(item).pk))
    return decision


def checked_kind(kind) -> Decision.Kind:
    try:
        return Decision.Kind(kind)
    except ValueError:
        raise BadInput(_("Choose what to do with it."), field="kind") from None


def check_clause(kind, clause) -> None:
    if kind == Decision.Kind.HIDE and clause is None:
        raise BadInput(_("Choose the house rule that it breaks."), field="clause")


def check_claim(person, item) -> None:
    claim = (
        Claim.objects.select_related("by")
        .filter(**target(item), until__gt=timezone.now())
        .exclude(by=person)
        .first()
    )
    if claim:
        raise Stale(
            _("%(who)s is on this until %(until)s.")
            % {"who": claim.by.display_name, "until": moment(claim.until)},
            "claimed",
        )


def check_state(item, kind, reports) -> None:
    if kind == Decision.Kind.HIDE and item.hidden:
        raise Stale(_("This is already hidden."), "already-hidden")
    if kind == Decision.Kind.HIDE and is_erased(item):
        raise Stale(_("Its author withdrew it, so nobody reads it any more."), "withdrawn")
    if kind == Decision.Kind.RESTORE and not item.hidden:
        raise Stale(_("This is public, so there is nothing to restore."), "not-hidden")
    if kind == Decision.Kind.DISMISS and not reports:
        raise Stale(_("No report of this is waiting."), "nothing-reported")


def is_erased(item) -> bool:
    return isinstance(item, Point) and item.withdrawn is not None and not item.body


def lock(item) -> None:
    """Hold the item until this decision is done, and read whether the public still sees it."""
    fields = ["hidden", "withdrawn", "body"] if isinstance(item, Point) else ["hidden"]
    held = type(item).objects.select_for_update(no_key=True).filter(pk=item.pk)
    found = held.values(*fields).first()
    if found is None:
        raise Stale(_("Its author deleted this meanwhile."), "deleted")
    for field, value in found.items():
        setattr(item, field, value)


def same_press(person, item, kind, facts) -> Decision | None:
    """The newest decision, where it is this very one sent twice."""
    last = Decision.objects.filter(**target(item)).order_by("-id").first()
    if last and (last.by_id, last.kind, last.facts) == (person.pk, kind, facts):
        return last if timezone.now() - last.at < SAME_PRESS else None
    return None


def hide(item, decision, reports):
    statement = statement_of(
        clause=decision.clause, facts=decision.facts, at=decision.at, reported=bool(reports)
    )
    statement.decision = decision
    statement.save()
    if isinstance(item, Proposal):
        hide_proposal(item, decision.at)
    else:
        show_point(item, decision.at, -1, PointHidden)
    return statement


def restore(item, decision, reports):
    if isinstance(item, Proposal):
        restore_proposal(item)
    else:
        show_point(item, None, +1, PointRestored)


def dismiss(item, decision, reports):
    """Nothing changes for the item, but words kept for the moderators alone are kept no longer."""
    if isinstance(item, Point) and item.withdrawn:
        forget_words(item)


CARRY_OUT = {
    Decision.Kind.HIDE: hide,
    Decision.Kind.RESTORE: restore,
    Decision.Kind.DISMISS: dismiss,
}


def show_point(point: Point, hidden, by: int, because) -> None:
    """Hide or show one point's words. Replies below it are other people's and stay."""
    point.hidden = hidden
    Point.objects.filter(pk=point.pk).update(hidden=hidden)
    note_change(point)
    if point.withdrawn:  # it was counted no longer, and its words are nobody's to restore
        if hidden is None:
            forget_words(point)
        return
    if point.parent is not None:
        count_reply(point.parent, by)
    else:
        count_point(point, by, because=because)
        announce(ThreadChanged(point=point.pk))


def tell_everybody(decision, item, statement, reports) -> None:
    """The author and those who reported it, by notice and by letter, each once."""
    undone = decision.kind == Decision.Kind.RESTORE and undo_letters(item, decision)
    if decision.kind != Decision.Kind.DISMISS:
        tell_author(decision, item, statement)
        if not undone:
            letters.write_to_author(decision, item, statement)
    topic = proposal_of(item).topic
    for report in reports:
        letters.write_to_reporter(decision, report)
        tell(
            [report.person_id],
            topic=topic,
            event="report.decided",
            ref=str(report.pk),
            facts=outcome_facts(decision),
            url=f"/report/{report.receipt}/",
            addressed=True,
            letter_key=letters.key_for_reporter(decision, report) if report.email else "",
            leaves=decision.at + letters.LEAVES_AFTER,
        )


def undo_letters(item, decision) -> bool:
    """Whether the decision undone here was so fresh that its letter had not left."""
    last = (
        Decision.objects.filter(**target(item), kind=Decision.Kind.HIDE, pk__lt=decision.pk)
        .order_by("-id")
        .first()
    )
    return last is not None and letters.take_back_unsent(last)


def tell_author(decision, item, statement) -> None:
    word = item_key(item).partition("-")[0]
    done = "hidden" if decision.kind == Decision.Kind.HIDE else "restored"
    tell(
        [item.author_id],
        topic=proposal_of(item).topic,
        event=f"{word}.{done}",
        ref=str(decision.pk),
        facts=clause_facts(decision.clause),
        url=f"/statements/{statement.pk}/" if statement else item.get_absolute_url(),
        addressed=True,
        letter_key=letters.key_for_author(decision),
    )


def proposal_of(item) -> Proposal:
    return item if isinstance(item, Proposal) else item.proposal
