"""Points: a proposal's list beyond its first page, one point with its thread, writing, reacting."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from discussions.actions import post_point, react, take_back
from discussions.models import Point
from discussions.queries.points import (
    first_replies,
    point_to_read,
    points_after,
    reactions_of,
    replies_after,
)
from discussions.rules import may_post, may_react, may_read_hidden, shows_totals
from frontend.keeping import keep_and_sign_in, kept_words
from frontend.pages.points.cards import point_cards, reaction_values, reply_card
from frontend.pages.points.forms import PointForm, ReplyForm
from frontend.pages.points.section import points_section
from frontend.pages.points.thread import thread_values
from frontend.paging import number_in
from intake.errors import BadInput
from people.verdicts import require
from proposals.models import Proposal
from proposals.queries.reading import proposal_pages


@require_GET
def points(request, number):
    """Further points of a proposal; with `?after=ID` the newer ones alone, as a fragment."""
    now = timezone.now()
    proposal = public_page(number)
    if "after" in request.GET:
        return newer_points(request, proposal, now)
    values = {
        "nav": "consultations",
        "proposal": proposal,
        "say": points_section(request, proposal, now),
    }
    return render(request, "pages/points/points.html", values)


@require_http_methods(["GET", "POST"])
def new(request, number):
    """Write a point: choose the side, write, publish."""
    proposal = public_page(number)
    if not request.user.is_authenticated:
        if request.method == "POST":
            return keep_and_sign_in(request)
        return redirect_to_login(request.get_full_path())
    require(may_post(request.user, proposal))
    form = PointForm(
        request.POST if request.method == "POST" else None,
        initial={"kind": request.GET.get("kind")} | (kept_words(request) or {}),
    )
    if request.method == "POST" and form.is_valid():
        point = posted(request, form, proposal, kind=form.cleaned_data["kind"])
        if point:
            messages.success(request, _("Published. Everybody can read it now."))
            return redirect(place_of(point))
    return render(
        request,
        "pages/points/new.html",
        {"nav": "consultations", "proposal": proposal, "form": form},
    )


@require_http_methods(["GET", "POST"])
def point(request, number):
    """One point with its thread; a reply leads to its place in the thread it belongs to."""
    found = point_to_read(number)
    if found is None:
        raise Http404
    if found.proposal.hidden and not may_read_hidden(request.user, found.proposal):
        return redirect(f"/proposals/{found.proposal_id}/")
    if found.parent_id is not None and not found.hidden:
        return redirect(f"/points/{found.parent_id}/?from={found.pk}#point-{found.pk}")
    if found.parent_id is not None:
        return hidden_reply(request, found)
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request, f"{request.path}#write")
    words = kept_words(request) if request.user.is_authenticated else None
    form = ReplyForm(request.POST if request.method == "POST" else None, initial=words)
    sent = request.method == "POST" and form.is_valid()
    if sent and (reply := posted(request, form, found.proposal, parent=found)):
        messages.success(request, _("Published. Everybody can read it now."))
        return redirect(f"/points/{found.pk}/?from={reply.pk}#point-{reply.pk}")
    return render(request, "pages/points/point.html", thread_values(request, found, form))


@require_GET
def replies(request, number):
    """The replies newer than `?after=ID`, as a fragment."""
    thread = point_to_read(number)
    if thread is None or thread.proposal.hidden:
        raise Http404
    now = timezone.now()
    newer = replies_after(thread.pk, number_in(request, "after"))
    cards = [reply_card(request.user, reply, now) for reply in newer]
    return render(request, "pages/points/replies.html", {"replies": cards})


@require_GET
def now_shown(request, number):
    """One point or reply as this reader sees it now, as a fragment; 404 once it is deleted.

    `?alone=1` leaves the first replies out, where the thread stands below it.
    """
    found = point_to_read(number)
    if found is None or found.proposal.hidden:
        raise Http404
    now = timezone.now()
    if found.parent_id is not None:
        cards = [reply_card(request.user, found, now)]
        return render(request, "pages/points/replies.html", {"replies": cards})
    alone = "alone" in request.GET
    replies = {} if alone else first_replies([found])
    cards = point_cards(
        request.user,
        [found],
        replies,
        reactions_of(request.user, [found.pk]),
        now,
        totals_for_all=shows_totals(found.proposal, now),
        may_react=bool(may_post(request.user, found.proposal, now)),
    )
    if alone:
        cards[0]["point"] |= {"replies_more": None, "reply_url": ""}
    return render(request, "pages/points/cards.html", {"items": cards})


@require_POST
def reaction(request, number):
    """Agree, disagree, pass; the pressed one again takes it back."""
    found = point_to_read(number)
    if found is None or not found.stands or found.proposal.hidden:
        raise Http404
    if not request.user.is_authenticated:
        return redirect_to_login(place_of(found))
    value = request.POST.get("value", "")
    if reactions_of(request.user, [found.pk]).get(found.pk) == value:
        take_back(person=request.user, point=found)
    else:
        try:
            react(person=request.user, point=found, value=value)
        except BadInput as trouble:
            messages.error(request, trouble.sentence)
            return redirect(place_of(found))
    if request.headers.get("X-Fragment") == f"reaction-{number}":
        return reaction_fragment(request, number)
    return redirect(place_of(found))


def public_page(number) -> Proposal:
    found = proposal_pages().public().filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def posted(request, form, proposal, **what) -> Point | None:
    """The new point, or None with the sentence at its field."""
    try:
        return post_point(
            person=request.user,
            proposal=proposal,
            body=form.cleaned_data["body"],
            language=request.POST.get("language", ""),
            **{"kind": None} | what,
        )
    except BadInput as trouble:
        form.add_error("body", trouble.sentence)
        return None


def place_of(point: Point) -> str:
    """Where a point stands on its proposal's page."""
    questions = "?points=questions" if point.kind == Point.Kind.QUESTION else ""
    return f"{point.proposal.get_absolute_url()}{questions}#point-{point.pk}"


def newer_points(request, proposal, now):
    newer = points_after(proposal.pk, number_in(request, "after"))
    cards = point_cards(
        request.user,
        newer,
        first_replies(newer),
        reactions_of(request.user, [point.pk for point in newer]),
        now,
        totals_for_all=shows_totals(proposal, now),
        may_react=bool(may_post(request.user, proposal, now)),
    )
    return render(request, "pages/points/cards.html", {"items": cards})


def reaction_fragment(request, number):
    now = timezone.now()
    found = point_to_read(number)
    mine = reactions_of(request.user, [found.pk]).get(found.pk, "")
    values = reaction_values(
        found, mine, shows_totals(found.proposal, now), bool(may_react(request.user, found, now))
    )
    return render(
        request,
        "pages/points/reaction.html",
        {"id": found.pk, "reaction": values, "who": found.author or ""},
    )


def hidden_reply(request, reply):
    """A hidden reply keeps its address: a tombstone, or its words for who may read them."""
    return render(request, "pages/points/point.html", thread_values(request, reply, None))
