"""The page of a consultation in ready values."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from consultations.models import Consultation, Promise
from consultations.phases import (
    Act,
    closing_of,
    day,
    last_day,
    open_for,
    present_phase,
)
from consultations.queries import levels_above, phases_of
from consultations.wording import deadline, due_day, place_in_words, proposals_text
from frontend.pages.consultation.acts import primary_act
from frontend.pages.consultation.rows import proposal_row
from frontend.pages.follows.button import follow_values
from frontend.paging import onward
from frontend.timeline import timeline
from intake.markdown import render as markdown
from people.formats import number as written
from people.languages import now_spoken
from people.texts import Words
from proposals.queries.answers import MANY, overdue_in
from proposals.queries.listing import Order, Page
from voting.models import Poll
from voting.queries.reading import polls_of_consultation


def consultation_values(
    request, consultation: Consultation, page: Page, chosen: dict, now: datetime
) -> dict:
    phases = phases_of(consultation)
    polls = polls_of_consultation(consultation.pk)
    present = present_phase(phases, now)
    return {
        "nav": "consultations",
        "consultation": consultation,
        "trail": trail(consultation),
        "only_in": only_in(consultation),
        "body": markdown(consultation.body, 2) if consultation.body else "",
        **timeline(phases, now),
        "phase": present.name if present else "",
        "act": primary_act(
            consultation, phases, now, [poll for poll in polls if poll.is_open(now)]
        ),
        "follow": follow_values(
            request.user,
            reverse("consultation-following", args=[consultation.slug]),
            consultation.followed,
        ),
        "promise": promise_values(getattr(consultation, "promise", None), now),
        "late": late_sentence(consultation, now),
        "late_url": onward(request, order=Order.WAITING, after="") + "#proposals",
        "levels": level_values(consultation),
        "polls": [poll_row(poll, now) for poll in polls],
        "lists_proposals": consultation.proposal_count > 0
        or open_for(phases, Act.PROPOSE, now).code != "never-open",
        "count": written(consultation.proposal_count),
        "count_word": ngettext("proposal", "proposals", consultation.proposal_count),
        "count_text": proposals_text(consultation.proposal_count),
        "entries": [proposal_row(row, consultation, now) for row in page.rows],
        "next": onward(request, after=page.after) + "#proposals" if page.after else "",
        "orders": order_links(request, chosen["order"]),
        "filters": filter_links(request, consultation, chosen),
        "empty": empty_sentence(consultation, chosen, phases, now),
        "newer_url": reverse("consultation-newer", args=[consultation.slug]),
        "first_page": "after" not in request.GET,
    }


def trail(consultation: Consultation) -> list[dict]:
    themes = [
        {"text": theme.name, "url": reverse("theme", args=[theme.slug])}
        for theme in consultation.themes.all()
    ]
    place = consultation.place
    return [
        *themes,
        {"text": place_in_words(place), "url": reverse("place", args=[place.slug])},
    ]


def only_in(consultation: Consultation) -> str:
    """One line where the question does not stand in the reader's language yet."""
    language = consultation.title.language
    if language == now_spoken():
        return ""
    name = get_language_info(language)["name_translated"]
    return _("Only in %(language)s so far.") % {"language": name}


def promise_values(promise: Promise | None, now: datetime) -> dict | None:
    """Who decides, what happens with what people write, by when, and for which proposals."""
    if promise is None:
        return None
    return {
        "who": without_stop(promise.who_decides),
        "what": markdown(promise.what_happens),
        "by": due_day(promise.answer_by, now),
        "iso": promise.answer_by.isoformat(),
        "which": which_are_answered(promise),
    }


def which_are_answered(promise: Promise) -> str:
    if promise.threshold <= 0:
        return _("Every proposal gets an answer in public.")
    return ngettext(
        "Every proposal with at least %(count)s supporter gets an answer in public.",
        "Every proposal with at least %(count)s supporters gets an answer in public.",
        promise.threshold,
    ) % {"count": written(promise.threshold)}


