"""Phases, votes and promised days as a calendar that one can subscribe to."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from consultations.models import Consultation, Phase
from consultations.queries import consultation_by_slug, phases_of, published_consultations
from people.city import city_name
from voting.models import Poll
from voting.queries.reading import polls

BACK = timedelta(days=365)
MOST = 500


@require_safe
def calendar(request):
    """Of every consultation that was open in the last year, or will be."""
    since = timezone.now() - BACK
    found = published_consultations().filter(phases__closes__gt=since).distinct()[:MOST]
    return answer(request, city_name(), list(found))


@require_safe
def of_consultation(request, slug):
    found = consultation_by_slug(slug)
    if found is None or not found.published:
        raise Http404
    return answer(request, found.title, [found])


def answer(request, name: str, found: list[Consultation]) -> HttpResponse:
    host = request.build_absolute_uri("/").rstrip("/")
    made = Calendar()
    made.add("prodid", "-//Polyphony//Consultations//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", one_line(name))
    made.add("x-wr-timezone", settings.TIME_ZONE)
    for event in events(found, host):
        made.add_component(event)
    response = HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    return response


def events(found: list[Consultation], host: str) -> Iterator[Event]:
    votes: dict[int, list[Poll]] = {}
    for poll in polls().filter(consultation__in=found).order_by("closes", "id"):
        votes.setdefault(poll.consultation_id, []).append(poll)
    for consultation in found:
        for phase in phases_of(consultation):
            yield phase_event(consultation, phase, host)
        yield from poll_events(votes.get(consultation.pk, ()), host)
        if promise := getattr(consultation, "promise", None):
            yield day_event(consultation, promise.answer_by, host)


def phase_event(consultation: Consultation, phase: Phase, host: str) -> Event:
    return event(
        uid=f"phase-{phase.pk}",
        host=host,
        summary=_("%(title)s: %(phase)s") % {"title": consultation.title, "phase": phase.name},
        url=consultation.get_absolute_url(),
        stamp=consultation.published or phase.opens,
        starts=phase.opens,
        ends=phase.closes,
    )


def poll_events(votes: Iterable[Poll], host: str) -> Iterator[Event]:
    for poll in votes:
        yield event(
            uid=f"poll-{poll.pk}",
            host=host,
            summary=_("Vote: %(question)s") % {"question": poll.question},
            url=poll.get_absolute_url(),
            stamp=poll.opens,
            starts=poll.opens,
            ends=poll.closes,
        )


def day_event(consultation: Consultation, day: date, host: str) -> Event:
    return event(
        uid=f"answer-{consultation.pk}",
        host=host,
        summary=_("%(title)s: the city has answered by today, as it promised")
        % {"title": consultation.title},
        url=consultation.get_absolute_url(),
        stamp=consultation.published or timezone.now(),
        starts=day,
        ends=day + timedelta(days=1),
    )


def event(*, uid: str, host: str, summary: str, url: str, stamp: datetime, starts, ends) -> Event:
    """Moments go out in universal time, so that every calendar shows its reader's own clock."""
    made = Event()
    made.add("uid", str(uuid5(NAMESPACE_URL, f"{host}/#{uid}")))
    made.add("dtstamp", stamp.astimezone(UTC))
    made.add("dtstart", utc(starts))
    made.add("dtend", utc(ends))
    made.add("summary", one_line(summary))
    made.add("url", host + url)
    made.add("transp", "TRANSPARENT")
    return made


def utc(when):
    return when.astimezone(UTC) if isinstance(when, datetime) else when


def one_line(text: str) -> str:
    """A title is one line, whatever was imported: a break in it must not begin a line of ours."""
    return " ".join(text.split())
