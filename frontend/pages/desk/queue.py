"""Proposals to answer as rows of the desk's dense table."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation
from consultations.wording import due_day
from frontend.pages.desk.duties import age
from people.formats import number as written
from people.models import Person
from proposals.models import Counters

SOON = timedelta(days=7)


def answer_item(row: Counters, consultation: Consultation, reader: Person, now: datetime) -> dict:
    """One proposal that waits: why it must be answered, since when, by when, who has begun."""
    draft = getattr(row.proposal, "answer_draft", None)
    yours = bool(draft and draft.by == reader)
    return {
        "id": row.pk,
        "kind": _("Draft") if draft else _("Answer"),
        "title": row.proposal.title,
        "url": reverse("proposal-answer", args=[row.pk]),
        "why": ngettext("%(count)s supporter", "%(count)s supporters", row.supports)
        % {"count": written(row.supports)},
        "consultation": consultation.title,
        "waiting": age(row.proposal.posted, now),
        "due": due_day(consultation.promise.answer_by, now),
        "due_state": due_state(consultation, now),
        "who": (_("You") if yours else draft.by.display_name) if draft and draft.by else "",
        "yours": yours,
    }


def due_state(consultation: Consultation, now: datetime) -> str:
    left = consultation.promise.answer_by - timezone.localdate(now)
    if left < timedelta(0):
        return "late"
    return "soon" if left <= SOON else ""


def filter_links(
    owed: list[Consultation], chosen: Consultation | None, now: datetime
) -> list[dict]:
    """One link a consultation, what is due first stands first."""
    url = reverse("desk-answers")
    return [
        {
            "text": _("%(title)s, by %(date)s")
            % {"title": one.title, "date": due_day(one.promise.answer_by, now)},
            "url": f"{url}?consultation={one.slug}",
            "current": one == chosen,
        }
        for one in owed
    ]
