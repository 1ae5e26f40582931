"""What was decided: every answer by date and theme, and the outcome of one consultation."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultations.models import Theme
from consultations.queries import consultation_by_slug
from frontend.pages.consultation.rows import outcome_entry
from frontend.pages.outcomes.page import outcome_values
from frontend.paging import keyset, onward
from proposals.queries.answers import consultations_answered, public_answers


@require_safe
def outcomes(request):
    """Everything the city has answered, newest first; a theme narrows it."""
    now = timezone.now()
    themes = list(Theme.objects.all())
    chosen = next((one for one in themes if one.slug == request.GET.get("theme")), None)
    rows = public_answers()
    if chosen:
        rows = rows.filter(proposal__consultation__themes=chosen)
    shown, after = keyset(rows, request)
    return render(
        request,
        "pages/outcomes/outcomes.html",
        {
            "nav": "outcomes",
            "entries": [outcome_entry(answer, now) for answer in shown],
            "next": onward(request, after=after) if after else "",
            "themes": theme_links(request, themes, chosen),
            "chosen": chosen,
            "whole": [
                {"text": one.title, "url": reverse("outcome", args=[one.slug]), "current": False}
                for one in consultations_answered()
            ],
        },
    )


@require_safe
def outcome(request, slug):
    """The newspaper page of one consultation: decided, numbers, answers, what happens next."""
    found = consultation_by_slug(slug)
    if found is None or not found.published:
        raise Http404
    return render(request, "pages/outcomes/outcome.html", outcome_values(found, timezone.now()))


def theme_links(request, themes: list[Theme], chosen: Theme | None) -> list[dict]:
    everything = {"text": _("All themes"), "url": reverse("outcomes"), "current": chosen is None}
    return [
        everything,
        *(
            {
                "text": theme.name,
                "url": onward(request, theme=theme.slug, after=""),
                "current": theme == chosen,
            }
            for theme in themes
        ),
    ]
