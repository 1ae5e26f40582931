"""Two ways to divide a budget beside each other: by votes, and in equal shares."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from frontend.figures import Strip, strips
from people.formats import money
from people.formats import number as written
from voting.counting.words import Money, Sentence
from voting.models import Option, Poll


def ways_values(poll: Poll, facts: dict) -> dict | None:
    """Everything `pages/poll/ways.html` shows, from what was kept when the poll was counted."""
    ways = facts.get("ways")
    if not ways:
        return None
    troubles = [said(way["trouble"]) for way in ways.values() if "trouble" in way]
    if troubles:
        return {"troubles": troubles}
    options = list(poll.options.all())
    return {
        "sentence": difference(poll, options, ways),
        "without": without(ways["compared"]),
        "more": more(ways["compared"]),
        "names": [
            {"name": _("By votes"), "sentence": said(ways["greedy"]["sentence"])},
            {"name": _("Equal Shares"), "sentence": said(ways["equal_shares"]["sentence"])},
        ],
        "figure": figure(poll, options, ways),
        "table": table(poll, options, ways),
        "rounds": rounds(poll, options, ways["equal_shares"]["rounds"]),
        "reasons": reasons(options, ways),
        "hashes": [ways["greedy"]["sha256"], ways["equal_shares"]["sha256"]],
    }


def said(stored: dict) -> str:
    """A sentence of the counting engine in the reader's language."""
    return Sentence.of_json(stored).render(_, ngettext, shown)


def shown(value) -> str:
    if isinstance(value, Money):
        return money(value.amount, value.currency)
    if isinstance(value, int):
        return written(value)
    return str(value)


def difference(poll: Poll, options: list[Option], ways: dict) -> str:
    """What the choice of the way decides, in one sentence."""
    votes, shares = (set(ways[name]["winners"]) for name in ("greedy", "equal_shares"))
    if votes == shares:
        return ngettext(
            "Both ways pay for the same project.",
            "Both ways pay for the same %(count)s projects.",
            len(votes),
        ) % {"count": len(votes)}
    numbers = {
        "both": len(votes & shares),
        "votes": len(votes - shares),
        "shares": len(shares - votes),
        "votes_spent": money(ways["greedy"]["spent"], poll.currency),
        "shares_spent": money(ways["equal_shares"]["spent"], poll.currency),
    }
    return (
        _(
            "Projects paid for either way: %(both)s. Only by votes: %(votes)s. Only in equal "
            "shares: %(shares)s. By votes %(votes_spent)s are spent, in equal shares "
            "%(shares_spent)s."
        )
        % numbers
    )


def without(compared: dict) -> str:
    return _(
        "No project they chose is paid for: by votes this is so for %(votes)s of %(voters)s "
        "voters, in equal shares for %(shares)s."
    ) % {
        "votes": written(compared["without"]["greedy"]),
        "shares": written(compared["without"]["equal_shares"]),
        "voters": written(compared["voters"]),
    }


def more(compared: dict) -> str:
    return _(
        "More money goes into what they chose: by votes for %(votes)s voters, in equal shares for "
        "%(shares)s."
    ) % {
        "votes": written(compared["more"]["greedy"]),
        "shares": written(compared["more"]["equal_shares"]),
    }


def figure(poll: Poll, options: list[Option], ways: dict) -> dict:
    """The budget as one strip for each way, cut into the projects it pays for."""
    budget = poll.budget or 0
    votes, shares = (set(ways[name]["winners"]) for name in ("greedy", "equal_shares"))
    rows = []
    for name, title, other in (
        ("greedy", _("By votes"), shares),
        ("equal_shares", _("Equal Shares"), votes),
    ):
        won = ways[name]["winners"]
        costs = {option.key: option.cost or 0 for option in options}
        parts = sorted(won, key=lambda key: (key not in other, -costs[key]))
        rows.append(
            Strip(
                name=title,
                note=ngettext(
                    "%(count)s project, %(spent)s", "%(count)s projects, %(spent)s", len(won)
                )
                % {"count": len(won), "spent": money(ways[name]["spent"], poll.currency)},
                parts=[(costs[key], key in other) for key in parts],
            )
        )
    return strips(
        rows,
        whole=budget,
        title=_("The budget of %(budget)s as two strips. %(sentence)s")
        % {"budget": money(budget, poll.currency), "sentence": difference(poll, options, ways)},
        caption=_(
            "Each piece is a project, as wide as it is dear. Filled: paid for either way. Hatched: "
            "in this way only. Empty: not spent."
        ),
    )


def table(poll: Poll, options: list[Option], ways: dict) -> dict:
    names = [_("Cost"), _("By votes"), _("Equal Shares")]
    votes, shares = (set(ways[name]["winners"]) for name in ("greedy", "equal_shares"))
    apart = votes ^ shares
    ordered = sorted(options, key=lambda option: (option.key not in apart, option.order))
    return {
        "caption": _("What each way pays for; first where the two differ."),
        "columns": [
            {"name": _("Project"), "number": False},
            *({"name": name, "number": name == names[0]} for name in names),
        ],
        "rows": [
            {
                "head": option.title,
                "cells": [
                    {
                        "name": names[0],
                        "text": money(option.cost or 0, poll.currency),
                        "number": True,
                    },
                    {"name": names[1], "text": paid(option.key in votes), "number": False},
                    {"name": names[2], "text": paid(option.key in shares), "number": False},
                ],
            }
            for option in ordered
        ],
    }


def paid(won: bool) -> str:
    return pgettext("project", "Paid") if won else "–"


def rounds(poll: Poll, options: list[Option], kept: list[dict]) -> dict:
    """The purchases of Equal Shares in their order, as a table."""
    titles = {option.key: option.title for option in options}
    names = [_("Each paid"), _("Paid in full"), _("Gave the rest they had")]
    bought = [each for each in kept if "price" in each]
    return {
        "caption": _("Each project is paid for by people who chose it, all at the same price."),
        "columns": [
            {"name": _("Bought"), "number": False},
            *({"name": name, "number": True} for name in names),
        ],
        "rows": [
            {
                "head": f"{place}. {titles.get(each['project'], each['project'])}",
                "cells": [
                    {"name": name, "text": text, "number": True}
                    for name, text in zip(
                        names,
                        (
                            money(int(Decimal(each["price"]) * 100), poll.currency),
                            written(each["paid_in_full"]),
                            written(each["gave_the_rest"]),
                        ),
                        strict=True,
                    )
                ],
            }
            for place, each in enumerate(bought, start=1)
        ],
    }


def reasons(options: list[Option], ways: dict) -> list[dict]:
    return [
        {
            "name": option.title,
            "votes": said(ways["greedy"]["reasons"][option.key]),
            "shares": said(ways["equal_shares"]["reasons"][option.key]),
        }
        for option in options
        if option.key in ways["equal_shares"]["reasons"]
    ]
