"""How a long count tells how far it is, and when it gives up."""

from collections.abc import Callable

from voting.counting.errors import BadCount
from voting.counting.words import _

MOST_STEPS = 5_000_000


class Progress:
    """Called at each step of a long count; `told(done, total)` hears of it, `most` steps are the cap.

    `total` is None where nobody knows beforehand.
    """

    def __init__(
        self, told: Callable[[int, int | None], None] | None = None, most: int = MOST_STEPS
    ):
        self.told, self.most, self.done = told, most, 0

    def step(self, total: int | None = None) -> None:
        self.done += 1
        if self.done > self.most:
            raise BadCount(
                _(
                    "The count was not finished after %(most)s steps. Choose a larger increment "
                    "or completion=add-opt, or raise --cap.",
                    most=self.most,
                )
            )
        if self.told:
            self.told(self.done, total)
