"""From the posted form to a ballot, and from a ballot to words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from intake.errors import BadInput
from voting.ballots import canonical
from voting.models import Poll


def filled_ballot(poll: Poll, post) -> dict:
    """The ballot as it was filled in; whether it is right is the action's question."""
    if post.get("blank"):
        return {"kind": "blank"}
    if poll.kind == Poll.Kind.YES_NO:
        return {"kind": "yes-no", "choice": post.get("choice", "")}
    return {"kind": "approval", "choices": post.getlist("option")}


def shown_choices(poll: Poll, ballot: dict) -> list[str]:
    """The choices of a ballot in words; raises `BadInput` where they do not fit the poll."""
    options = {option.key: option.title for option in poll.options.all()}
    right = canonical(ballot, kind=poll.kind, keys=options, max_choices=poll.max_choices)
    if right["kind"] == "blank":
        return [_("A blank ballot")]
    if right["kind"] == "yes-no":
        return [choice_word(right["choice"])]
    return [title for key, title in options.items() if key in right["choices"]]


def choice_word(choice: str) -> str:
    return {
        "yes": pgettext("choice", "Yes"),
        "no": pgettext("choice", "No"),
        "abstain": pgettext("choice", "Abstain"),
    }[choice]


def words_of(poll: Poll, ballot: dict) -> list[str]:
    """Like `shown_choices` for a ballot that stands already."""
    try:
        return shown_choices(poll, ballot)
    except BadInput:
        return []
