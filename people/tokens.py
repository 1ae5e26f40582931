"""Keys to the API: `Authorization: Token …`, or the session cookie with CSRF."""

import hashlib
import secrets

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import (
    BaseAuthentication,
    SessionAuthentication,
    get_authorization_header,
)
from rest_framework.exceptions import AuthenticationFailed, Throttled

from people.addresses import address_of
from people.limits import hashed, is_town_hall, over
from people.models import Person, Token


def digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def make_token(person: Person) -> str:
    """Make a key for a person and return it: the only time it can be read."""
    key = secrets.token_urlsafe(32)
    Token.objects.create(person=person, digest=digest(key))
    return key


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Token KEY`; the key is compared by its hash."""

    def authenticate(self, request):
        words = get_authorization_header(request).split()
        if not words or words[0].lower() != b"token":
            return None
        if len(words) != 2:
            raise AuthenticationFailed(_("Write the header as “Authorization: Token KEY”."))
        key = words[1].decode("latin-1")
        token = (
            Token.objects.select_related("person")
            .filter(digest=digest(key), person__is_active=True)
            .first()
        )
        if token is None:
            refuse_guessing(request)
            raise AuthenticationFailed(
                _("This token is not valid. Ask the operator for a new one.")
            )
        token.person.came_by_token = True
        return token.person, token

    def authenticate_header(self, request):
        return "Token"


def refuse_guessing(request) -> None:
    """Wrong keys from one neighbourhood are counted like wrong passwords."""
    address = address_of(request)
    most, span = settings.LIMITS["sign-in"]
    if not is_town_hall(address) and (seconds := over(f"token.{hashed(address)}", most, span)):
        raise Throttled(seconds)


class SignedInAuthentication(SessionAuthentication):
    """The session cookie with CSRF; refusals are 401, because signing in would mend them."""

    def authenticate_header(self, request):
        return "Session"
