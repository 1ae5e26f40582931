"""The way in for somebody who was invited: a link that works once, until she has a password."""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.translation import gettext as _

from people.city import city_name
from people.mail import write_letter
from people.models import Person


class FirstPassword(PasswordResetTokenGenerator):
    """Bound to this purpose and to the password she has not yet: it ends by being used."""

    key_salt = "people.first-password"


tokens = FirstPassword()


def link_for(person: Person) -> str:
    """The whole address of her page; whoever holds it may set her password."""
    path = f"/account/first-password/{person.pk}/{tokens.make_token(person)}/"
    return settings.ALLOWED_ORIGINS[0] + path


def holder_of(number: int, token: str) -> Person | None:
    """Whom the link was made for, if it still works: she has no password yet, and time is left."""
    person = Person.objects.filter(pk=number, is_active=True).first()
    if person is None or person.has_usable_password() or not tokens.check_token(person, token):
        return None
    return person


def send_link(person: Person) -> str:
    """Write her a letter with the link, and return the link."""
    link = link_for(person)
    write_letter(
        key=f"first-password.{person.pk}.{link[-40:]}",
        to=person.email,
        subject=_("%(city)s: choose your password") % {"city": city_name()},
        text=_(
            "You are the first organiser of %(city)s. Choose your password on this page within three "
            "days:\n\n%(link)s\n\nThen sign in, and give others their roles. If you did not expect "
            "this letter, tell the person who runs the server."
        )
        % {"city": city_name(), "link": link},
    )
    return link
