"""A consultation with its proposals, and the list of all consultations."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import Consultation, Place
from consultations.queries import consultation_by_slug, published_consultations
from consultations.rules import may_see
from frontend.pages.consultation.page import consultation_values
from frontend.pages.consultation.rows import consultation_row, proposal_row
from frontend.paging import keyset, number_in, onward
from proposals.queries.listing import Order, proposals_after, proposals_page


@require_safe
def consultations(request):
    """Everything the city ever asked, newest first, in pages of twenty."""
    now = timezone.now()
    shown, after = keyset(published_consultations(), request)
    return render(
        request,
        "pages/consultation/list.html",
        {
            "nav": "consultations",
            "entries": [consultation_row(one, now) for one in shown],
            "next": onward(request, after=after) if after else "",
        },
    )


@require_safe
def consultation(request, slug):
    """One consultation: what it is, what can be done now, who decides, and its proposals."""
    now = timezone.now()
    found = seen_or_404(request, slug)
    chosen = chosen_list(request, found)
    page = proposals_page(found, after=request.GET.get("after", ""), **chosen)
    return render(
        request,
        "pages/consultation/consultation.html",
        consultation_values(request, found, page, chosen, now),
    )


@require_safe
def newer_proposals(request, slug):
    """What came in after the reader's page was made, as rows of the list: a fragment."""
    now = timezone.now()
    found = seen_or_404(request, slug)
    rows = proposals_after(found, number_in(request, "after"))
    return render(
        request,
        "pages/consultation/rows.html",
        {"entries": [proposal_row(row, found, now) for row in rows]},
    )


def seen_or_404(request, slug: str) -> Consultation:
    """The consultation, where this reader may see it; otherwise there is none."""
    found = consultation_by_slug(slug, request.user)
    if found is None or not may_see(request.user, found):
        raise Http404
    return found


def chosen_list(request, consultation: Consultation) -> dict:
    """Order and filters from the address; what makes no sense is passed over."""
    asked = request.GET
    order = asked.get("order", "")
    return {
        "order": Order(order) if order in list(Order) else Order.SUPPORTED,
        "theme": next(
            (one for one in consultation.themes.all() if one.slug == asked.get("theme")), None
        ),
        "place": a_place(asked.get("place", "")),
    }


def a_place(slug: str) -> Place | None:
    return Place.objects.filter(slug=slug[:80]).first() if slug else None
