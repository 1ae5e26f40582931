"""What has been seeded so far, by the keys the texts use, and what day it is there."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from config.demo.people import PEOPLE

BATCH = 2_000


class City:
    """Collects rows as they are made; `chance` is seeded, so that every city is the same one."""

    def __init__(self, today: date):
        self.today = today
        self.chance = Random("Lindhaven")  # noqa: S311 - a demonstration, not a lottery
        self.people: dict[str, Any] = {}
        self.places: dict[str, Any] = {}
        self.themes: dict[str, Any] = {}
        self.departments: dict[str, Any] = {}
        self.clauses: dict[int, Any] = {}
        self.consultations: dict[str, Any] = {}
        self.proposals: dict[str, Any] = {}
        self.points: list[Any] = []
        self.counters: dict[str, Any] = {}
        self.supports = 0

    def date(self, day: int) -> date:
        """The calendar day of an offset: 0 is today."""
        return self.today + timedelta(days=day)

    def opening(self, day: int) -> datetime:
        """The midnight with which a day begins, in the city's time zone."""
        return self.at(day, 0)

    def closing(self, day: int) -> datetime:
        """The midnight with which a day ends."""
        return self.at(day + 1, 0)

    def at(self, day: int, hour: int, minute: int = 0) -> datetime:
        return timezone.make_aware(datetime.combine(self.date(day), time(hour, minute)))

    def sometime(self, day: int, first_hour: int = 7, last_hour: int = 22) -> datetime:
        """A moment of that day between two hours, drawn by lot."""
        moment = self.at(day, self.chance.randint(first_hour, last_hour), self.chance.randrange(60))
        return moment + timedelta(seconds=self.chance.randrange(60))


def citizens(*, without_sign_ins: bool) -> list[str]:
    """Keys of everybody who is not in the city's service.

    Whoever tries the demonstration can still give support, react and vote where it is open: there
    the people who can be signed in as have not done so.
    """
    return [
        person.key
        for person in PEOPLE
        if person.kind != "civil-servant" and not (without_sign_ins and person.signs_in)
    ]
