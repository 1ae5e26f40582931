"""Sessions that know whose they are, so that she can see them and end them.

Kept with each: the browser and system in two words, the day it began and the day it was last used.
No address, no version, no time of day.
"""

from datetime import date
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from people.models import Person, Session

BROWSERS = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
]
SYSTEMS = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
]


class SessionStore(db.SessionStore):
    """Django's sessions in the database; each row also names its person and device."""

    @classmethod
    def get_model_class(cls):
        return Session

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        person = data.get(SESSION_KEY)
        row.person_id = int(person) if person else None
        row.device = data.get("device", "")
        row.began = day_in(data, "began")
        row.seen = day_in(data, "seen")
        return row


def day_in(data: dict[str, Any], name: str) -> date:
    return date.fromisoformat(data[name]) if name in data else timezone.localdate()


def note_device(sender, request, **more) -> None:
    """At signing in: from where, in two words, and on which day."""
    today = timezone.localdate().isoformat()
    request.session["device"] = device_of(request.META.get("HTTP_USER_AGENT", ""))
    request.session["began"] = request.session["seen"] = today


class LastUsedMiddleware:
    """Notes the day on which a session is used: the first request of a day writes, no other."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        session = request.session
        if session.accessed and SESSION_KEY in session:
            today = timezone.localdate().isoformat()
            if session.get("seen") != today:
                session["seen"] = today
        return response


def device_of(agent: str) -> str:
    """`Firefox/Android`: families alone, each empty when unknown."""
    return f"{first_named(agent, BROWSERS)}/{first_named(agent, SYSTEMS)}"


def first_named(agent: str, known: list[tuple[str, str]]) -> str:
    return next((name for sign, name in known if sign in agent), "")


def in_words(device: str) -> str:
    browser, _slash, system = device.partition("/")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A device we do not know")


def number_of(session_key: str) -> str:
    """What stands for a session on a page; the key itself would open it."""
    return salted_hmac("people.sessions", session_key, algorithm="sha256").hexdigest()[:20]


def sessions_of(person: Person) -> list[Session]:
    """Where this person is signed in, last used first."""
    now = timezone.now()
    return list(person.sessions.filter(expire_date__gt=now).order_by("-seen", "-began", "pk"))
