"""The same facts by HTTP, for where no socket can be opened: `GET /api/v1/live/?topics=…&have=…`."""

import hashlib
from typing import Any

from django.utils.cache import patch_vary_headers
from drf_spectacular.utils import OpenApiParameter, OpenApiTypes, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from intake.errors import BadInput
from live import envelopes, epoch, phrases, reading, topics
from live.limits import Limits


class LiveView(APIView):
    """What a socket would have answered to `sub`: newer facts, and what is refused.

    Asked every 5 to 15 seconds. The ETag is made of versions, so that an answer without news costs
    one query and no facts. Public topics load no session.
    """

    def perform_authentication(self, request: Request) -> None:
        """Leave it until a private topic asks."""

    @extend_schema(
        operation_id="live",
        description="Current facts of topics, for clients that cannot open the socket /live/.",
        parameters=[
            OpenApiParameter("topics", str, required=True, description="proposal.34,poll.3"),
            OpenApiParameter("have", str, description="Versions shown: proposal.34:417,poll.3:9"),
        ],
        responses={200: OpenApiTypes.OBJECT, 304: None},
    )
    def get(self, request: Request) -> Response:
        limits = Limits.in_force()
        asked, have = read_query(request, limits.topics_per_socket)
        refused = {topic: why for topic in asked if (why := refusal(request, topic))}
        allowed = [topic for topic in asked if topic not in refused]
        private = any(topics.kinds[t.split(".")[0]].may_follow for t in allowed)

        life, versions = epoch.current(), reading.versions_of(allowed)
        tag = etag(life, versions, have, refused)
        if not private and tag in request.headers.get("If-None-Match", ""):
            return answer(None, 304, tag, private)
        known: dict[str, int | None] = {
            t: v for t, v in versions.items() if t not in have or have[t] != v
        }
        wishes = [
            (t, have[t]) for t, v in known.items() if t in have and v is not None and have[t] < v
        ]
        found = reading.read(known, wishes)
        snaps = [
            snap(topic, found, have, limits.rows_per_frame)
            for topic in known
            if topic not in found.failed
        ]
        facts = {
            "epoch": life,
            "topics": [s for s in snaps if s["t"] == "snap"],
            "gone": [s["topic"] for s in snaps if s["t"] == "gone"],
            "refused": [{"topic": t, "detail": str(why)} for t, why in refused.items()],
        }
        return answer(facts, 200, tag, private)


def read_query(request: Request, limit: int) -> tuple[list[str], dict[str, int]]:
    """The topics asked for and the versions held, or a sentence about what is wrong."""
    asked = [t for t in dict.fromkeys(request.GET.get("topics", "").split(",")) if t]
    if not asked:
        raise BadInput(phrases.NAME_TOPICS, field="topics")
    if len(asked) > limit:
        raise BadInput(phrases.TOO_MANY_TOPICS % {"limit": limit}, field="topics")
    have = {}
    for pair in filter(None, request.GET.get("have", "").split(",")):
        topic, _, version = pair.rpartition(":")
        if not (topics.find(topic) and version.isascii() and version.isdigit()):
            raise BadInput(phrases.BAD_HAVE, field="have")
        have[topic] = int(version[:18])
    return asked, have


def refusal(request: Request, topic: str) -> Any:
    """Why this reader may not follow a topic; empty when she may."""
    place = topics.find(topic)
    if place is None:
        return phrases.NOTHING_HERE
    kind, number = place
    if kind.may_follow is None:
        return ""
    person = request.user if request.user.is_authenticated else None
    verdict = kind.may_follow(person, number)
    return "" if verdict else str(verdict) or phrases.NOTHING_HERE


def snap(topic: str, found: reading.Found, have: dict[str, int], most_rows: int) -> dict:
    data = found.data.get(topic)
    if data is None:
        return {"t": "gone", "topic": topic}
    rows = found.rows.get((topic, have.get(topic, -1)))
    return envelopes.snap(topic, found.versions[topic], data, rows, most_rows=most_rows).facts


def etag(life: str, versions: dict, have: dict, refused: dict) -> str:
    facts = repr((life, sorted(versions.items()), sorted(have.items()), sorted(refused)))
    return f'W/"{hashlib.sha256(facts.encode()).hexdigest()[:24]}"'


def answer(facts: dict | None, status: int, tag: str, private: bool) -> Response:
    headers = {"ETag": tag, "Cache-Control": "no-store" if private else "no-cache"}
    response = Response(facts, status=status, headers=headers)
    patch_vary_headers(response, ["Cookie", "Authorization"] if private else ["Accept"])
    return response
