"""A published election of ranked ballots becomes a closed consultation, counted here."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from consultations.models import Consultation
from intake.errors import BadInput
from intake.folding import fold
from intake.text import clean_line
from voting.actions.importing import closed_consultation, keep_ballots, midnights, place_of
from voting.counting.election import Election
from voting.counting.numbers import exact
from voting.counting.outcome import Outcome
from voting.models import Option, Poll, Result
from voting.queries.counting import counted_facts

MOST_OPTIONS = 300
MOST_BALLOTS = 200_000


@transaction.atomic
def import_rankings(
    election: Election, outcomes: Sequence[Outcome], *, first: date, last: date, place: str
) -> Poll:
    """Keep a published election with its counts; the first of `outcomes` is the one that decides.

    Raises `BadInput` where it was imported before, is not past, or is too large for a page.
    """
    title = clean_line(election.title[:72] or "Election", limit=72, field="the title")
    title = f"{title}, {last.year}"
    slug = slugify(fold(title))[:80]
    if Consultation.objects.filter(slug=slug).exists():
        raise BadInput(f"“{title}” was imported before.", code="imported-before")
    opens, closes = midnights(first, last)
    if closes > timezone.now():
        raise BadInput("The last day is not past; only closed votes are imported.", code="open")
    if first > last:
        raise BadInput("The last day is before the first.", code="bad-dates")
    if len(election.options) > MOST_OPTIONS or len(election.ballots) > MOST_BALLOTS:
        raise BadInput(
            f"At most {MOST_OPTIONS} candidates and {MOST_BALLOTS:,} different ballots fit a page.",
            code="too-large",
        )
    seats = outcomes[0].json()["rule"].get("seats") or 1
    consultation = closed_consultation(
        (opens, closes),
        slug=slug,
        title=title,
        standfirst=f"{len(election.options)} candidates, {election.voters:,} ballots, "
        f"{seats} to be elected.",
        body="People ranked the candidates in the order they would like them. The ballots are as "
        "they were published; they were counted again here.",
        place=place_of(place),
        source=place or "A published file",
    )
    poll = Poll.objects.create(
        consultation=consultation,
        kind=Poll.Kind.RANKING,
        question="Who should be elected?",
        opens=opens,
        closes=closes,
        rule=outcomes[0].spec.rule,
        imported=True,
    )
    Option.objects.bulk_create(
        Option(
            poll=poll,
            key=option.id,
            title=clean_line((option.name or option.id)[:300], limit=300, field="a name"),
            order=order,
            facts={"withdrawn": True} if option.withdrawn else {},
        )
        for order, option in enumerate(election.options)
    )
    keep_ballots(poll, election)
    facts = counted_facts(poll) | {"counts": [kept(outcome) for outcome in outcomes]}
    Result.objects.create(poll=poll, facts=facts, counted=timezone.now())
    return poll


def kept(outcome: Outcome) -> dict:
    """A count as it is stored beside a result: its JSON, sentences ready for any language."""
    return outcome.json() | {
        "sentence": exact(outcome.spec.sentence(outcome.election).json()),
        "explanations": [
            {
                "option": each.option,
                "won": each.won,
                "sentence": exact(each.words.json()),
                "facts": exact(dict(each.facts)),
            }
            for each in outcome.explanations
        ],
    }
