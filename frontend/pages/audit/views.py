"""The audit trail: every privileged act, newest first, for organisers of the topmost place."""

from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from consultations.rules import may_run_city
from frontend.pages.audit.rows import rows_of
from frontend.pages.audit.words import labels
from frontend.paging import keyset, onward
from people.queries import audited
from people.verdicts import require


@require_safe
def audit(request):
    """Filtered by subject, person and days; every filter stands in the address."""
    require(may_run_city(request.user))
    asked = {
        name: request.GET.get(name, "").strip()[:80] for name in ("about", "who", "from", "to")
    }
    found = audited(
        about=asked["about"] if asked["about"] in dict(labels()) else "",
        who=asked["who"],
        since=day(asked["from"]),
        until=day(asked["to"]),
    )
    rows, after = keyset(found, request, 50)
    return render(
        request,
        "pages/audit/audit.html",
        {
            "nav": "city",
            "rows": rows_of(rows),
            "asked": {**asked, "since": asked["from"], "until": asked["to"]},
            "labels": labels(),
            "filtered": any(asked.values()),
            "next": onward(request, after=after) if after else "",
            "previous": onward(request, after="") if request.GET.get("after") else "",
        },
    )


def day(text: str):
    try:
        return parse_date(text)
    except ValueError:  # the 31st of February
        return None
