"""How the points are written down: who said what, on which day, to which proposal."""

from ..shapes import Hiding, Point, Reply, prose


def pro(
    proposal: str, author: str, day: int, body: str, *replies: Reply, earlier: str = ""
) -> Point:
    return Point(proposal, "for", author, day, prose(body), replies, earlier=prose(earlier))


def con(
    proposal: str, author: str, day: int, body: str, *replies: Reply, hidden: Hiding | None = None
) -> Point:
    return Point(proposal, "against", author, day, prose(body), replies, hidden)


def ask(proposal: str, author: str, day: int, body: str, *replies: Reply) -> Point:
    return Point(proposal, "question", author, day, prose(body), replies)


def reply(author: str, day: int, body: str) -> Reply:
    return Reply(author, day, prose(body))
