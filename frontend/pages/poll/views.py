"""A poll: read, fill in, check, cast, change, withdraw; after closing, its result."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from frontend.pages.poll.ballot_form import filled_ballot, shown_choices
from frontend.pages.poll.panel import page_values
from intake.errors import BadInput
from people.formats import money
from voting.actions import cast_ballot, withdraw_ballot
from voting.models import Poll
from voting.queries.reading import ballot_of, poll_by_id
from voting.rules import may_vote


@require_GET
def poll(request, poll_id):
    """The page of a poll in whatever state it is."""
    found = poll_or_404(poll_id)
    values = page_values(request, found, timezone.now())
    return render(request, f"pages/poll/{'result' if values['result'] else 'poll'}.html", values)


@require_http_methods(["GET", "POST"])
def ballot(request, poll_id):
    """Check a filled ballot, then cast it; “change” comes back to the form with every tick kept."""
    received, found = timezone.now(), poll_or_404(poll_id)
    if request.method == "GET":
        return redirect(found)
    if not request.user.is_authenticated:
        return redirect_to_login(found.get_absolute_url())
    if not (verdict := may_vote(request.user, found, received)):
        return show_again(request, found, received, str(verdict), status=403)
    filled = filled_ballot(found, request.POST)
    try:
        if request.POST.get("step") == "check":
            return check(request, found, filled)
        if request.POST.get("step") == "change":
            return show_again(request, found, received, "", filled=filled, status=200)
        cast_ballot(person=request.user, poll=found, ballot=filled, received=received)
    except BadInput as trouble:
        return show_again(request, found, received, trouble.sentence, filled=filled)
    messages.success(request, _("Your ballot is counted. You can change it until voting closes."))
    return redirect((found.proposal if request.POST.get("next_proposal") else None) or found)


@require_POST
def withdraw(request, poll_id):
    """Take one's ballot back."""
    found = poll_or_404(poll_id)
    if not request.user.is_authenticated:
        return redirect_to_login(found.get_absolute_url())
    withdraw_ballot(person=request.user, poll=found, received=timezone.now())
    messages.success(request, _("Your ballot was taken back. You can vote again until closing."))
    return redirect(found)


def check(request, found: Poll, filled: dict):
    """Everything once more before it counts."""
    return render(
        request,
        "pages/poll/check.html",
        {
            "poll": found,
            "nav": "consultations",
            "answers": with_costs(found, shown_choices(found, filled)),
            "chosen": filled.get("choices") or [],
            "blank": filled["kind"] == "blank",
            "changes": ballot_of(request.user, found) is not None,
        },
    )


def with_costs(found: Poll, choices: list[str]) -> list[str]:
    """Each choice with what it costs, where the options have costs."""
    costs = {one.title: one.cost for one in found.options.all() if one.cost is not None}
    return [
        f"{title}, {money(costs[title], found.currency)}" if title in costs else title
        for title in choices
    ]


def show_again(request, found: Poll, now, sentence: str, *, filled=None, status=400):
    values = page_values(request, found, now, filled=filled, trouble=sentence)
    return render(request, "pages/poll/poll.html", values, status=status)


def poll_or_404(poll_id: int) -> Poll:
    found = poll_by_id(poll_id)
    if found is None:
        raise Http404
    return found
