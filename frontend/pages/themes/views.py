"""Themes: what presses on every city, where new answers grow, and what is asked about each."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import Theme
from consultations.queries import consultations_about, themes_with_open
from frontend.pages.consultation.rows import consultation_row
from frontend.pages.follows.button import follow_values
from frontend.pages.home.views import theme_row
from frontend.paging import keyset, onward
from people.following import followed_column


@require_safe
def themes(request):
    """The fields of policy in two groups, each with what is open."""
    found = themes_with_open(timezone.now())
    groups = [
        {
            "id": group.value,
            "name": group.label,
            "themes": [theme_row(one) for one in found if one.group == group],
            "lines": [one for one in found if one.group == group],
        }
        for group in Theme.Group
    ]
    return render(request, "pages/themes/themes.html", {"nav": "consultations", "groups": groups})


@require_safe
def theme(request, slug):
    """One theme and every consultation about it, newest first."""
    themes = Theme.objects.annotate(followed=followed_column("theme", request.user))
    found = themes.filter(slug=slug).first()
    if found is None:
        raise Http404
    now = timezone.now()
    shown, after = keyset(consultations_about(theme=found), request)
    return render(
        request,
        "pages/themes/theme.html",
        {
            "nav": "consultations",
            "theme": found,
            "follow": follow_values(
                request.user, reverse("theme-following", args=[found.slug]), found.followed
            ),
            "group": found.get_group_display(),
            "entries": [consultation_row(one, now) for one in shown],
            "next": onward(request, after=after) if after else "",
        },
    )
