"""From an address on a page to the item it shows."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from discussions.models import Point
from discussions.queries.points import public_points
from people.languages import cut
from proposals.models import Proposal

POINT = re.compile(r"/points/([0-9]{1,18})/?", re.ASCII)
PROPOSAL = re.compile(r"/proposals/([0-9]{1,18})(?:-[^/]*)?(?:/|/points/?)?", re.ASCII)
POINT_MARK = re.compile(r"point-([0-9]{1,18})", re.ASCII)
ITEM = re.compile(r"(point|proposal)-([0-9]{1,18})", re.ASCII)


def public_item_at(address: str) -> Proposal | Point | None:
    """The proposal or point which everybody can read at this address of ours, or None.

    Hidden things and things that never were are answered alike.
    """
    found = named_in(address)
    return public_item(*found) if found else None


def named_in(address: str) -> tuple[str, int] | None:
    """`("point", 12)` for `/points/12/`, `/proposals/34-shade/#point-12`, with or without
    language and host."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.netloc and not is_ours(parts.netloc):
        return None
    path = cut(parts.path)[1]
    if match := POINT_MARK.fullmatch(parts.fragment) or POINT.fullmatch(path):
        return "point", int(match[1])
    if match := PROPOSAL.fullmatch(path):
        return "proposal", int(match[1])
    return None


def item_key(item: Proposal | Point) -> str:
    """`point-12`: how an item is named in addresses of the desk and in snapshots."""
    return f"{'point' if isinstance(item, Point) else 'proposal'}-{item.pk}"


def parse_key(key: str) -> tuple[str, int] | None:
    match = ITEM.fullmatch(key)
    return (match[1], int(match[2])) if match else None


def item_of(kind: str, number: int) -> Proposal | Point | None:
    """The item whatever its state, for those who judge, with what a judgement needs."""
    if kind == "point":
        return with_surroundings(Point.objects.filter(pk=number), "proposal__").first()
    return with_surroundings(Proposal.objects.filter(pk=number)).first()


def public_item(kind: str, number: int) -> Proposal | Point | None:
    if kind == "point":
        return with_surroundings(public_points().filter(pk=number), "proposal__").first()
    return with_surroundings(Proposal.objects.public().filter(pk=number)).first()


def with_surroundings(items, prefix=""):
    return items.select_related(
        "author", f"{prefix}consultation", f"{prefix}withdrawal"
    ).prefetch_related(f"{prefix}consultation__phases")


def is_ours(netloc: str) -> bool:
    host, _port = split_domain_port(netloc.lower())
    return validate_host(host, settings.ALLOWED_HOSTS)
