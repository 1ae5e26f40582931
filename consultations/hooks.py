"""What upper apps fill in, in their `ready()`; run inside the transaction or query that calls."""

from collections.abc import Callable
from typing import Any

moved_rows: list[Callable[[int, int], list[dict[str, Any]]]] = []
"""`(consultation id, since v)` → rows of its list that moved after that version of its topic."""

consultation_published: list[Callable[[Any], None]] = []
"""Called with the consultation in the transaction that publishes it."""
