"""How the notices of this app read."""

from django.utils.translation import gettext_lazy as _

from people.notices import phrase

PAST = _("This day is past. Name one still to come.")


def register_phrases() -> None:
    phrase("answer.published", _("The city has answered “%(title)s”."))
