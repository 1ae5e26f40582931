"""The city's answer: kept as a draft, then published once."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import Department
from intake.errors import BadInput
from intake.search import searchable
from intake.text import clean_line, clean_text
from live.announcing import announce
from people.auditing import audit
from people.models import Person
from people.notices import tell
from people.verdicts import require
from proposals import hooks
from proposals.actions.drafting import keepable
from proposals.events import AnswerPublished
from proposals.models import Answer, AnswerDraft, Commitment, Counters, Proposal
from proposals.phrases import PAST
from proposals.rules import may_answer
from proposals.telling import notice_of_answer, tell_followers_of_answer

BECAUSE_LIMIT = 5_000
LINE_LIMIT = 200
NAME_LIMIT = 120
COMMITMENTS_LIMIT = 12


@transaction.atomic
def save_answer_draft(
    *, person: Person, proposal: Proposal, fields: Mapping[str, Any]
) -> AnswerDraft:
    """Keep an answer that is being written; the last to save is the one whose words stand."""
    require(may_answer(person, proposal))
    draft, _new = AnswerDraft.objects.update_or_create(
        proposal=proposal, defaults={"fields": keepable(fields), "by": person}
    )
    return draft


@transaction.atomic
def publish_answer(
    *,
    person: Person,
    proposal: Proposal,
    kind: str,
    because: str,
    money: str = "",
    department: Department | None = None,
    who: str = "",
    by_when: str = "",
    commitments: Iterable[Mapping[str, Any]] = (),
) -> Answer:
    """Answer a proposal for the city, once; its author is told at once, all others by a job.

    The proposal counts as answered from this transaction on, in every list and on every clock.
    `commitments` are mappings with `what`, `due` (a date) and, if known, `who`.
    """
    words = cleaned(kind, because, money, who, by_when)
    promised = [cleaned_commitment(one) for one in commitments]
    if len(promised) > COMMITMENTS_LIMIT:
        raise BadInput(
            _("Name at most %(limit)s commitments.") % {"limit": COMMITMENTS_LIMIT},
            code="too-many",
            field="commitments",
        )
    # The row's lock lets two evaluators who publish at once follow each other. What hangs on the
    # row is read after it: PostgreSQL reads joined rows as they were before the wait.
    Proposal.objects.select_for_update().only("pk").get(pk=proposal.pk)
    proposal = Proposal.objects.select_related("consultation__promise", "withdrawal", "answer").get(
        pk=proposal.pk
    )
    require(may_answer(person, proposal))

    now = timezone.now()
    answer = Answer.objects.create(
        proposal=proposal,
        department=department,
        by=person,
        published=now,
        due=due_of(proposal, now),
        search_text=searchable(proposal.title, words["because"]),
        **words,
    )
    Commitment.objects.bulk_create(Commitment(answer=answer, **one) for one in promised)
    AnswerDraft.objects.filter(proposal=proposal).delete()
    versions = announce(AnswerPublished(proposal.pk, proposal.consultation_id))
    Counters.objects.filter(pk=proposal.pk).update(
        answered=True, change=versions[proposal.consultation.topic]
    )
    hooks.run(hooks.answer_published, proposal=proposal, answer=answer)
    tell([proposal.author_id], addressed=True, **notice_of_answer(proposal))
    tell_followers_of_answer.enqueue(proposal.pk)
    audit(person, "answer.published", proposal.topic, kind=answer.kind)
    return answer


def cleaned(kind: str, because: str, money: str, who: str, by_when: str) -> dict[str, str]:
    if kind not in Answer.Kind.values:
        raise BadInput(
            _("Say whether the city will do it, will do part of it, or will not."),
            code="required",
            field="kind",
        )
    return {
        "kind": kind,
        "because": clean_text(because, limit=BECAUSE_LIMIT, field="because"),
        "money": clean_line(money, limit=LINE_LIMIT, field="money", required=False),
        "who": clean_line(who, limit=NAME_LIMIT, field="who", required=False),
        "by_when": clean_line(by_when, limit=NAME_LIMIT, field="by_when", required=False),
    }


def cleaned_commitment(one: Mapping[str, Any]) -> dict[str, Any]:
    due = one.get("due")
    if not isinstance(due, date):
        raise BadInput(
            _("Give each commitment the day by which it is kept."),
            code="required",
            field="commitments",
        )
    if due < timezone.localdate():
        raise BadInput(PAST, code="past", field="commitments")
    return {
        "what": clean_line(one.get("what", ""), limit=LINE_LIMIT, field="commitments"),
        "who": clean_line(
            one.get("who", ""), limit=NAME_LIMIT, field="commitments", required=False
        ),
        "due": due,
    }


def due_of(proposal: Proposal, now) -> date:
    """The promised day; without a promise the day of the answer, so that it is never late."""
    promise = getattr(proposal.consultation, "promise", None)
    return promise.answer_by if promise else timezone.localdate(now)
