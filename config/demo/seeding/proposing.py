"""Proposals with every version of their words, what they touch, and who took hers back."""

from config.demo.proposals import PROPOSALS
from config.demo.seeding.city import City
from intake.search import searchable
from people.models import Follow
from proposals.models import Proposal, ThemeEffect, Version, Withdrawal


def write_proposals(city: City) -> None:
    texts = sorted(PROPOSALS, key=lambda text: text.day)
    moments = {text.key: moments_of(city, text) for text in texts}
    rows = Proposal.objects.bulk_create(
        proposal_of(city, text, moments[text.key][0]) for text in texts
    )
    city.proposals = {text.key: row for text, row in zip(texts, rows, strict=True)}
    Version.objects.bulk_create(
        version for text in texts for version in versions_of(city, text, moments[text.key])
    )
    ThemeEffect.objects.bulk_create(effect for text in texts for effect in effects_of(city, text))
    Withdrawal.objects.bulk_create(
        Withdrawal(
            proposal=city.proposals[text.key],
            by=city.people[text.author],
            at=city.sometime(text.withdrawn.day, 18),
            reason=text.withdrawn.reason,
        )
        for text in texts
        if text.withdrawn
    )
    Follow.objects.bulk_create(Follow(person=row.author, topic=row.topic) for row in rows)


def moments_of(city: City, text) -> list:
    """When each version came out: in the morning, before anybody could speak to it."""
    return [city.sometime(version.day, 7, 10) for version in text.versions]


def proposal_of(city: City, text, posted) -> Proposal:
    body = text.versions[-1].body
    return Proposal(
        consultation=city.consultations[text.consultation],
        author=city.people[text.author],
        title=text.title,
        body=body,
        place=city.places[text.place],
        where=text.where,
        version_number=len(text.versions),
        cost=text.euros * 100 if text.euros else None,
        posted=posted,
        search_text=searchable(text.title, body, text.where),
    )


def versions_of(city: City, text, moments):
    for number, (version, moment) in enumerate(zip(text.versions, moments, strict=True), start=1):
        yield Version(
            proposal=city.proposals[text.key],
            number=number,
            title=version.title or text.title,
            body=version.body,
            author=city.people[text.author],
            published=moment,
            note=version.note,
        )


def effects_of(city: City, text):
    for effect, slugs in (("helps", text.helps), ("costs", text.costs)):
        for slug in slugs:
            yield ThemeEffect(
                proposal=city.proposals[text.key], theme=city.themes[slug], effect=effect
            )
