"""How the notices of this app read."""

from django.utils.translation import gettext_lazy as _

from people.notices import phrase


def register_phrases() -> None:
    phrase("role.given", _("You now hold a role for %(where)s: %(role)s."))
    phrase("role.taken", _("You no longer hold this role for %(where)s: %(role)s."))
    phrase("phase.extended", _("%(phase)s of “%(title)s” now lasts until %(date)s."))
    phrase("phase.opened", _("%(phase)s of “%(title)s” has begun. It lasts until %(date)s."))
    phrase("phase.closed", _("%(phase)s of “%(title)s” is over."))
