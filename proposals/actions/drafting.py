"""Keeping a proposal that is still being written."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from intake.text import showable
from proposals.models import Draft

MOST_KEPT = 60_000  # of each text, also one that will be refused as too long


@transaction.atomic
def save_draft(*, person, consultation, **fields: Any) -> Draft:
    """Keep what was typed, whatever it is: nothing is judged before it is sent.

    Only the fields given change. Text that no database could hold is kept without the characters
    that cannot be stored.
    """
    kept = {name: keepable(value) for name, value in fields.items()}
    draft, _new = Draft.objects.update_or_create(
        person=person, consultation=consultation, defaults=kept
    )
    return draft


@transaction.atomic
def forget_draft(*, person, consultation) -> None:
    """Throw the draft away, because its writer asked for it."""
    Draft.objects.filter(person=person, consultation=consultation).delete()


def keepable(value: Any) -> Any:
    """What was typed, however deep it stands, without what no database keeps."""
    if isinstance(value, str):
        return showable(value)[:MOST_KEPT]
    if isinstance(value, Mapping):
        return {keepable(name): keepable(inner) for name, inner in value.items()}
    return [keepable(inner) for inner in value] if isinstance(value, list | tuple) else value
