"""The frames we send, `polyphony.live.v1`: JSON texts, each encoded once however many read it."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

PROTOCOL = "polyphony.live.v1"

Message = dict[str, Any]
"""An ASGI `websocket.send`; shared between sockets, therefore never changed."""


def message(facts: dict[str, Any]) -> Message:
    return {
        "type": "websocket.send",
        "text": json.dumps(facts, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder),
    }


def hello(epoch: str, *, beat: int, tick: int) -> Message:
    return message({"t": "hello", "epoch": epoch, "beat": beat, "tick": tick})


def refused(topic: str, sentence: Any) -> Message:
    return message({"t": "refused", "topic": topic, "detail": str(sentence)})


def gone(topic: str) -> Message:
    return message({"t": "gone", "topic": topic})


def error(code: str, **more: int) -> Message:
    return message({"t": "error", "code": code, **more})


def bye(retry_ms: int) -> Message:
    return message({"t": "bye", "retry_ms": retry_ms})


BEAT = message({"t": "beat"})


@dataclass(frozen=True)
class Snap:
    """The whole facts of a topic at one version, and of a list the rows that moved.

    `rows` maps a row's id to the row; None where the kind is no list, or the reader needs none.
    `behind` says that too many rows moved: fetch the list once.
    """

    topic: str
    v: int
    data: dict[str, Any]
    rows: dict[Any, dict[str, Any]] | None = None
    behind: bool = False

    @cached_property
    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = {"t": "snap", "topic": self.topic, "v": self.v, "data": self.data}
        if self.behind:
            facts["behind"] = True
        elif self.rows is not None:
            facts["rows"] = list(self.rows.values())
        return facts

    @cached_property
    def message(self) -> Message:
        return message(self.facts)

    def after(self, older: "Snap", *, most_rows: int) -> "Snap":
        """This snap for somebody who has not seen `older` yet: newest facts, rows of both."""
        if self.rows is None and older.rows is None and not (self.behind or older.behind):
            return self
        rows = {**(older.rows or {}), **(self.rows or {})}
        behind = self.behind or older.behind or len(rows) > most_rows
        return Snap(self.topic, self.v, self.data, None if behind else rows, behind)


def snap(topic: str, v: int, data: dict, rows: list[dict] | None, *, most_rows: int) -> Snap:
    """A snap with its rows, or with `behind` where they are too many for one frame."""
    if rows is None:
        return Snap(topic, v, data)
    if len(rows) > most_rows:
        return Snap(topic, v, data, behind=True)
    return Snap(topic, v, data, {row["id"]: row for row in rows})
