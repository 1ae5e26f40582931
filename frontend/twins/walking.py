"""Walking through a long table a bit at a time, so that memory stays the same however long it is."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)

STEP = 200


def newest_first(rows: QuerySet[Row], step: int = STEP) -> Iterator[Row]:
    """Every row by falling id. Each step is a question of its own that begins below the last row:
    the last step costs what the first does, and nothing is held open between them."""
    rows = rows.order_by("-pk")
    last: Any = None
    while True:
        found = list((rows if last is None else rows.filter(pk__lt=last))[:step])
        more = len(found) == step
        last = found[-1].pk if found else last
        found.reverse()
        while found:  # what has been sent need not be kept until the next step is here
            yield found.pop()
        if not more:
            return
