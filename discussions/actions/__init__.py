"""Every write of the discussions: points, reactions, reports, claims, decisions."""

from discussions.actions.changing import correct_point, delete_point, withdraw_point
from discussions.actions.claiming import claim_item, release_item
from discussions.actions.judging import decide
from discussions.actions.pointing import post_point
from discussions.actions.reacting import react, take_back
from discussions.actions.reporting import report_item

__all__ = [
    "claim_item",
    "correct_point",
    "decide",
    "delete_point",
    "post_point",
    "react",
    "release_item",
    "report_item",
    "take_back",
    "withdraw_point",
]
