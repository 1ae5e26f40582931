"""A proposal to read: the text first, then what the city says, what I can do, what people say."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from frontend.pages.proposal.page import page_values, tombstone_values
from frontend.pages.support.panel import with_own_support
from proposals.queries.reading import proposal_pages
from proposals.rules import may_read


@require_GET
def proposal(request, number, slug=None):
    """The page in whatever state it is; a hidden one is a tombstone for the public."""
    now = timezone.now()
    found = with_own_support(proposal_pages(request.user), request.user).filter(pk=number).first()
    if found is None:
        raise Http404
    verdict = may_read(request.user, found, now)
    if not verdict and verdict.code != "hidden":
        raise Http404
    if request.path != found.get_absolute_url():
        # Never for good: titles change back, and hidden ones lose theirs. A browser that remembered
        # the old way would be sent in a circle.
        return redirect(with_query(request, found))
    if not verdict:
        return render(request, "pages/proposal/tombstone.html", tombstone_values(found, verdict))
    return render(request, "pages/proposal/proposal.html", page_values(request, found, now))


def with_query(request, found) -> str:
    query = request.META.get("QUERY_STRING", "")
    return found.get_absolute_url() + (f"?{query}" if query else "")
