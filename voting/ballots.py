"""Ballots as canonical JSON; what does not fit the poll is refused with a sentence.

Pure functions: no database. Shapes, by kind:
`{"kind":"yes-no","choice":"yes"|"no"|"abstain"}` · `{"kind":"approval","choices":["p1"]}` ·
`{"kind":"blank"}`.
"""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.errors import BadInput

YES_NO = ("yes", "no", "abstain")
BLANK = {"kind": "blank"}


def canonical(raw: Any, *, kind: str, keys: Collection[str], max_choices: int | None) -> dict:
    """The ballot as it is stored: known kind, known options, sorted, nothing else in it.

    Raises `BadInput` with a sentence for everything that is not exactly a ballot of this poll.
    """
    if not isinstance(raw, dict) or not isinstance(raw.get("kind"), str):
        raise BadInput(
            _("Send the ballot as an object with its “kind”."), code="bad-ballot", field="ballot"
        )
    if raw["kind"] == "blank":
        _only(raw, {"kind"})
        return dict(BLANK)
    if raw["kind"] != kind:
        raise BadInput(
            _("This poll takes ballots of the kind “%(kind)s”.") % {"kind": kind},
            code="bad-ballot",
            field="ballot",
        )
    return _yes_no(raw) if kind == "yes-no" else _approval(raw, keys, max_choices)


def _yes_no(raw: dict) -> dict:
    _only(raw, {"kind", "choice"})
    if raw.get("choice") not in YES_NO:
        raise BadInput(_("Choose yes, no or abstain."), code="bad-ballot", field="choice")
    return {"choice": raw["choice"], "kind": "yes-no"}


def _approval(raw: dict, keys: Collection[str], max_choices: int | None) -> dict:
    _only(raw, {"kind", "choices"})
    choices = raw.get("choices")
    if not isinstance(choices, list) or not all(isinstance(choice, str) for choice in choices):
        raise BadInput(
            _("Send the choices as a list of option ids."), code="bad-ballot", field="choices"
        )
    if len(choices) > len(keys) or set(choices) - set(keys):
        raise BadInput(_("A choice is not on this ballot."), code="bad-ballot", field="choices")
    if len(set(choices)) < len(choices):
        raise BadInput(_("An option is ticked twice."), code="bad-ballot", field="choices")
    if not choices:
        raise BadInput(
            _("Tick at least one option, or vote blank."), code="bad-ballot", field="choices"
        )
    if max_choices and len(choices) > max_choices:
        too_many = len(choices) - max_choices
        raise BadInput(
            ngettext(
                "Untick %(count)d option: %(max)d may be ticked.",
                "Untick %(count)d options: %(max)d may be ticked.",
                too_many,
            )
            % {"count": too_many, "max": max_choices},
            code="bad-ballot",
            field="choices",
        )
    return {"choices": sorted(choices), "kind": "approval"}


def _only(raw: dict, fields: set[str]) -> None:
    if set(raw) - fields:
        raise BadInput(
            _("The ballot has fields that do not belong on it."), code="bad-ballot", field="ballot"
        )
