"""Nobody counts twice by leaving and coming back.

What stays counted after its person left keeps, while it is open, a keyed mark of her address and
of this one thing. No address can be read from it and no two marks of one person are alike; whoever
confirms the same address again takes up what she gave before. Once it is closed the mark goes.
"""

from django.db import transaction
from django.utils.crypto import salted_hmac

from people import hooks


def mark_of(email: str, thing: str) -> str:
    """The mark of an address on one thing, for example `support.34`."""
    words = f"{email.strip().lower()}\n{thing}"
    return salted_hmac("people.marks", words, algorithm="sha256").hexdigest()


@transaction.atomic
def take_up(person) -> None:
    """Everything that is marked with this person's address is hers again."""
    for run in hooks.returning:
        run(person)


def on_confirmed(sender, email_address, **more) -> None:
    """allauth's signal: the address of a new or a changed account was confirmed."""
    take_up(email_address.user)
