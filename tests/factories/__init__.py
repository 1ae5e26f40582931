"""People and things for tests. Amara proposes, Bo moderates, Chidi votes, Dana only reads."""

import io
from datetime import timedelta
from itertools import count

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from consultations.models import (
    Appointment,
    Clause,
    Consultation,
    Department,
    HouseRules,
    Level,
    Phase,
    Place,
    Promise,
    Role,
    Theme,
)
from people.models import Person
from proposals.models import Counters, Proposal, Version

numbers = count(1)


def a_person(name: str = "Amara", **fields) -> Person:
    """Somebody with a confirmed address and no password."""
    email = fields.pop("email", f"{name.lower().split()[0]}{next(numbers)}@example.org")
    person = Person(email=email, display_name=name, **fields)
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def many_people(count: int) -> list[Person]:
    """As many as one likes, written at once, without passwords."""
    first = next(numbers)
    return Person.objects.bulk_create(
        [
            Person(
                email=f"many.{first}.{number}@example.org",
                display_name=f"Person {number}",
                password="!",
                joined=timezone.now(),
            )
            for number in range(count)
        ],
        batch_size=2_000,
    )


def a_place(name: str = "Lindhaven", level: str = Level.CITY, parent: Place | None = None) -> Place:
    slug = f"{name.lower().replace(' ', '-')}-{next(numbers)}"
    return Place.objects.create(name=name, slug=slug, level=level, parent=parent)


def a_theme(name: str = "Social innovation") -> Theme:
    return Theme.objects.create(slug=f"theme-{next(numbers)}", name=name, group="answer")


def a_department(name: str = "Parks", place: Place | None = None) -> Department:
    return Department.objects.create(
        slug=f"department-{next(numbers)}", name=name, place=place or a_place()
    )


def house_rules(clauses: int = 3) -> HouseRules:
    rules = HouseRules.objects.create(
        version=next(numbers), intro="Speak of things, not of people.", in_force_from=timezone.now()
    )
    for number in range(1, clauses + 1):
        Clause.objects.create(
            rules=rules, number=number, title=f"Clause {number}", text=f"Rule number {number}."
        )
    return rules


def a_consultation(
    title: str = "Greener streets", *, published: bool = True, **fields
) -> Consultation:
    """A consultation of a city, with a promise and no phase yet."""
    place = fields.pop("place", None) or a_place()
    consultation = Consultation.objects.create(
        slug=f"consultation-{next(numbers)}",
        title=title,
        standfirst="Shade, rain and fewer parked cars.",
        place=place,
        published=timezone.now() if published else None,
        **fields,
    )
    Promise.objects.create(
        consultation=consultation,
        who_decides="The city council",
        what_happens="The council votes on every proposal above the threshold.",
        answer_by=(timezone.now() + timedelta(days=60)).date(),
        threshold=0,
    )
    return consultation


def a_phase(
    consultation: Consultation, kind: str = "propose", *, opens: int = -1, closes: int = 30, **takes
) -> Phase:
    """A phase whose span is given in days from now; `takes_…` flags say what is open in it."""
    now = timezone.now()
    return Phase.objects.create(
        consultation=consultation,
        kind=kind,
        name=kind.capitalize(),
        opens=now + timedelta(days=opens),
        closes=now + timedelta(days=closes),
        **takes,
    )


def an_open_consultation(title: str = "Greener streets", **fields) -> Consultation:
    """A consultation that takes proposals, support and points at once."""
    consultation = a_consultation(title, **fields)
    a_phase(consultation, takes_proposals=True, takes_support=True, takes_points=True)
    return consultation


def a_proposal(
    title: str = "Shade for the square", *, author=None, consultation=None, **fields
) -> Proposal:
    """A published proposal with its first version and its counters."""
    consultation = consultation or an_open_consultation()
    author = author or a_person("Amara")
    now = timezone.now()
    body = fields.pop("body", "Forty plane trees along the south side.")
    proposal = Proposal.objects.create(
        consultation=consultation, author=author, title=title, body=body, posted=now, **fields
    )
    Version.objects.create(
        proposal=proposal, number=1, title=title, body=body, author=author, published=now
    )
    Counters.objects.create(proposal=proposal, consultation=consultation)
    return proposal


def a_picture_file(
    name: str = "square.png", size: tuple[int, int] = (600, 400), kind: str = "PNG", **how
) -> SimpleUploadedFile:
    """A file as a browser sends it: one colour, of this size."""
    out = io.BytesIO()
    Image.new("RGB", size, "#3a7d44").save(out, kind, **how)
    return SimpleUploadedFile(name, out.getvalue(), f"image/{kind.lower()}")


def appoint(
    person: Person, role: str = Role.MODERATOR, *, place=None, consultation=None
) -> Appointment:
    """A role with what its holder needs for it: a second factor."""
    a_second_factor(person)
    return Appointment.objects.create(
        person=person, role=role, place=place, consultation=consultation
    )


def a_second_factor(person: Person) -> Authenticator:
    """An app that makes codes."""
    secret = {"secret": "JBSWY3DPEHPK3PXP"}
    return Authenticator.objects.get_or_create(
        user=person, type=Authenticator.Type.TOTP, defaults={"data": secret}
    )[0]
