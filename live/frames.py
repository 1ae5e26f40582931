"""What a client may say, `polyphony.live.v1`: parsed at the one door, refused with a code."""

from dataclasses import dataclass, field

from intake import json
from intake.errors import BadInput

OPS = {"sub", "unsub", "ping"}


@dataclass(frozen=True)
class Frame:
    """One well-formed wish of a client. `have` holds the versions it already shows."""

    op: str
    topics: list[str] = field(default_factory=list)
    have: dict[str, int] = field(default_factory=dict)


def parse(text: str, *, max_bytes: int) -> Frame:
    """The frame that a text spells, or `BadInput` whose `code` the error frame repeats."""
    facts = json.loads(text, max_bytes=max_bytes, max_depth=4)
    if not isinstance(facts, dict):
        raise BadInput("A frame is an object.", code="bad-frame")
    op = facts.get("op")
    if not isinstance(op, str) or op not in OPS:
        raise BadInput("A frame's op is sub, unsub or ping.", code="unknown-op")
    topics, have = facts.get("topics", []), facts.get("have", {})
    if op != "ping" and not is_list_of_names(topics):
        raise BadInput("topics is a list of topics.", code="bad-topics")
    if not isinstance(have, dict) or not all(map(is_version, have.values())):
        raise BadInput("have maps topics to versions.", code="bad-have")
    return Frame(op, list(dict.fromkeys(topics)) if op != "ping" else [], have)


def is_list_of_names(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) for v in value)


def is_version(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
