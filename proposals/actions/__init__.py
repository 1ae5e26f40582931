"""Every write of proposals, by subject; import them from here."""

from proposals.actions.answering import publish_answer, save_answer_draft
from proposals.actions.counting import raise_counters
from proposals.actions.drafting import forget_draft, save_draft
from proposals.actions.editing import publish_version
from proposals.actions.hiding import hide_proposal, restore_proposal
from proposals.actions.picturing import keep_picture
from proposals.actions.withdrawing import withdraw_proposal
from proposals.actions.writing import submit_proposal

__all__ = [
    "forget_draft",
    "hide_proposal",
    "keep_picture",
    "publish_answer",
    "publish_version",
    "raise_counters",
    "restore_proposal",
    "save_answer_draft",
    "save_draft",
    "submit_proposal",
    "withdraw_proposal",
]
