"""What I was told, newest first; opening one by its button marks it as read."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from frontend.pages.notices.rows import notice_row
from frontend.paging import number_in
from people.actions import mark_notice_read, mark_notices_read
from people.queries import PAGE, notice_of, notices_of


@login_required
@require_safe
def notices(request):
    """Everything I was told, page by page."""
    now = timezone.now()
    found = notices_of(request.user, before=number_in(request, "before"), limit=PAGE + 1)
    shown = found[:PAGE]
    more = len(found) > PAGE
    return render(
        request,
        "pages/notices/notices.html",
        {
            "nav": "voice",
            "rows": [notice_row(one, now) for one in shown],
            "newest": shown[0].pk if any(one.read is None for one in shown) else None,
            "next": f"{reverse('notices')}?before={shown[-1].pk}" if more else None,
        },
    )


@login_required
@require_POST
def read_all(request):
    """Mark as read what the page showed; what arrived since stays unread."""
    up_to = number_in(request, "up_to")
    if up_to:
        mark_notices_read(person=request.user, up_to=up_to)
    return redirect("notices")


@login_required
@require_POST
def notice(request, number):
    """Mark one as read and go to what it tells of."""
    found = notice_of(request.user, number)
    if found is None:
        raise Http404
    mark_notice_read(person=request.user, notice=found)
    return redirect(found.url)
