"""A big call in one consultation: people, proposals, supports and points by the hundred thousand."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from config.bulk.inserting import Loader, as_stored, go_on_counting, next_id
from config.bulk.shares import first_rows, in_turns, shares, stride
from config.bulk.words import body_of, point_of, title_of
from consultations.models import Consultation, Level, Phase, Place, Promise
from discussions.models import Point
from intake.search import searchable
from live.announcing import raise_versions
from people.models import Person
from proposals.models import Counters, Proposal, Version
from voting.models import Support

DAYS = 60
MINUTES = DAYS * 24 * 60
KINDS = ("for", "against", "question", "for")
ROUND, REPLY = len(KINDS), 3  # of every four points the last is a reply to the first
SUPPORTS_EACH = 50  # by one person, about
LANGUAGE = "en"  # of the made-up words

NO_PICTURES = "[]"


class BigCity:
    """One consultation with as many rows as asked for; it is published when all of them stand.

    The first proposals have most supports and points. Every stored number is right from the start.
    """

    def __init__(self, proposals: int, supports: int, points: int, say: Callable[[str], Any]):
        self.supports = shares(supports, proposals)
        self.points = shares(points, proposals)
        self.rounds = first_rows(self.points)
        self.people = max(200, max(self.supports, default=0) + 2, supports // SUPPORTS_EACH)
        self.step = stride(self.people - 1)
        self.loader = Loader(say)
        self.now = timezone.now()
        self.minutes: dict[int, Any] = {}
        self.first_person = next_id(Person)
        self.first_proposal = next_id(Proposal)
        self.first_point = next_id(Point)

    def build(self) -> Consultation:
        self.consultation = a_call(self.now)
        self.settle()
        self.propose()
        self.give_supports()
        self.say_points()
        self.count()
        go_on_counting(Person, Proposal, Version, Support, Point, Counters)
        publish(self.consultation, self.now)
        return self.consultation

    def settle(self) -> None:
        columns = "id password email display_name kind language joined is_active"
        joined = self.moment(0, 1)
        rows = (
            (pk, "!", f"resident{pk}@city.example", f"Resident {pk}", "citizen", "en", joined, True)
            for pk in range(self.first_person, self.first_person + self.people)
        )
        self.loader.insert(Person, columns, rows, self.people)

    def propose(self) -> None:
        columns = (
            "id language consultation_id author_id title body place_id where pictures "
            "version_number posted search_text"
        )
        place, total = self.consultation.place_id, len(self.supports)
        rows = (
            (
                pk,
                LANGUAGE,
                self.consultation.pk,
                self.author(n),
                title,
                body,
                place,
                "",
                NO_PICTURES,
                1,
                posted,
                searchable(title, body),
            )
            for n, pk, title, body, posted in self.texts()
        )
        self.loader.insert(Proposal, columns, rows, total)
        columns = "proposal_id language number title body author_id published note pictures"
        versions = (
            (pk, LANGUAGE, 1, title, body, self.author(n), posted, "", NO_PICTURES)
            for n, pk, title, body, posted in self.texts()
        )
        self.loader.insert(Version, columns, versions, total)

    def texts(self) -> Iterator[tuple[int, int, str, str, Any]]:
        total = len(self.supports)
        for n in range(total):
            pk = self.first_proposal + n
            yield n, pk, title_of(pk), body_of(pk), self.moment(n, total)

    def give_supports(self) -> None:
        """Person after person in strides: nobody twice, and never the author."""
        total = sum(self.supports)
        rows = (
            (self.first_proposal + n, self.supporter(n, turn), 1, self.moment(row, total))
            for row, (n, turn) in enumerate(in_turns(self.supports))
        )
        self.loader.insert(Support, "proposal_id person_id version given", rows, total)

    def say_points(self) -> None:
        columns = (
            "id language proposal_id parent_id kind author_id body official posted replies_count agree "
            "disagree passed search_text"
        )
        self.loader.insert(Point, columns, self.point_rows(), sum(self.points))

    def point_rows(self) -> Iterator[tuple]:
        total = sum(self.points)
        for row, (n, turn) in enumerate(in_turns(self.points)):
            pk = self.point_id(n, turn)
            answered = self.point_id(n, turn - REPLY) if turn % ROUND == REPLY else None
            replies = int(turn % ROUND == 0 and turn + REPLY < self.points[n])
            body = point_of(pk)
            yield (
                pk,
                LANGUAGE,
                self.first_proposal + n,
                answered,
                KINDS[turn % ROUND],
                self.first_person + pk % self.people,
                body,
                False,
                self.moment(row, total),
                replies,
                0,
                0,
                0,
                searchable(body),
            )

    def point_id(self, n: int, turn: int) -> int:
        return self.first_point + self.rounds[turn] + n

    def count(self) -> None:
        columns = (
            "proposal_id consultation_id supports points_for points_against questions "
            "last_point_id change standing answered"
        )
        rows = (
            (
                self.first_proposal + n,
                self.consultation.pk,
                supports,
                *heads_of_each_kind(points),
                self.newest_head(n, points),
                0,
                True,
                False,
            )
            for n, (supports, points) in enumerate(zip(self.supports, self.points, strict=True))
        )
        self.loader.insert(Counters, columns, rows, len(self.supports))

    def newest_head(self, n: int, points: int) -> int:
        last = points - 1
        return self.point_id(n, last - (last % ROUND == REPLY)) if points else 0

    def author(self, n: int) -> int:
        return self.first_person + n % self.people

    def supporter(self, n: int, turn: int) -> int:
        others = self.people - 1
        place = (n * 31 + turn * self.step) % others
        return self.first_person + place + (place >= n % self.people)

    def moment(self, row: int, total: int) -> Any:
        """Rows are spread over the days of the call, minute by minute, the last one just now."""
        ago = MINUTES - MINUTES * (row + 1) // max(total, 1)
        if ago not in self.minutes:
            self.minutes[ago] = as_stored(self.now - timedelta(minutes=ago))
        return self.minutes[ago]


def heads_of_each_kind(points: int) -> tuple[int, ...]:
    """How many of a proposal's points are for, against and questions; replies are not counted."""
    return tuple((points - kind + ROUND - 1) // ROUND for kind in range(REPLY))


@transaction.atomic
def a_call(now: datetime) -> Consultation:
    """A consultation that takes proposals, support and points at once, not yet published."""
    place = Place.objects.filter(level=Level.CITY).order_by("pk").first()
    number = next_id(Consultation)
    consultation = Consultation.objects.create(
        slug=f"a-big-call-{number}",
        title="What should the city do next?",
        standfirst="A call with as many proposals as a machine can write, to measure pages with.",
        who_may="Everybody",
        body="Every proposal here is made up by number. Nothing binds anybody.",
        place=place or Place.objects.create(name="Big City", slug="big-city", level=Level.CITY),
    )
    Promise.objects.create(
        consultation=consultation,
        who_decides="The city council",
        what_happens="The council answers the proposals that most people support.",
        answer_by=(now + timedelta(days=90)).date(),
        threshold=1_000,
    )
    Phase.objects.create(
        consultation=consultation,
        kind=Phase.Kind.PROPOSE,
        name="Proposals and discussion",
        opens=now - timedelta(days=DAYS + 1),
        closes=now + timedelta(days=30),
        takes_proposals=True,
        takes_support=True,
        takes_points=True,
    )
    return consultation


@transaction.atomic
def publish(consultation: Consultation, now: datetime) -> None:
    own = Proposal.objects.filter(consultation=consultation)
    newest = own.order_by("-pk").first()
    consultation.published = now - timedelta(days=DAYS + 1)
    consultation.search_text = searchable(
        consultation.title, consultation.standfirst, consultation.body
    )
    consultation.proposal_count = own.count()
    consultation.last_proposal_id = newest.pk if newest else 0
    consultation.save()
    raise_versions([consultation.topic])
