"""The result of a poll as one sentence, one figure and its table."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from frontend.figures import Bar, bars
from frontend.pages.poll.ballot_form import choice_word
from frontend.pages.poll.counts import summary_values
from frontend.pages.poll.ways import ways_values
from people.formats import money
from people.formats import number as written
from voting.models import Option, Poll


def result_values(poll: Poll, facts: dict) -> dict:
    """`{"sentence", "facts", "figure", "table", "ways"}` for `pages/poll/result.html`."""
    if "counts" in facts:
        return summary_values(facts)
    if poll.kind == Poll.Kind.YES_NO:
        rows = yes_no_rows(facts)
        sentence = yes_no_sentence(facts)
    else:
        rows = option_rows(poll, facts)
        sentence = approval_sentence(poll, rows)
    return {
        "sentence": sentence,
        "facts": fact_row(poll, facts, rows),
        "figure": figure(rows, sentence),
        "table": table(poll, rows),
        "ways": ways_values(poll, facts),
    }


def yes_no_rows(facts: dict) -> list[dict]:
    votes = {option["key"]: option["votes"] for option in facts["options"]}
    won = "yes" if votes["yes"] > votes["no"] else "no" if votes["no"] > votes["yes"] else None
    return [
        {"name": choice_word(key), "votes": votes[key], "won": key == won, "url": "", "cost": None}
        for key in ("yes", "no", "abstain")
    ]


def option_rows(poll: Poll, facts: dict) -> list[dict]:
    """Options by votes, most first; won is what was published, or without that the most votes."""
    options: dict[str, Option] = {option.key: option for option in poll.options.all()}
    published = any(option.selected is not None for option in options.values())
    most = max((option["votes"] for option in facts["options"]), default=0)
    rows = [
        {
            "name": option["title"],
            "votes": option["votes"],
            "won": bool(options[option["key"]].selected)
            if published
            else option["votes"] == most and most > 0,
            "url": "",
            "cost": options[option["key"]].cost,
        }
        for option in facts["options"]
    ]
    return sorted(rows, key=lambda row: -row["votes"])


def yes_no_sentence(facts: dict) -> str:
    votes = {option["key"]: option["votes"] for option in facts["options"]}
    numbers = {"yes": written(votes["yes"]), "no": written(votes["no"])}
    if votes["yes"] > votes["no"]:
        return _("Yes has more ballots than no: %(yes)s to %(no)s.") % numbers
    if votes["no"] > votes["yes"]:
        return _("No has more ballots than yes: %(no)s to %(yes)s.") % numbers
    return _("Yes and no have %(yes)s ballots each: nobody won.") % numbers


def approval_sentence(poll: Poll, rows: list[dict]) -> str:
    winners = [row for row in rows if row["won"]]
    if poll.budget is not None and winners:
        spent = sum(row["cost"] or 0 for row in winners)
        return _("%(won)s of %(all)s projects are paid for: %(spent)s of %(budget)s.") % {
            "won": len(winners),
            "all": len(rows),
            "spent": money(spent, poll.currency),
            "budget": money(poll.budget, poll.currency),
        }
    if not winners:
        return _("Nobody ticked anything.")
    if len(winners) == 1:
        return ngettext(
            "“%(name)s” was ticked most often: on %(count)s ballot.",
            "“%(name)s” was ticked most often: on %(count)s ballots.",
            winners[0]["votes"],
        ) % {"name": winners[0]["name"], "count": written(winners[0]["votes"])}
    return _("%(number)s options share the most ballots, %(count)s each.") % {
        "number": len(winners),
        "count": written(winners[0]["votes"]),
    }


def fact_row(poll: Poll, facts: dict, rows: list[dict]) -> list[dict]:
    shown = [{"name": _("ballots"), "value": written(facts["cast"])}]
    if facts["blank"]:
        shown.append({"name": _("of them blank"), "value": written(facts["blank"])})
    if poll.budget is not None:
        won = [row for row in rows if row["won"]]
        if won:
            shown.append({"name": _("projects"), "value": f"{len(won)} / {len(rows)}"})
        shown.append({"name": _("budget"), "value": money(poll.budget, poll.currency)})
    return shown


def figure(rows: list[dict], sentence: str) -> dict:
    return bars(
        [Bar(row["name"], row["votes"], row["won"]) for row in rows],
        title=_("Bars: ballots for each choice. %(sentence)s The table holds the same figures.")
        % {"sentence": sentence},
        caption=_("Ballots for each. Filled: won. Hatched: did not."),
    )


def table(poll: Poll, rows: list[dict]) -> dict:
    costs = poll.budget is not None
    columns = [
        {"name": _("Choice"), "number": False},
        *([{"name": _("Cost"), "number": True}] if costs else []),
        {"name": _("Ballots"), "number": True},
        {"name": _("Outcome"), "number": False},
    ]
    return {
        "caption": _("Ballots for each choice, most first."),
        "columns": columns,
        "rows": [{"head": row["name"], "cells": cells(poll, row, costs)} for row in rows],
    }


def cells(poll: Poll, row: dict, costs: bool) -> list[dict]:
    cost = money(row["cost"], poll.currency) if row["cost"] is not None else ""
    return [
        *([{"name": _("Cost"), "text": cost, "number": True}] if costs else []),
        {"name": _("Ballots"), "text": written(row["votes"]), "number": True},
        {"name": _("Outcome"), "text": _("Won") if row["won"] else "–", "number": False},
    ]