def late_sentence(consultation: Consultation, now: datetime) -> str:
    """Said in public where the promised day has passed with answers missing."""
    number = overdue_in(consultation, now)
    if not number:
        return ""
    date = due_day(consultation.promise.answer_by, now)
    if number > MANY:
        return _("The city promised answers by %(date)s. More than %(count)s are overdue.") % {
            "date": date,
            "count": MANY,
        }
    return ngettext(
        "The city promised answers by %(date)s. %(count)s is overdue.",
        "The city promised answers by %(date)s. %(count)s are overdue.",
        number,
    ) % {"date": date, "count": number}


def level_values(consultation: Consultation) -> list[dict]:
    """From the place of the question upwards; the next level up carries what this feeds."""
    levels = [
        {"name": place_in_words(place), "role": "", "current": False}
        for place in levels_above(consultation.place)
    ]
    levels[0] |= {"current": True, "role": _("asks, and answers")}
    if consultation.feeds and len(levels) > 1:
        levels[1]["role"] = consultation.feeds
    return levels


def poll_row(poll: Poll, now: datetime) -> dict:
    return {
        "title": poll.question,
        "url": poll.get_absolute_url(),
        "notes": [poll_state(poll, now), turnout(poll)],
    }


def poll_state(poll: Poll, now: datetime) -> str:
    if poll.is_open(now):
        return _("Open until %(date)s") % {"date": deadline(poll.closes, now)}
    if poll.has_closed(now):
        return _("Closed on %(date)s") % {"date": last_day(poll.closes, now)}
    return _("Opens on %(date)s") % {"date": day(poll.opens, now)}


def turnout(poll: Poll) -> str:
    number = poll.head.turnout
    return ngettext("%(count)s ballot is in", "%(count)s ballots are in", number) % {
        "count": written(number)
    }


def order_links(request, chosen: Order) -> list[dict]:
    names = {
        Order.SUPPORTED: _("Most supported"),
        Order.NEWEST: _("Newest"),
        Order.ANSWERED: _("Answered"),
        Order.WAITING: _("Waiting for an answer"),
    }
    return [
        {
            "text": name,
            "url": onward(request, order=order, after="") + "#proposals",
            "current": order == chosen,
        }
        for order, name in names.items()
    ]


def filter_links(request, consultation: Consultation, chosen: dict) -> list[dict]:
    """Themes the consultation names, where it names several; a filter by place can be taken away."""
    links = []
    themes = list(consultation.themes.all())
    if len(themes) > 1:
        links += [
            {
                "text": theme.name,
                "url": onward(request, theme=theme.slug, after="") + "#proposals",
                "current": theme == chosen["theme"],
            }
            for theme in themes
        ]
    if chosen["place"]:
        links.append(
            {
                "text": place_in_words(chosen["place"]),
                "url": request.get_full_path(),
                "current": True,
            }
        )
    if links and (chosen["theme"] or chosen["place"]):
        everything = onward(request, theme="", place="", after="") + "#proposals"
        links.insert(0, {"text": _("All"), "url": everything, "current": False})
    return links


def empty_sentence(consultation: Consultation, chosen: dict, phases, now: datetime) -> str:
    """Nothing in the list: why, and the next date."""
    if consultation.proposal_count:
        return _("No proposal fits this choice.")
    if closes := closing_of(phases, Act.PROPOSE, now):
        return _("No proposals yet. You can write the first until %(date)s.") % {
            "date": last_day(closes, now)
        }
    return _("No proposals yet. %(why)s") % {"why": open_for(phases, Act.PROPOSE, now)}


def without_stop(text: str) -> str:
    """A sentence to which more is added; it keeps its language."""
    cut = text.rstrip(".")
    return Words(cut, text.language, cut) if isinstance(text, Words) else cut
