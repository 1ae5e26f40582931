"""Lindhaven goes into a database: everything at once, the same every time but for the dates."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from config.demo.seeding.answering import answer_proposals
from config.demo.seeding.city import City
from config.demo.seeding.consulting import ask_questions
from config.demo.seeding.ground import lay_ground
from config.demo.seeding.moving import move_dates
from config.demo.seeding.numbering import store_numbers
from config.demo.seeding.picturing import show_pictures
from config.demo.seeding.polling import hold_polls
from config.demo.seeding.proposing import write_proposals
from config.demo.seeding.supporting import give_supports
from config.demo.seeding.talking import say_points
from config.demo.seeding.telling import follow_things, tell_people
from consultations.models import Consultation
from people.models import Demonstration, Person


class RealCity(Exception):
    """The database holds people or consultations that are no demonstration of ours."""


@transaction.atomic
def seed(today: date | None = None) -> str:
    """Seed an empty database, or move a demonstration's dates on; returns what was done in words.

    Run twice on one day, the second run changes nothing. A city that is real is never touched.
    """
    today = today or timezone.localdate()
    demonstration = Demonstration.objects.select_for_update().first()
    if demonstration:
        return move_dates(demonstration, today)
    if Person.objects.exists() or Consultation.objects.exists():
        raise RealCity
    return _found(today)


def _found(today: date) -> str:
    city = City(today)
    for step in (
        lay_ground,
        ask_questions,
        write_proposals,
        show_pictures,
        give_supports,
        say_points,
        answer_proposals,
        hold_polls,
        store_numbers,
        follow_things,
        tell_people,
    ):
        step(city)
    Demonstration.objects.create(seeded_on=today, dates_moved_on=today)
    return (
        f"Lindhaven is founded: {len(city.people)} people, {len(city.consultations)} consultations, "
        f"{len(city.proposals)} proposals, {len(city.points)} points, {city.supports} supports."
    )
