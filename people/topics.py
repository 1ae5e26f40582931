"""`person.12`: private to person 12; how many notices she has not read."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from live.topics import TopicKind, register
from people.queries import unread_of
from people.verdicts import YES, Verdict, is_signed_in, no, sign_in_first


def snapshot(keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    """`{"unread": n}` for each person, in one query."""
    return {key: {"unread": unread} for key, unread in unread_of(keys).items()}


def may_follow(person: Any, key: int) -> Verdict:
    """Only she herself."""
    if not is_signed_in(person):
        return sign_in_first(_("Sign in to follow your notices."))
    return YES if person.pk == key else no(_("Only the person herself can follow her notices."))


def is_herself(person: Any, key: int) -> bool:
    return person is not None and person.pk == key


def register_topics() -> None:
    register(TopicKind("person", snapshot, may_follow=may_follow, recheck=is_herself))
