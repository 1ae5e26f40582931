"""What code above hangs onto a person. Filled in by upper apps' `ready()`.

`own_data` and `kept_apart` together name every foreign key to `Person`: a test looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from people.models import Person
    from people.verdicts import Verdict


@dataclass(frozen=True)
class Part:
    """One kind of thing that is kept of a person, as she reads it and takes it along.

    `columns` names what each row holds, in the order of the page; `covers` the foreign keys
    (`voting.Support.person`) whose rows are all in it.
    """

    key: str
    title: Any
    columns: dict[str, Any]
    rows: Callable[[Person], Iterable[Mapping[str, object]]]
    covers: tuple[str, ...] = field(default=())


own_data: list[Part] = []
"""Parts of the export of one's own data. Each app puts its own in front, so that the lowest floor,
which is loaded last, comes first."""

kept_apart: dict[str, Any] = {}
"""Foreign keys to `Person` whose rows are not exported, each with the reason."""


@dataclass(frozen=True)
class Effect:
    """What leaving does, in a sentence: `goes` is deleted, `stays` remains without the person,
    `runs` is still open and needs a look before."""

    sentence: str
    what: str
    url: str = ""


GOES, STAYS, RUNS = "goes", "stays", "runs"

effects_of_leaving: list[Callable[[Person], Iterable[Effect]]] = []
"""Told before anything happens, with this person's own numbers."""

may_leave: list[Callable[[Person], Verdict]] = []
"""Duties that must be handed over first."""

returning: list[Callable[[Person], Any]] = []
"""Run when an address is confirmed: what its owner gave before she left is hers again."""

leaving: list[Callable[[Person], Any]] = []
"""Run in the transaction in which the person is deleted, before her row goes."""
