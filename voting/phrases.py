"""Sentences and dates shown to people."""

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from people import formats


def _day(at) -> str:
    return formats.day_and_year(timezone.localtime(at))


def _moment(at) -> str:
    return formats.full_moment(at)


day = lazy(_day, str)
moment = lazy(_moment, str)

OPEN_POLL = _(
    "This is an open poll: your choice is kept with your account, so that you can change it. "
    "Only you see it; it is never published. Nobody, staff included, sees any figures but the "
    "turnout before voting closes."
)
