"""Polls as data. A tally leaves here only after closing: before, its columns do not exist."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from frontend.twins.twin import Column, Here, Twin
from voting.api import PollSerializer
from voting.ballots import YES_NO
from voting.models import Poll
from voting.queries.reading import poll_by_id, result_of

OPTIONS = (
    Column("key", gettext_lazy("What ballots and files call the option")),
    Column("title", gettext_lazy("The option in words; empty for yes, no and abstain")),
    Column("cost", gettext_lazy("What it costs, in cents")),
    Column("proposal", gettext_lazy("Number of the proposal behind it")),
)
TALLY = (
    Column("votes", gettext_lazy("Ballots with this option")),
    Column("selected", gettext_lazy("Whether it was published as won; empty where nothing was")),
)


def poll(request, poll_id: int) -> Twin:
    found = poll_by_id(poll_id)
    if found is None:
        raise Http404
    counted = result_of(found)
    facts = dict(PollSerializer(found).data)
    del facts["options"]
    facts |= {"url": Here(found.get_absolute_url())}
    if counted:
        facts |= {"cast": counted["cast"], "blank": counted["blank"]}
    return Twin(
        title=found.question,
        columns=OPTIONS + TALLY if counted else OPTIONS,
        rows=option_rows(found, counted),
        facts=facts,
        notes=()
        if counted
        else (_("No tally is published before voting closes and the ballots are counted."),),
    )


def option_rows(poll: Poll, counted: dict | None) -> list[dict[str, Any]]:
    if poll.kind == Poll.Kind.YES_NO:
        rows = [{"key": key, "title": None, "cost": None, "proposal": None} for key in YES_NO]
    else:
        rows = [
            {
                "key": one.key,
                "title": one.title,
                "cost": one.cost,
                "proposal": one.proposal_id,
                "selected": one.selected,
            }
            for one in poll.options.all()
        ]
    if counted is None:
        return rows
    votes = {one["key"]: one["votes"] for one in counted["options"]}
    return [{"selected": None} | row | {"votes": votes.get(row["key"])} for row in rows]
