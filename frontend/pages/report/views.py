"""Reporting: for anybody, with or without an account."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from consultations.phases import day
from discussions.actions import report_item
from discussions.addresses import public_item_at
from discussions.flooding import TooMany
from discussions.letters import outcome
from discussions.models import Point
from discussions.queries.reports import report_by_receipt
from frontend.pages.points.cards import as_html, author_name
from frontend.pages.report.forms import ReportForm
from intake.errors import BadInput
from people.addresses import address_of


@require_http_methods(["GET", "POST"])
def report(request):
    """Say what is wrong with an item; its address comes along, its words are shown in place."""
    form = ReportForm(
        request.POST if request.method == "POST" else None,
        initial={"url": request.GET.get("url", "")[:500]},
    )
    address = form["url"].value() or ""
    item = public_item_at(address) if isinstance(address, str) else None
    if request.method == "POST" and form.is_valid():
        if item is None:
            form.add_error("url", nothing_there())
        elif receipt_path := kept(request, form, item):
            return redirect(receipt_path)
    if request.method == "GET" and address and item is None:
        form.fields["url"].help_text = nothing_there()
    return render(
        request,
        "pages/report/report.html",
        {"form": form, "item": item_values(item) if item else None},
    )


@require_GET
def receipt(request, receipt):
    """What became of a report; whoever has the code may read it. No word of the item."""
    found = report_by_receipt(receipt)
    if found is None:
        raise Http404
    now = timezone.now()
    return render(
        request,
        "pages/report/receipt.html",
        {
            "report": found,
            "made": day(found.made, now),
            "outcome": outcome(found.decision) if found.decision else "",
            "decided": day(found.decision.at, now) if found.decision else "",
            "repeated": "again" in request.GET,
        },
    )


def kept(request, form, item) -> str | None:
    """The receipt's address, or None with the sentence at its field."""
    signed_in = request.user.is_authenticated
    given = form.cleaned_data
    try:
        kept_report, is_new = report_item(
            item=item,
            reason=given["reason"],
            facts=given["facts"],
            good_faith=given["good_faith"],
            email=given["email"],
            person=request.user if signed_in else None,
            address=address_of(request),
        )
    except BadInput as trouble:
        form.add_error(trouble.field if trouble.field in form.fields else None, trouble.sentence)
    except TooMany as trouble:
        form.add_error(None, come_again(trouble.seconds))
    else:
        return f"/report/{kept_report.receipt}/" + ("" if is_new else "?again=1")
    return None


def nothing_there() -> str:
    """The same sentence for what never was, what is hidden and what stands elsewhere."""
    return _(
        "There is no public proposal or point at this address. Copy the address of the page "
        "where you read it."
    )


def come_again(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return ngettext(
        "Many reports came from your connection. Send this one again in %(minutes)s minute.",
        "Many reports came from your connection. Send this one again in %(minutes)s minutes.",
        minutes,
    ) % {"minutes": minutes}


def item_values(item) -> dict:
    """The item as `components/reported/reported.html` shows it."""
    is_point = isinstance(item, Point)
    proposal = item.proposal if is_point else item
    return {
        "kind": item.kind if is_point else "",
        "title": "" if is_point else item.title,
        "body_html": as_html(item.body if is_point else item.body[:600]),
        "byline": _("%(who)s, about “%(title)s”")
        % {"who": author_name(item), "title": proposal.title}
        if is_point
        else author_name(item),
        "url": item.get_absolute_url(),
    }
