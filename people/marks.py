"""Nobody counts twice by leaving and coming back.

What stays counted after its person left keeps, while it is open, a keyed mark of her address and
of this one thing. No address can be read from it and no two marks of one person are alike; whoever
confirms the same address again takes up what she gave before. Once it is closed the mark goes.
"""

from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from people import hooks

BATCH = 500


def mark_of(email: str, thing: str) -> str:
    """The mark of an address on one thing, for example `support.34`."""
    words = f"{email.strip().lower()}\n{thing}"
    return salted_hmac("people.marks", words, algorithm="sha256").hexdigest()


@transaction.atomic
def take_up(person) -> None:
    """Everything that is marked with this person's address is hers again."""
    for run in hooks.returning:
        run(person)


def give_back(marked: QuerySet, field: str, thing: Callable[[int], str], person) -> None:
    """Rows of `marked` that carry her mark are hers again.

    One mark is made for each thing that somebody left behind, not for each row.
    """
    numbers = marked.order_by().values_list(field, flat=True).distinct()
    marks = [mark_of(person.email, thing(number)) for number in numbers]
    for start in range(0, len(marks), BATCH):
        found = marked.filter(mark__in=marks[start : start + BATCH]).values_list("pk", flat=True)
        marked.model._default_manager.filter(pk__in=list(found)).update(person=person, mark="")


def on_confirmed(sender, email_address, **more) -> None:
    """allauth's signal: the address of a new or a changed account was confirmed."""
    take_up(email_address.user)
