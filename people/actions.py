"""Every write of people: somebody invited, a name, sessions ended, notices read."""

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.errors import BadInput
from intake.text import clean_line
from live.announcing import announce
from live.revoking import close_sockets
from people.events import NoticesChanged
from people.models import Notice, Person, Session
from people.sessions import number_of, sessions_of

NAME_LIMIT = 60


@transaction.atomic
def change_person(
    *, person: Person, display_name: str | None = None, language: str | None = None
) -> Person:
    """Change the name that others read (on everything written before, too), or the language."""
    if display_name is not None:
        person.display_name = clean_line(display_name, limit=NAME_LIMIT, field="name")
    if language is not None:
        person.language = language
    person.save(update_fields=["display_name", "language"])
    return person


@transaction.atomic
def invite(*, email: str, display_name: str, language: str) -> Person:
    """Somebody whom the operator vouches for: her address counts as confirmed, her password waits."""
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise BadInput(
            _("Write an e-mail address with an @ in it, like name@example.org."),
            code="email",
            field="email",
        ) from None
    name = clean_line(display_name, limit=NAME_LIMIT, field="name")
    person = Person(email=email, display_name=name, language=language)
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


@transaction.atomic
def end_session(*, person: Person, number: str) -> bool:
    """Sign this person out on one device; its sockets close. False when it had ended already."""
    ended = [one.pk for one in sessions_of(person) if number_of(one.pk) == number]
    return bool(end_sessions(person, ended))


@transaction.atomic
def end_other_sessions(*, person: Person, keep: str) -> int:
    """Sign this person out everywhere but here; returns on how many devices."""
    return end_sessions(person, [one.pk for one in sessions_of(person) if one.pk != keep])


def end_sessions(person: Person, keys: list[str]) -> int:
    gone, _by_model = Session.objects.filter(person=person, session_key__in=keys).delete()
    if gone:
        close_sockets(person.pk, reason="session ended")
    return gone


@transaction.atomic
def mark_notices_read(*, person: Person, up_to: int, topic: str = "") -> int:
    """Mark this person's notices as read, up to and including number `up_to`; returns how many.

    A number, so that one that arrived after she opened the page stays unread. With `topic` only
    those about one matter.
    """
    unread = Notice.objects.filter(person=person, read__isnull=True, pk__lte=up_to)
    if topic:
        unread = unread.filter(topic=topic)
    changed = unread.update(read=timezone.now())
    if changed:
        announce(NoticesChanged((person.pk,)))
    return changed


@transaction.atomic
def mark_notice_read(*, person: Person, notice: Notice) -> Notice:
    """Mark one notice of this person as read."""
    changed = Notice.objects.filter(pk=notice.pk, person=person, read__isnull=True).update(
        read=timezone.now()
    )
    if changed:
        announce(NoticesChanged((person.pk,)))
    return notice
