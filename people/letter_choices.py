"""What somebody wants by mail, and the link that ends it all without signing in."""

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.errors import BadInput
from people.models import LetterChoice, Person

STOPPING = Signer(salt="people.letters.stop")
"""A purpose of its own: what it signs stops letters, and opens nothing."""


def choice_of(person: Person) -> LetterChoice:
    """What this person chose, or what holds for whoever never did (not stored then)."""
    found = LetterChoice.objects.filter(person=person).first()
    return found or LetterChoice(person=person, since=person.joined)


@transaction.atomic
def choose_letters(
    *,
    person: Person,
    letters: bool | None = None,
    at_once: bool | None = None,
    digest: str | None = None,
) -> LetterChoice:
    """Change what is mailed to a person; what is left out stays as it was.

    Where letters or digests begin anew, they begin with what happens from now on.
    """
    # Two presses at once follow each other, also before there is a row to lock.
    Person.objects.select_for_update(no_key=True).filter(pk=person.pk).values("pk").first()
    before, choice = choice_of(person), choice_of(person)
    if letters is not None:
        choice.letters = letters
    if at_once is not None:
        choice.at_once = at_once
    if digest is not None:
        if digest not in LetterChoice.Digest.values:
            raise BadInput(_("Choose how often."), field="digest")
        choice.digest = digest
    if gets_digests(choice) and not gets_digests(before):
        choice.since = timezone.now()
    choice.save()
    return choice


def gets_digests(choice: LetterChoice) -> bool:
    return choice.letters and choice.digest != LetterChoice.Digest.NEVER


def stop_token(person: Person) -> str:
    return STOPPING.sign(str(person.pk))


def stop_address(person: Person) -> str:
    """Where a letter's reader can end all letters; the same for each of her letters."""
    return reverse("letters-stop", args=[stop_token(person)])


def person_of(token: str) -> Person | None:
    """Whose letters this link ends; None where we did not make it or its person has left."""
    try:
        number = STOPPING.unsign(token)
    except BadSignature:
        return None
    return Person.objects.filter(pk=int(number), is_active=True).first()
