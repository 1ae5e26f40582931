"""One's own words: change them for ten minutes, take them back at any time, read what they were."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from discussions.actions import correct_point, delete_point, withdraw_point
from discussions.models import Point
from discussions.phrases import moment
from discussions.queries.points import earlier_words, point_to_read, reacted
from discussions.rules import clock_time, corrected_until, may_correct, may_delete, may_withdraw
from frontend.keeping import keep_and_sign_in, kept_words
from frontend.pages.points.cards import as_html
from frontend.pages.points.forms import WordsForm
from frontend.pages.points.thread import title, trail
from frontend.pages.points.views import place_of
from intake.errors import BadInput
from people.verdicts import Refused, require


@require_http_methods(["GET", "POST"])
def words(request, number):
    """The words in a form, with until when they can be changed and who has met them already."""
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    found = point_or_404(number)
    if request.method == "GET":
        require(may_correct(request.user, found))
        kept = kept_words(request) or {}
        return show_form(request, found, WordsForm(initial={"body": found.body} | kept))
    require(may_withdraw(request.user, found))
    form = WordsForm(request.POST)
    if form.is_valid():
        try:
            correct_point(person=request.user, point=found, **form.cleaned_data)
        except BadInput as trouble:
            form.add_error("body", trouble.sentence)
        except Refused as trouble:  # too late meanwhile: what was typed stays, to be copied
            form.add_error(None, str(trouble))
            return show_form(request, found, form, status=403)
        else:
            messages.success(request, _("Your words are changed. Everybody reads the new ones."))
            return redirect(place_in_thread(found))
    return show_form(request, found, form, status=400)


@require_http_methods(["GET", "POST"])
def removal(request, number):
    """Says what taking back does, then does it: deleted whole where that may be, else withdrawn."""
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    found = point_or_404(number)
    require(may_withdraw(request.user, found))
    how = request.POST.get("how")
    if request.method == "GET" or how not in {"delete", "withdraw"}:
        return render(request, "pages/points/removal.html", removal_values(request, found))
    if how == "delete":
        delete_point(person=request.user, point=found)
        messages.success(request, _("It is deleted. Nothing of it is left."))
        return redirect(f"{found.proposal.get_absolute_url()}#say")
    withdraw_point(person=request.user, point=found)
    messages.success(request, _("It is withdrawn. Its place in the discussion stays."))
    return redirect(place_in_thread(found))


@require_GET
def earlier(request, number):
    """What a point said before its author changed it, and until when."""
    found = point_or_404(number)
    if not found.stands or not found.edited:
        raise Http404
    values = page_values(found) | {
        "words": as_html(found.body),
        "since": moment(found.edited),
        "earlier": [
            {"words": as_html(one.body), "until": moment(one.until)} for one in earlier_words(found)
        ],
        "back_url": place_in_thread(found),
    }
    return render(request, "pages/points/earlier.html", values)


def point_or_404(number) -> Point:
    """A point of a proposal that everybody may read: the page names it."""
    found = point_to_read(number)
    if found is None or found.proposal.hidden:
        raise Http404
    return found


def show_form(request, point: Point, form: WordsForm, *, status=200):
    values = page_values(point) | {
        "form": form,
        "until": clock_time(corrected_until(point)),
        "met": met(point),
        "back_url": place_in_thread(point),
    }
    return render(request, "pages/points/words.html", values, status=status)


def removal_values(request, point: Point) -> dict:
    whole = may_delete(request.user, point)
    return page_values(point) | {
        "words": as_html(point.body),
        "may_delete": bool(whole),
        "whole": str(whole),
        "until": clock_time(corrected_until(point)),
        "has_replies": point.replies_count > 0,
        "back_url": place_in_thread(point),
    }


def page_values(point: Point) -> dict:
    return {"nav": "consultations", "point": point, "title": title(point), "trail": trail(point)}


def met(point: Point) -> str:
    """Who has met these words already, and what that means for a change."""
    count = reacted(point) + point.replies_count
    if not count:
        return _("Nobody has reacted yet, so only the new words stay.")
    return ngettext(
        "%(count)s reaction or reply was given to these words. It stays, so your change is marked "
        "“edited”, and everybody can read the earlier words.",
        "%(count)s reactions and replies were given to these words. They stay, so your change is "
        "marked “edited”, and everybody can read the earlier words.",
        count,
    ) % {"count": count}


def place_in_thread(point: Point) -> str:
    if point.parent_id is None:
        return place_of(point)
    return f"/points/{point.parent_id}/?from={point.pk}#point-{point.pk}"
