"""Supports: as many for each proposal as its text says, given while support was open."""

from config.demo.consultations.acts import SUPPORT
from config.demo.proposals import PROPOSALS
from config.demo.seeding.city import BATCH, City, citizens
from config.demo.seeding.consulting import last_day_of, takes_today
from voting.models import Support


def give_supports(city: City) -> None:
    rows = [support for text in PROPOSALS for support in supports_of(city, text)]
    rows.sort(key=lambda support: support.given)
    Support.objects.bulk_create(rows, batch_size=BATCH)
    city.supports = len(rows)


def supports_of(city: City, text):
    """People drawn by lot, none of them the author; most come in the first days."""
    everybody = citizens(without_sign_ins=takes_today(text.consultation, SUPPORT))
    others = [key for key in everybody if key != text.author]
    last = last_day_of(text.consultation, SUPPORT)
    if text.withdrawn:
        last = min(last, text.withdrawn.day - 1)
    for key in city.chance.sample(others, text.supporters):
        day = text.day + int((last - text.day + 1) * city.chance.betavariate(1.1, 2.6))
        yield Support(
            proposal=city.proposals[text.key],
            person=city.people[key],
            version=sum(version.day <= day for version in text.versions),
            given=city.sometime(day, 11),
        )
