"""How the notices of this app read, and what they are about."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.matters import Matter, Quote, matter_kind, quote_by_ref, quote_by_topic
from people.notices import phrase
from proposals.models import Answer, Proposal

PAST = gettext_lazy("This day is past. Name one still to come.")


def register_phrases() -> None:
    phrase(
        "answer.published",
        gettext_lazy("The city has answered “%(title)s”."),
        short=gettext_lazy("The city has answered."),
    )
    quote_by_topic("answer.published", answers)
    phrase(
        "proposal.version-published",
        gettext_lazy("“%(title)s” has a new version, number %(number)s."),
        short=gettext_lazy("There is a new version, number %(number)s."),
    )
    phrase(
        "proposal.withdrawn",
        gettext_lazy("“%(title)s” was withdrawn by its author."),
        short=gettext_lazy("It was withdrawn by its author."),
    )
    phrase(
        "proposal.submitted",
        gettext_lazy("“%(words)s” is a new proposal in “%(title)s”."),
        short=gettext_lazy("“%(words)s” is a new proposal."),
        gone=gettext_lazy("A new proposal that is no longer public."),
    )
    quote_by_ref("proposal.submitted", beginnings)
    matter_kind("proposal", proposals)


def proposals(keys: Sequence[int]) -> dict[int, Matter]:
    """Each with the title it has now; a hidden one with none."""
    rows = Proposal.objects.filter(pk__in=keys, consultation__published__isnull=False)
    return {
        one.pk: Matter(
            _("a hidden proposal") if one.hidden else one.title,
            f"/proposals/{one.pk}/",
            _("Proposal"),
            public=one.hidden is None,
        )
        for one in rows.only("title", "hidden")
    }


def beginnings(keys: Sequence[int]) -> dict[int, Quote]:
    rows = Proposal.objects.public().filter(pk__in=keys).select_related("author")
    return {one.pk: Quote(one.body, one.title, by(one.author)) for one in rows}


def answers(keys: Sequence[int]) -> dict[int, Quote]:
    public = Proposal.objects.public().filter(pk__in=keys)
    rows = Answer.objects.filter(proposal__in=public).values_list("proposal_id", "because")
    return {key: Quote(because) for key, because in rows}


def by(author) -> str:
    """The name that others read; who left is a former participant."""
    return author.display_name if author else _("a former participant")
