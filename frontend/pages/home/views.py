"""Home: what is open and until when, what was decided lately, where the city is late."""

from datetime import datetime

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from consultations.models import Theme
from consultations.queries import next_to_open, open_consultations, themes_with_open
from consultations.wording import due_day, number_word, weekday
from frontend.pages.consultation.rows import answered_row, open_row
from proposals.queries.answers import MANY, Late, answers_lately, late_consultations


@require_safe
def home(request):
    now = timezone.now()
    themes = themes_with_open(now)
    consultations = open_consultations(now)
    return render(
        request,
        "pages/home/home.html",
        {
            "standfirst": standfirst(len(consultations)),
            "open": [open_row(one, names_of(themes, one.pk), now) for one in consultations],
            "empty": "" if consultations else nothing_open(now),
            "decided": [answered_row(answer, now) for answer in answers_lately()],
            "late": late_sentences(late_consultations(now), now),
            "themes": [theme_row(theme) for theme in themes],
        },
    )


def standfirst(number: int) -> str:
    if not number:
        return _(
            "Anyone who lives here can write, discuss and vote; the city must answer in public, by a date it has named."
        )
    return ngettext(
        "%(number)s question is open. Anyone who lives here can write, discuss and vote; the city must answer in public, by a date it has named.",
        "%(number)s questions are open. Anyone who lives here can write, discuss and vote; the city must answer in public, by a date it has named.",
        number,
    ) % {"number": number_word(number).capitalize()}


def nothing_open(now: datetime) -> str:
    """The empty state: a sentence and the next date."""
    ahead = next_to_open(now)
    if ahead is None:
        return _("Nothing is open today. What was decided stands under Outcomes.")
    return _("Nothing is open today. Next: %(title)s, from %(date)s.") % {
        "title": ahead.consultation.title,
        "date": weekday(ahead.opens, now),
    }


def late_sentences(late: list[Late], now: datetime) -> list[dict]:
    """Where the city has not kept its date: one sentence a consultation."""
    return [
        {
            "text": late_text(one, now),
            "link": {
                "text": one.consultation.title,
                "url": f"{one.consultation.get_absolute_url()}?order=waiting#proposals",
            },
        }
        for one in late
    ]


def late_text(one: Late, now: datetime) -> str:
    date = due_day(one.due, now)
    if one.count > MANY:
        return _("More than %(count)s answers promised by %(date)s are overdue:") % {
            "count": MANY,
            "date": date,
        }
    return ngettext(
        "%(count)s answer promised by %(date)s is overdue:",
        "%(count)s answers promised by %(date)s are overdue:",
        one.count,
    ) % {"count": number_word(one.count).capitalize(), "date": date}


def names_of(themes: list[Theme], consultation_id: int) -> list[str]:
    return [theme.name for theme in themes if consultation_id in theme.open_ids]


def theme_row(theme: Theme) -> dict:
    number = len(theme.open_ids)
    return {
        "name": theme.name,
        "url": reverse("theme", args=[theme.slug]),
        "counts": ngettext("%(count)s open", "%(count)s open", number) % {"count": number}
        if number
        else "",
    }
