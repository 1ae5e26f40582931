"""The button where a reader meets something she may follow, in ready values."""

from typing import Any

from people.verdicts import is_signed_in


def follow_values(person: Any, url: str, followed: bool) -> dict[str, Any]:
    """For `components/follow/follow.html`; who is not signed in gets a link, so that reading sets
    no cookie."""
    return {"url": url, "signed_in": is_signed_in(person), "follows": followed}
