"""Proposals that sound like the one being written, ready to be shown."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation
from consultations.phases import Act, open_for
from consultations.queries import phases_of
from consultations.wording import number_word
from people.formats import number as written
from proposals.models import Proposal
from proposals.queries.listing import first_words
from proposals.queries.similar import Similar, similar_proposals
from voting.models import Support


def similar_values(person, consultation: Consultation, title: str) -> dict:
    """At most three, each with what it shares and the way to support it instead."""
    found = similar_proposals(consultation, title)
    ids = [one.proposal.pk for one in found]
    supported = set(
        Support.objects.filter(person=person, proposal__in=ids).values_list("proposal", flat=True)
    )
    takes_support = bool(open_for(phases_of(consultation), Act.SUPPORT, timezone.now()))
    return {
        "heading": heading(len(found)),
        "similars": [
            {
                "title": one.proposal.title,
                "url": one.proposal.get_absolute_url(),
                "line": first_words(one.proposal.body),
                "byline": byline(one.proposal),
                "why": why(one),
                "given": one.proposal.pk in supported,
                "support_url": reverse("proposal-support", args=[one.proposal.pk])
                if takes_support and one.proposal.author_id != person.pk
                else "",
            }
            for one in found
        ],
    }


def heading(count: int) -> str:
    return ngettext(
        "%(count)s proposal sounds like yours", "%(count)s proposals sound like yours", count
    ) % {"count": number_word(count).capitalize()}


def byline(proposal: Proposal) -> str:
    author = proposal.author.display_name if proposal.author else _("A former participant")
    count = proposal.counters.supports
    support = ngettext("%(count)s supports this", "%(count)s support this", count)
    return f"{author} · {support % {'count': written(count)}}"


def why(one: Similar) -> str:
    if not one.shared:
        return ""
    return _("Like yours: %(words)s.") % {"words": ", ".join(one.shared)}
