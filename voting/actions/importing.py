"""A published budget becomes a closed consultation that anybody can read."""

import re
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from consultations.models import Consultation, Level, Phase, Place
from intake.errors import BadInput
from intake.folding import fold
from intake.search import searchable
from intake.text import clean_line
from voting.actions.closing import count_poll
from voting.counting.ballots import to_json
from voting.counting.election import Election
from voting.counting.election import Option as Project
from voting.formats.pb_dates import days_of_voting
from voting.models import BareBallot, Option, Poll, PollHead

BATCH = 2_000
LONGEST_KEY = 40


@transaction.atomic
def import_budget(election: Election) -> Poll:
    """Make consultation, poll, options, ballots and result of a published election.

    Raises `BadInput` where it was imported before, where the dates are missing or not past, or where
    it has what a poll here cannot hold.
    """
    fits(election)
    title, slug = title_of(election)
    if Consultation.objects.filter(slug=slug).exists():
        raise BadInput(f"“{title}” was imported before.", code="imported-before")
    opens, closes = span_of(election)
    consultation = closed_consultation(
        (opens, closes),
        slug=slug,
        title=title,
        standfirst=standfirst_of(election),
        body=f"The people of {election.meta.get('unit', 'the city')} voted on these projects. "
        "The ballots, the costs and the outcome are as the city published them.",
        place=place_of(election.meta.get("unit", "")),
        source=f"{election.meta.get('unit', 'the city')}, collected by PaBuLib",
    )
    poll = Poll.objects.create(
        consultation=consultation,
        kind=election.kind,
        question="Which projects should be paid for?",
        opens=opens,
        closes=closes,
        max_choices=number(election.meta.get("max_length", "")),
        budget=election.budget,
        currency=(election.currency or "EUR")[:3],
        rule=election.meta.get("rule", "")[:40],
        imported=True,
    )
    Option.objects.bulk_create(
        (option_of(poll, project, order) for order, project in enumerate(election.options)),
        batch_size=BATCH,
    )
    keep_ballots(poll, election)
    count_poll(poll.pk)
    return poll


def closed_consultation(span: tuple[datetime, datetime], **fields) -> Consultation:
    """A consultation whose only phase was this vote; found by its words."""
    opens, closes = span
    consultation = Consultation.objects.create(published=opens, **fields)
    consultation.search_text = searchable(
        consultation.title, consultation.standfirst, consultation.body
    )
    consultation.save(update_fields=["search_text"])
    Phase.objects.create(
        consultation=consultation,
        kind=Phase.Kind.VOTE,
        name="Vote",
        opens=opens,
        closes=closes,
        takes_votes=True,
    )
    return consultation


def keep_ballots(poll: Poll, election: Election) -> None:
    """The published ballots, equal ones as one row."""
    BareBallot.objects.bulk_create(
        (
            BareBallot(poll=poll, ballot=to_json(ballot), weight=weight)
            for ballot, weight in election.ballots
        ),
        batch_size=BATCH,
    )
    PollHead.objects.create(poll=poll, turnout=election.voters)


def title_of(election: Election) -> tuple[str, str]:
    """A title that reads well, at most 80 characters, and its slug."""
    meta = election.meta
    words = meta.get("description") or f"Participatory budget of {meta.get('unit', 'a city')}"
    words = re.sub(r"\bPB\b", "participatory budget", words)
    words = words[:1].upper() + words[1:]
    year = meta.get("instance", "")
    tail = f", {year}" if year.isdecimal() and year not in words else ""
    title = clean_line(words[: 80 - len(tail)].rstrip() + tail, limit=80, field="the title")
    return title, slugify(fold(title))[:80]


def standfirst_of(election: Election) -> str:
    return (
        f"{len(election.options)} projects, {election.voters:,} ballots, "
        f"and a budget of {election.money(election.budget or 0)}."
    )


def place_of(unit: str) -> Place:
    """The city of this name; made where it is not in the tree yet."""
    name = clean_line(unit or "Unnamed city", limit=80, field="the place")
    found = Place.objects.filter(name=name, level=Level.CITY).first()
    return found or Place.objects.create(
        name=name, slug=f"{slugify(fold(name))[:60]}-published", level=Level.CITY
    )


def span_of(election: Election) -> tuple[datetime, datetime]:
    """From the first midnight to the midnight after the last day, in the city's time zone."""
    days = days_of_voting(election.meta)
    if days is None:
        raise BadInput("META: date_begin and date_end are missing or contradict.", code="bad-file")
    opens, closes = midnights(*days)
    if closes > timezone.now():
        raise BadInput("META: date_end is not past; only closed votes are imported.", code="open")
    return opens, closes


def midnights(first: date, last: date) -> tuple[datetime, datetime]:
    zone = timezone.get_current_timezone()
    opens = datetime.combine(first, time.min, zone)
    return opens, datetime.combine(last + timedelta(days=1), time.min, zone)


def option_of(poll: Poll, project: Project, order: int) -> Option:
    return Option(
        poll=poll,
        key=project.id,
        title=clean_line(
            (project.name or f"Project {project.id}")[:300], limit=300, field="the project's name"
        ),
        cost=project.cost,
        order=order,
        facts=facts_of(project),
        selected=None if (won := published(project, "selected")) is None else won > 0,
    )


def facts_of(project: Project) -> dict:
    """What the file says of a project, as text; the published votes and outcome as numbers."""
    facts: dict = {
        name: value[:500]
        for name, value in project.facts.items()
        if name not in ("votes", "selected")
    }
    for name in ("district", "category"):
        if text := getattr(project, name):
            facts[name] = text[:500]
    for name in ("votes", "selected"):
        if (value := published(project, name)) is not None:
            facts[f"published_{name}"] = value
    return facts


def published(project: Project, name: str) -> int | None:
    text = project.facts.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 13 else None


def fits(election: Election) -> None:
    """Refuse what our tables cannot hold, rather than change it."""
    if election.kind not in Poll.Kind.values:
        raise BadInput("Ballots with free scores cannot be imported yet.", code="bad-file")
    if election.unit != 100:
        raise BadInput("A sum of money has parts of a cent.", code="bad-file")
    if any(len(project.id) > LONGEST_KEY for project in election.options):
        raise BadInput("A project's id is longer than 40 characters.", code="bad-file")


def number(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) < 10_000 else None
