"""Each privileged act in words; what its row says of it stands in the placeholders."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ACTS: dict[str, Any] = {
    "answer.published": _("Published the city’s answer"),
    "backup.made": _("Made a backup"),
    "backup.restored": _("Restored a backup"),
    "city.changed": _("Changed the city: %(what)s"),
    "city.translated": _("Translated the city’s words: %(language)s"),
    "city.started": _("Started the city of %(name)s"),
    "consultation.begun": _("Began the consultation “%(title)s”"),
    "consultation.changed": _("Changed a draft: %(task)s"),
    "consultation.published": _("Published the consultation “%(title)s”"),
    "consultation.translated": _("Translated a consultation: %(language)s"),
    "item.dismiss": _("Dismissed what was reported, decision %(decision)s"),
    "item.hide": _("Hid an item, decision %(decision)s"),
    "item.restore": _("Restored an item, decision %(decision)s"),
    "mail.tried": _("Tried the mail"),
    "phase.extended": _("Let the phase “%(phase)s” last to %(until)s"),
    "poll.made": _("Made the poll “%(question)s”"),
    "poll.removed": _("Removed the poll “%(question)s”"),
    "role.ended": _("The role %(role)s ended, because its holder left"),
    "role.given": _("Gave %(person)s the role %(role)s"),
    "role.taken": _("Took the role %(role)s from %(person)s"),
    "text.saved": _("Saved the text “%(page)s” (%(language)s), version %(version)s"),
    "token.made": _("Made a token for %(person)s"),
}


PARTS: dict[str, Any] = {
    "question": _("the question"),
    "field": _("place and themes"),
    "participants": _("who may take part"),
    "phases": _("the phases"),
    "promise": _("the promise"),
    "departments": _("the departments"),
    "name": _("the name"),
    "colour": _("the colour"),
    "crest": _("the crest"),
    "languages": _("the languages"),
}
"""What of a draft or of the city was changed, as its row names it."""


def parts_in_words(named: str) -> str:
    """`name, crest` as people say it."""
    return ", ".join(str(PARTS.get(part, part)) for part in named.split(", "))


def in_words(act: str, facts: dict[str, Any]) -> str:
    """The sentence for an act; an act without one is named as it is."""
    sentence = ACTS.get(act)
    if sentence is None:
        return act
    try:
        return str(sentence) % facts
    except (KeyError, TypeError, ValueError):
        return act


def labels() -> list[tuple[str, str]]:
    """What one can filter by: the first word of each act, in words."""
    return [
        ("answer", str(_("Answers"))),
        ("backup", str(_("Backups"))),
        ("city", str(_("The city"))),
        ("consultation", str(_("Consultations"))),
        ("item", str(_("Moderation"))),
        ("phase", str(_("Phases"))),
        ("poll", str(_("Polls"))),
        ("role", str(_("Roles"))),
        ("text", str(_("Texts"))),
        ("token", str(_("Tokens"))),
    ]
