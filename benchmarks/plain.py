"""The plainest way to write our two heaviest pages: the same queries, one flat template each.

No components, no sentences, no translations: what is left is the database, the model objects and
one template. Our pages are measured against it.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from consultations.queries import consultation_by_slug, levels_above, phases_of
from discussions.models import Point
from discussions.queries.points import first_replies, newest_points, reactions_of
from frontend.pages.support.panel import with_own_support
from intake.markdown import render as markdown
from live.topics import versions
from proposals.queries.answers import overdue_in
from proposals.queries.listing import Order, proposals_page
from proposals.queries.reading import proposal_pages
from voting.queries.reading import polls_of_consultation, polls_of_proposal


def constant(request):
    return HttpResponse("ok")


def consultation(request, slug):
    found = consultation_by_slug(slug)
    if found is None:
        raise Http404
    values = {
        "consultation": found,
        "version": versions([found.topic]),
        "phases": phases_of(found),
        "polls": polls_of_consultation(found.pk),
        "levels": levels_above(found.place),
        "overdue": overdue_in(found, timezone.now()),
        "body": markdown(found.body),
        "rows": proposals_page(found, order=Order.SUPPORTED).rows,
    }
    return render(request, "consultation.html", values)


def proposal(request, number):
    found = with_own_support(proposal_pages(), request.user).get(pk=number)
    points = newest_points(found.pk, list(Point.Kind))
    replies = first_replies(points)
    reactions_of(request.user, [point.pk for point in points])
    values = {
        "proposal": found,
        "phases": phases_of(found.consultation),
        "polls": polls_of_proposal(found.pk),
        "body": markdown(found.body),
        "points": [(point, replies.get(point.pk, [])) for point in points],
    }
    return render(request, "proposal.html", values)
