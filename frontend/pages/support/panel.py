"""The panel of support: how many, whether the reader is one of them, and her one act."""

from urllib.parse import urlencode

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.phases import Act, closing_of
from consultations.queries import phases_of
from consultations.wording import deadline
from frontend.signing_in import sign_in_url
from people.formats import number as written
from proposals.models import Proposal
from voting.models import Support
from voting.rules import may_support


def with_own_support(proposals: QuerySet[Proposal], person) -> QuerySet[Proposal]:
    """Each with `own_support`: the version that this person supported, None without support."""
    own = Support.objects.filter(proposal=OuterRef("pk"), person=person.pk or 0)
    return proposals.annotate(own_support=Subquery(own.values("version")[:1]))


def support_panel(request, proposal: Proposal, now) -> dict:
    """Values of `pages/support/panel.html`; no query, where the proposal came with its support."""
    phases = phases_of(proposal.consultation)
    verdict = may_support(request.user, proposal, phases, now)
    closes = closing_of(phases, Act.SUPPORT, now)
    count = proposal.counters.supports
    return {
        "proposal": proposal.pk,
        "version": proposal.live_v,
        "count": count,
        "count_text": written(count),
        "url": reverse("proposal-support", args=[proposal.pk]),
        "given": proposal.own_support is not None,
        "note": own_note(proposal),
        "changed_url": changed_url(proposal),
        "refusal": "" if verdict or verdict.code == "sign-in" else str(verdict),
        "sign_in_url": sign_in_url(f"{proposal.get_absolute_url()}#support")
        if verdict.code == "sign-in"
        else "",
        "until": deadline(closes, now) if closes else "",
        "need": need(proposal),
        "is_part_of_this": verdict.code != "never-open" or count > 0,
    }


def own_note(proposal: Proposal) -> str:
    if proposal.own_support is None:
        return ""
    return _("You support this. You will be told of new versions.")


def changed_url(proposal: Proposal) -> str:
    """Where to see what changed since she gave her support; empty while nothing did."""
    if proposal.own_support is None or proposal.own_support == proposal.version_number:
        return ""
    url = reverse("proposal-version", args=[proposal.pk, proposal.version_number])
    return f"{url}?{urlencode({'since': proposal.own_support})}"


def need(proposal: Proposal) -> str:
    """What support leads to, as the promise says."""
    promise = getattr(proposal.consultation, "promise", None)
    if promise is None or not promise.threshold:
        return ""
    return ngettext(
        "The city must answer a proposal that %(count)s person supports.",
        "The city must answer a proposal that %(count)s people support.",
        promise.threshold,
    ) % {"count": written(promise.threshold)}
