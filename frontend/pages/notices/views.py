"""What I was told, by matter, what waits for me first; opening something marks it as read."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from frontend.pages.notices.rows import entry_values, notice_rows
from frontend.paging import number_in, onward
from people.actions import mark_notice_read, mark_notices_read
from people.inbox import inbox_page
from people.matters import matter_of
from people.queries import PAGE, notice_of, notices_of


@login_required
@require_safe
def notices(request):
    """One entry per matter, page by page."""
    now = timezone.now()
    entries, after = inbox_page(request.user, after=request.GET.get("after", ""), limit=PAGE)
    shown = [entry_values(entry, now) for entry in entries]
    waiting = [entry for entry in shown if entry["unread"]]
    return render(
        request,
        "pages/notices/notices.html",
        {
            "nav": "voice",
            "waiting": waiting,
            "earlier": [entry for entry in shown if not entry["unread"]],
            "first_page": "after" not in request.GET,
            "newest": max((entry["newest"] for entry in waiting), default=None),
            "next": onward(request, after=after) if after else "",
        },
    )


@login_required
@require_safe
def about(request, topic):
    """Everything I was told about one matter, newest first."""
    person, now = request.user, timezone.now()
    found = notices_of(
        person, before=number_in(request, "before"), limit=PAGE + 1, topic=topic[:100]
    )
    if not found:
        raise Http404
    shown = found[:PAGE]
    more = len(found) > PAGE
    return render(
        request,
        "pages/notices/about.html",
        {
            "nav": "voice",
            "matter": matter_of(topic),
            "topic": topic,
            "rows": notice_rows(shown, now),
            "newest": shown[0].pk if any(one.read is None for one in shown) else None,
            "next": onward(request, before=shown[-1].pk) if more else "",
        },
    )


@login_required
@require_POST
def read_all(request):
    """Mark as read what the page showed, or one matter of it; what arrived since stays unread."""
    up_to = number_in(request, "up_to")
    if up_to:
        topic = request.POST.get("topic", "")[:100]
        mark_notices_read(person=request.user, up_to=up_to, topic=topic)
    return redirect(reverse("notices"))


@login_required
@require_POST
def notice(request, number):
    """Mark one as read and go to what it tells of."""
    found = notice_of(request.user, number)
    if found is None:
        raise Http404
    mark_notice_read(person=request.user, notice=found)
    return redirect(found.url)
