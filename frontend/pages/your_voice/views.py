"""“Your voice”: what I did, and what became of it. A page to read, seen by its owner alone."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import Role
from consultations.roles import roles_of
from frontend.pages.notices.rows import notice_rows
from frontend.pages.your_voice.parts import FEW, PAGE, PARTS, part_values
from frontend.paging import number_in
from people.queries import unread_notices
from proposals.queries.own import drafts_of

WAITING = 5


@login_required
@require_safe
def your_voice(request):
    """What waits for me first; then the newest of each kind of thing I did."""
    person, now = request.user, timezone.now()
    unread = unread_notices(person, limit=WAITING + 1)
    return render(
        request,
        "pages/your_voice/your_voice.html",
        {
            "nav": "voice",
            "waiting": notice_rows(unread[:WAITING], now),
            "more_waiting": len(unread) > WAITING,
            "newest_waiting": unread[0].pk if unread else None,
            "drafts": list(drafts_of(person)[:WAITING]),
            "parts": [
                part_values(part, person, now, before=0, limit=FEW) for part in PARTS.values()
            ],
            "gives_roles": roles_of(person).holds_anywhere(Role.ORGANISER),
        },
    )


@login_required
@require_safe
def one_part(request, name):
    """Everything of one kind, page by page."""
    part = PARTS.get(name)
    if part is None:
        raise Http404
    values = part_values(
        part, request.user, timezone.now(), before=number_in(request, "before"), limit=PAGE
    )
    here = reverse("your-voice-part", args=[name])
    onward = f"{here}?before={values['next']}" if values["next"] else None
    return render(request, "pages/your_voice/part.html", values | {"nav": "voice", "next": onward})
