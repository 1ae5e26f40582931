"""Everything that is kept of one person, for her alone: as she reads it, and as JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people import hooks
from people.hooks import Part
from people.models import AuditRow, Follow, Letter, LetterChoice, Notice, Person, Token
from people.sessions import in_words
from people.told import lines_of

Row = Mapping[str, object]


def everything_of(person: Person) -> list[tuple[Part, list[Row]]]:
    """Every part with its rows, also the empty ones: that nothing is kept is an answer too."""
    return [(part, list(part.rows(person))) for part in hooks.own_data]


def as_json(person: Person) -> dict[str, Any]:
    """The same, ready for a file; moments are in UTC."""
    found: dict[str, Any] = {part.key: rows for part, rows in everything_of(person)}
    return {"made": timezone.now(), **found}


def account(person: Person) -> Iterable[Row]:
    yield {
        "number": person.pk,
        "email": person.email,
        "display_name": person.display_name,
        "kind": person.kind,
        "language": person.language,
        "joined": person.joined,
        "password": _("kept as a hash") if person.has_usable_password() else _("none"),
    }


def addresses(person: Person) -> Iterable[Row]:
    return EmailAddress.objects.filter(user=person).values("email", "verified", "primary")


def sessions(person: Person) -> Iterable[Row]:
    for session in person.sessions.order_by("began", "pk"):
        yield {
            "device": in_words(session.device),
            "began": session.began,
            "last_used": session.seen,
            "ends": session.expire_date,
        }


def second_factors(person: Person) -> Iterable[Row]:
    for one in Authenticator.objects.filter(user=person).order_by("pk"):
        is_passkey = one.type == Authenticator.Type.WEBAUTHN
        yield {
            "kind": one.type,
            "name": one.wrap().name if is_passkey else "",
            "made": one.created_at,
            "last_used": one.last_used_at,
        }


def tokens(person: Person) -> Iterable[Row]:
    return Token.objects.filter(person=person).order_by("pk").values("made")


def follows(person: Person) -> Iterable[Row]:
    return Follow.objects.filter(person=person).order_by("pk").values("topic", "since")


def notices(person: Person) -> Iterable[Row]:
    """As she reads them: with today's public words, and without what was hidden since."""
    for line in lines_of(list(Notice.objects.filter(person=person).order_by("pk"))):
        yield {
            "sentence": line.sentence,
            "about": line.notice.topic,
            "address": line.notice.url,
            "made": line.notice.made,
            "read": line.notice.read,
        }


def letters(person: Person) -> Iterable[Row]:
    """Their words are not kept once they are sent."""
    found = Letter.objects.filter(Q(person=person) | Q(to__iexact=person.email)).order_by("pk")
    return found.values("kind", "subject", "made", "sent")


def letter_choices(person: Person) -> Iterable[Row]:
    found = LetterChoice.objects.filter(person=person)
    return found.values("letters", "at_once", "digest", "since")


def official_acts(person: Person) -> Iterable[Row]:
    found = AuditRow.objects.filter(person=person).order_by("pk")
    return found.values("act", "topic", "facts", "at")


MADE, AT = _("Made"), _("When")

PARTS = [
    Part(
        "account",
        _("Your account"),
        {
            "number": _("Number"),
            "email": _("E-mail address"),
            "display_name": _("Name shown to others"),
            "kind": _("Kind of participant"),
            "language": _("Language"),
            "joined": _("Joined"),
            "password": _("Password"),
        },
        account,
    ),
    Part(
        "addresses",
        _("Addresses"),
        {"email": _("E-mail address"), "verified": _("Confirmed"), "primary": _("In use")},
        addresses,
        ("account.EmailAddress.user",),
    ),
    Part(
        "sessions",
        _("Where you are signed in"),
        {
            "device": _("Device"),
            "began": _("Since"),
            "last_used": _("Last used"),
            "ends": _("Ends at the latest"),
        },
        sessions,
        ("people.Session.person",),
    ),
    Part(
        "second_factors",
        _("Second factors"),
        {"kind": _("Kind"), "name": _("Name"), "made": MADE, "last_used": _("Last used")},
        second_factors,
        ("mfa.Authenticator.user",),
    ),
    Part("tokens", _("Keys to the API"), {"made": MADE}, tokens, ("people.Token.person",)),
    Part(
        "follows",
        _("What you follow"),
        {"topic": _("What"), "since": _("Since")},
        follows,
        ("people.Follow.person",),
    ),
    Part(
        "notices",
        _("Notices to you"),
        {
            "sentence": _("What it says"),
            "about": _("About"),
            "address": _("Address"),
            "made": MADE,
            "read": _("Read"),
        },
        notices,
        ("people.Notice.person",),
    ),
    Part(
        "letters",
        _("Letters to you"),
        {
            "kind": _("Kind"),
            "subject": _("Subject"),
            "made": _("Written"),
            "sent": _("Sent"),
        },
        letters,
        ("people.Letter.person",),
    ),
    Part(
        "letter_choices",
        _("What you chose to get by mail"),
        {
            "letters": _("Letters at all"),
            "at_once": _("At once"),
            "digest": _("Summary"),
            "since": _("Since"),
        },
        letter_choices,
        ("people.LetterChoice.person",),
    ),
    Part(
        "official_acts",
        _("What you did in office"),
        {"act": _("Act"), "topic": _("About"), "facts": _("Facts"), "at": AT},
        official_acts,
        ("people.AuditRow.person",),
    ),
]
