"""The versions of a proposal: a list, and each with what changed in it."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from consultations.phases import day
from frontend.pages.pictures.showing import picture_values
from frontend.pages.proposal.page import author_name
from frontend.pages.proposal_editing.views import readable_or_404, trail_to
from frontend.paging import number_in
from intake.markdown import render as as_html
from proposals.diffs import word_diff
from proposals.models import Proposal, Version
from proposals.queries.versions import two_versions, versions_of


@require_GET
def version_list(request, number):
    """Every version with its date and what its author said about it."""
    proposal, now = readable_or_404(request, number), timezone.now()
    values = {
        "nav": "consultations",
        "proposal": proposal,
        "trail": trail_to(proposal),
        "versions": [
            {
                "name": version_title(version),
                "url": reverse("proposal-version", args=[number, version.number]),
                "byline": byline(version, now),
                "note": version.note,
            }
            for version in versions_of(proposal)
        ],
    }
    return render(request, "pages/proposal_editing/versions.html", values)


@require_GET
def version(request, number, version):
    """One version: the words that changed since the one before, or since `?since=`."""
    proposal, now = readable_or_404(request, number), timezone.now()
    since = earlier(request, version)
    found, before = two_versions(proposal, version, since)
    if found is None:
        raise Http404
    values = {
        "nav": "consultations",
        "proposal": proposal,
        "trail": trail_to(proposal),
        "version": found,
        "name": version_title(found),
        "byline": byline(found, now),
        "body": as_html(found.body),
        "pictures": picture_values(found.pictures),
        "before": before,
        "title_diff": word_diff(before.title, found.title) if before else (),
        "body_diff": word_diff(before.body, found.body) if before else (),
        **neighbours(proposal, version),
    }
    return render(request, "pages/proposal_editing/version.html", values)


def earlier(request, version: int) -> int:
    """The version to compare with: the one asked for if it is an earlier one, else the one before."""
    asked = number_in(request, "since")
    return asked if 0 < asked < version else version - 1


def neighbours(proposal: Proposal, version: int) -> dict[str, str]:
    def url(number: int) -> str:
        exists = 1 <= number <= proposal.version_number
        return reverse("proposal-version", args=[proposal.pk, number]) if exists else ""

    return {"previous_url": url(version - 1), "next_url": url(version + 1)}


def version_title(version: Version) -> str:
    return _("Version %(number)s") % {"number": version.number}


def byline(version: Version, now) -> str:
    return _("By %(name)s · %(day)s") % {
        "name": author_name(version),
        "day": day(version.published, now),
    }
