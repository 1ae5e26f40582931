"""What code above may hang onto an act below. Filled in by upper apps' `ready()`.

Each is a named list of callables; they run inside the transaction of the act, in the order in
which they were added, and a failing one undoes the act.
"""

from collections.abc import Callable
from typing import Any

Hook = list[Callable[..., Any]]

version_published: Hook = []
"""`(proposal, version)`: a later version stands; people who supported an earlier one are told."""

proposal_withdrawn: Hook = []
"""`(proposal, withdrawal)`: the author took the proposal back."""

answer_published: Hook = []
"""`(proposal, answer)`: the city has answered."""


def run(hook: Hook, **facts: Any) -> None:
    """Call everything that hangs on a hook."""
    for call in hook:
        call(**facts)
