"""What the city answered, as data."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from frontend.twins.consultations import facts_of, published_or_404
from frontend.twins.twin import Column, Here, Twin
from frontend.twins.walking import newest_first
from proposals.models import Answer
from proposals.queries.answers import commitments_of, public_answers
from voting.queries.reading import polls_of_consultation, result_of

ANSWERS = (
    Column("id", gettext_lazy("Number of the answer; never given twice")),
    Column("url", gettext_lazy("The page it stands on")),
    Column("proposal", gettext_lazy("Number of the proposal")),
    Column("title", gettext_lazy("Title of the proposal")),
    Column("consultation", gettext_lazy("Number of the consultation, see /consultations.csv")),
    Column("kind", gettext_lazy("will, partly or wont")),
    Column("because", gettext_lazy("The city’s reasons (Markdown)")),
    Column("money", gettext_lazy("With what money")),
    Column("department", gettext_lazy("Slug of the department that answers")),
    Column("who", gettext_lazy("Who sees to it")),
    Column("by_when", gettext_lazy("By when, in words")),
    Column("published", gettext_lazy("When it was published")),
    Column("due", gettext_lazy("The day the promise had named")),
)


def outcomes(request) -> Twin:
    return Twin(
        title=_("Outcomes"),
        columns=ANSWERS,
        rows=(answer_row(one) for one in newest_first(public_answers())),
    )


def outcome(request, slug: str) -> Twin:
    """One consultation: its answers in the rows; its votes and what was promised in the facts."""
    found = published_or_404(slug)
    return Twin(
        title=_("Outcome: %(title)s") % {"title": found.title},
        columns=ANSWERS,
        rows=(
            answer_row(one)
            for one in newest_first(public_answers().filter(proposal__consultation=found))
        ),
        facts={
            "consultation": facts_of(found),
            "results": [
                {"poll": one.pk, "url": Here(one.get_absolute_url()), **counted}
                for one in polls_of_consultation(found.pk)
                if (counted := result_of(one))
            ],
            "commitments": [
                {
                    "proposal": one.answer.proposal_id,
                    "what": one.what,
                    "who": one.who,
                    "due": one.due,
                    "done": one.done,
                }
                for one in commitments_of(found)
            ],
        },
    )


def answer_row(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.pk,
        "url": Here(answer.proposal.get_absolute_url()),
        "proposal": answer.proposal_id,
        "title": answer.proposal.title,
        "consultation": answer.proposal.consultation_id,
        "kind": answer.kind,
        "because": answer.because,
        "money": answer.money,
        "department": answer.department.slug if answer.department else None,
        "who": answer.who,
        "by_when": answer.by_when,
        "published": answer.published,
        "due": answer.due,
    }
