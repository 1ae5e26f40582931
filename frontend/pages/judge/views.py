"""Judging: the queue of reports, one item in its place, the check before a decision."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consultations.queries import house_rules
from discussions.actions import claim_item, decide, release_item
from discussions.actions.reporting import target
from discussions.addresses import item_of, parse_key
from discussions.models import Report
from discussions.queries.reports import queue_of
from discussions.rules import may_judge, may_see_reports
from frontend.keeping import keep_and_sign_in, kept_words
from frontend.pages.judge.forms import DecisionForm
from frontend.pages.judge.page import check_values, item_values, queue_values, row_values
from frontend.paging import number_in
from intake.errors import BadInput
from people.verdicts import require


@require_GET
def queue(request):
    """What waits to be judged, oldest first."""
    require(may_see_reports(request.user))
    values = queue_values(request, number_in(request, "after"), timezone.now())
    return render(request, "pages/judge/queue.html", values)


@require_GET
def newer_rows(request):
    """Rows of one desk that came after `?after=ID`, as a fragment."""
    require(may_see_reports(request.user))
    now, desk = timezone.now(), number_in(request, "desk")
    found = queue_of(request.user, after=number_in(request, "after"), desk=desk)
    rows = [row_values(request.user, report, now) for report in found]
    return render(request, "pages/judge/rows.html", {"items": rows})


@require_http_methods(["GET", "POST"])
def item(request, key):
    """The item in its place, the reasons, the decision; sent, it is checked before it counts."""
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    found = judged_item(request, key)
    now = timezone.now()
    reported = is_reported(found)
    form = decision_form(request, found, reported)
    if request.method == "POST" and form.is_valid():
        values = check_values(request, found, form, now, reported)
        return render(request, "pages/judge/check.html", values)
    return render(request, "pages/judge/judge.html", item_values(request, found, form, now))


@require_POST
def claim(request, key):
    """Take the item, or let go of it."""
    found = judged_item(request, key)
    if "release" in request.POST:
        release_item(person=request.user, item=found)
        return redirect("desk-reports")
    claim_item(person=request.user, item=found)
    return redirect("desk-item", key=key)


@require_POST
def decision(request, key):
    """Decide, for good; the item's page then offers to undo it."""
    if not request.user.is_authenticated:
        return keep_and_sign_in(request, reverse("desk-item", args=[key]))
    found = judged_item(request, key)
    form = decision_form(request, found, is_reported(found))
    if not form.is_valid():
        return render(
            request,
            "pages/judge/judge.html",
            item_values(request, found, form, timezone.now()),
        )
    try:
        decide(
            person=request.user,
            item=found,
            kind=form.kind,
            clause=form.clause,
            facts=form.cleaned_data["facts"],
        )
    except BadInput as trouble:
        form.add_error("facts", trouble.sentence)
        values = item_values(request, found, form, timezone.now())
        return render(request, "pages/judge/judge.html", values)
    messages.success(request, _("Decided. It stands in the public log, without names."))
    return redirect("desk-item", key=key)


def judged_item(request, key: str):
    """The item this person may judge; for whoever moderates nothing, nothing is there or not."""
    require(may_see_reports(request.user))
    kind, number = parse_key(key)
    found = item_of(kind, number)
    if found is None:
        raise Http404
    verdict = may_judge(request.user, found)
    if verdict.code == "role-missing":
        raise Http404
    require(verdict)
    return found


def is_reported(found) -> bool:
    return Report.objects.filter(**target(found), decision__isnull=True).exists()


def decision_form(request, found, reported: bool) -> DecisionForm:
    rules = house_rules()
    clauses = list(rules.clauses.all()) if rules else []
    for clause in clauses:
        clause.rules = rules
    return DecisionForm(
        request.POST if request.method == "POST" else None,
        item=found,
        clauses=clauses,
        reported=reported,
        initial=kept_words(request),
    )
