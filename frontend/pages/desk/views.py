"""The desk: what waits, as sentences; and the list of proposals to answer."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import Role
from consultations.queries import organised_by
from consultations.roles import roles_of
from consultations.rules import may_enter_desk
from discussions.queries.reports import desks_of, queue_of
from frontend.pages.desk.duties import duties_of
from frontend.pages.desk.queue import answer_item, filter_links
from frontend.pages.judge.page import row_values
from frontend.pages.setup.page import draft_rows
from frontend.paging import onward
from live.topics import versions
from people.verdicts import require
from proposals.queries.answers import owed_by, waiting_page
from proposals.queries.listing import Page

FIRST = 5
"""Rows of each kind on the desk's first page; the whole list is one press away."""


@require_safe
def desk(request):
    """What waits for this person, by her roles: sentences, and the first of what is due."""
    require(may_enter_desk(request.user))
    now = timezone.now()
    roles = roles_of(request.user)
    topics = desks_of(request.user) if roles.holds_anywhere(Role.MODERATOR) else []
    known = versions(topics) if topics else {}
    owed = owed_to(request.user)
    first = waiting_page(owed[0]).rows if owed else []
    reports = queue_of(request.user, limit=FIRST) if topics else []
    organises = roles.holds_anywhere(Role.ORGANISER)
    return render(
        request,
        "pages/desk/desk.html",
        {
            "nav": "desk",
            "desks": [{"topic": topic, "v": v} for topic, v in known.items()],
            "topics": " ".join(known),
            "versions": " ".join(str(v) for v in known.values()),
            "reports": [row_values(request.user, report, now) for report in reports[:FIRST]],
            "organises": organises,
            "drafts": drafts_of(request.user, now) if organises else [],
            "duties": duties_of(request.user, owed, now),
            "items": [answer_item(row, owed[0], request.user, now) for row in first],
            "first": owed[0] if owed else None,
        },
    )


@require_safe
def answers(request):
    """Proposals that wait for the city's answer, a consultation at a time, what is due first."""
    require(may_enter_desk(request.user))
    now = timezone.now()
    owed = owed_to(request.user)
    asked = request.GET.get("consultation", "")
    chosen = next((one for one in owed if one.slug == asked), owed[0] if owed else None)
    page = waiting_page(chosen, request.GET.get("after", "")) if chosen else Page([])
    return render(
        request,
        "pages/desk/answers.html",
        {
            "nav": "answers",
            "chosen": chosen,
            "filters": filter_links(owed, chosen, now),
            "items": [answer_item(row, chosen, request.user, now) for row in page.rows if chosen],
            "next": onward(request, after=page.after) if page.after else "",
        },
    )


def drafts_of(person, now):
    """Consultations that this organiser is setting up, as rows."""
    roles = roles_of(person)
    mine = organised_by(roles.places(Role.ORGANISER), roles.consultations(Role.ORGANISER))
    return draft_rows(list(mine.filter(published__isnull=True)[:FIRST]), now)["drafts"]


def owed_to(person):
    """The consultations in which this person, as an evaluator, owes answers."""
    roles = roles_of(person)
    if not roles.holds_anywhere(Role.EVALUATOR):
        return []
    return owed_by(roles.places(Role.EVALUATOR), roles.consultations(Role.EVALUATOR))
