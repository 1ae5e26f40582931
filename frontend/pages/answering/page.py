"""The pages of writing an answer in ready values."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from consultations.wording import due_day
from frontend.pages.answering.forms import AnswerForm
from frontend.pages.answering.reply import clock_values, reply_values
from intake.markdown import render as markdown
from people.formats import number as written
from people.models import Person
from proposals.actions.answering import due_of
from proposals.models import Answer, Commitment, Proposal


def writing_values(request, proposal: Proposal, form: AnswerForm, now: datetime) -> dict:
    """The form beside the words it answers, with the clock and who wrote the draft."""
    return {
        "nav": "answers",
        "proposal": proposal,
        "form": form,
        "body": markdown(proposal.body),
        "clock": clock_values(proposal, now),
        "facts": facts_of(proposal),
        "draft": draft_sentence(proposal, request.user, now),
    }


def facts_of(proposal: Proposal) -> list[dict]:
    counters = proposal.counters
    return [
        {"name": _("support it"), "value": written(counters.supports)},
        {"name": _("points for"), "value": written(counters.points_for)},
        {"name": _("points against"), "value": written(counters.points_against)},
        {"name": _("questions"), "value": written(counters.questions)},
    ]


def draft_sentence(proposal: Proposal, reader: Person, now: datetime) -> str:
    """Who wrote last, so that two colleagues do not write over each other unknowing."""
    draft = getattr(proposal, "answer_draft", None)
    if draft is None or draft.by is None or draft.by == reader:
        return ""
    return _("%(name)s last saved this draft on %(date)s. Talk before you change it.") % {
        "name": draft.by.display_name,
        "date": due_day(timezone.localdate(draft.saved), now),
    }


def check_values(proposal: Proposal, form: AnswerForm, now: datetime) -> dict:
    """Every field with its way back, and the answer as it will stand under the proposal."""
    answer = Answer(proposal=proposal, published=now, due=due_of(proposal, now), **form.answer())
    commitments = [Commitment(answer=answer, **one) for one in form.commitments()]
    back = reverse("proposal-answer", args=[proposal.pk])
    return {
        "nav": "answers",
        "proposal": proposal,
        "answers": [
            {"name": name, "value": value or _("Nothing said"), "url": f"{back}#id_{field}"}
            for name, value, field in lines(answer, commitments, now)
        ],
        "section": {"reply": reply_values(answer, commitments, now), "clock": None},
        "write_url": back,
    }


def lines(answer: Answer, commitments: list[Commitment], now: datetime):
    department = answer.department.name if answer.department else _("The city as a whole")
    return [
        (_("The city says"), Answer.Kind(answer.kind).label, "kind"),
        (_("Because"), markdown(answer.because), "because"),
        (_("With what money"), answer.money, "money"),
        (_("Which department answers"), department, "department"),
        (_("Who carries it out"), answer.who, "who"),
        (_("By when"), answer.by_when, "by_when"),
        (_("Commitments"), commitment_list(commitments, now), "what_0"),
    ]


def commitment_list(commitments: list[Commitment], now: datetime) -> str:
    if not commitments:
        return ""
    items = format_html_join(
        "", "<li>{}, {}</li>", ((one.what, due_day(one.due, now)) for one in commitments)
    )
    return format_html("<ul>{}</ul>", items)
