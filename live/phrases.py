"""Sentences that followers may be shown."""

from django.utils.translation import gettext_lazy as _

NOTHING_HERE = _("There is nothing to follow here.")
TOO_MANY_TOPICS = _("One page can follow %(limit)d things at once.")
ASK_AGAIN = _("We could not check this just now. Reload the page to try again.")
NAME_TOPICS = _("Say which topics, for example ?topics=proposal.34.")
BAD_HAVE = _("Write have as topic:version, for example have=proposal.34:417.")
