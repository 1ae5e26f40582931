"""Following: one page for each thing that can be followed, and the list of all that I follow."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.models import Theme
from consultations.phases import day
from consultations.queries import place_by_slug
from consultations.wording import place_in_words
from frontend.pages.consultation.views import seen_or_404
from frontend.paging import keyset, onward
from people.following import follow, follows_of, unfollow
from people.following import follows as is_following
from people.matters import Matter, matter_of, matters_of
from people.models import Follow
from proposals.queries.reading import proposals_to_read
from proposals.rules import may_read


@dataclass(frozen=True)
class Followed:
    """Something that can be followed: its topic, and in words what one is told of it."""

    topic: str
    title: str
    url: str
    told: str


@login_required
@require_http_methods(["GET", "POST"])
def proposal(request, number):
    found = proposals_to_read().filter(pk=number).first()
    if found is None or not may_read(request.user, found):
        raise Http404
    told = _(
        "We tell you when its text changes, when its author withdraws it, and when the city answers."
    )
    return following(request, Followed(found.topic, found.title, found.get_absolute_url(), told))


@login_required
@require_http_methods(["GET", "POST"])
def consultation(request, slug):
    found = seen_or_404(request, slug)
    told = _(
        "We tell you when a phase opens or closes, when somebody proposes something, and when the city answers."
    )
    return following(request, Followed(found.topic, found.title, found.get_absolute_url(), told))


@login_required
@require_http_methods(["GET", "POST"])
def theme(request, slug):
    found = Theme.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    told = _("We tell you of new consultations and proposals about it.")
    return following(request, Followed(found.topic, found.name, found.get_absolute_url(), told))


@login_required
@require_http_methods(["GET", "POST"])
def place(request, slug):
    found = place_by_slug(slug)
    if found is None:
        raise Http404
    told = _("We tell you of new consultations and proposals there, and in what belongs to it.")
    title = place_in_words(found)
    return following(request, Followed(found.topic, title, found.get_absolute_url(), told))


def following(request, found: Followed):
    """Follow it, or stop; asked by GET the page says which of the two, and changes nothing."""
    if request.method == "GET":
        return render(
            request,
            "pages/follows/following.html",
            {
                "nav": "consultations",
                "thing": found,
                "follows": is_following(request.user, found.topic),
            },
        )
    if "stop" in request.POST:
        unfollow(request.user, found.topic)
        messages.success(request, _("You no longer follow “%(title)s”.") % {"title": found.title})
    else:
        follow(request.user, found.topic)
        messages.success(request, _("You follow “%(title)s” now.") % {"title": found.title})
    return redirect(found.url)


@login_required
@require_http_methods(["GET", "POST"])
def follows(request):
    """Everything I follow, the newest first; stopping can be undone at once."""
    if request.method == "POST":
        return change_one(request, request.POST.get("topic", "")[:100])
    now = timezone.now()
    shown, after = keyset(follows_of(request.user), request)
    stopped = request.GET.get("stopped", "")[:100]
    matters = matters_of([*(one.topic for one in shown), stopped])
    return render(
        request,
        "pages/follows/follows.html",
        {
            "nav": "voice",
            "rows": [follow_row(one, matters.get(one.topic), now) for one in shown],
            "next": onward(request, after=after) if after else "",
            "stopped": matters.get(stopped),
            "stopped_topic": stopped,
        },
    )


def change_one(request, topic: str):
    """Stop following something, whatever became of it; or, having stopped, follow it again."""
    if "again" in request.POST:
        matter = matter_of(topic)
        if matter and matter.public:
            follow(request.user, topic)
        return redirect("follows")
    unfollow(request.user, topic)
    return redirect(f"{reverse('follows')}?{urlencode({'stopped': topic})}")


def follow_row(one: Follow, matter: Matter | None, now: datetime) -> dict[str, Any]:
    return {
        "title": matter.title if matter else _("Something that is no longer here"),
        "noun": matter.noun if matter else "",
        "url": matter.url if matter else "",
        "since": _("since %(day)s") % {"day": day(one.since, now)},
        "topic": one.topic,
    }
