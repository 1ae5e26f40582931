"""How ranked ballots were counted: a figure, its table, every stage and every option in words."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from frontend.courses import Runner, course, pairs
from frontend.figures import Bar, bars
from frontend.sentences import said, shown
from people.formats import number as written


def rule_name(rule: str) -> str:
    names = {
        "irv": _("Instant run-off"),
        "schulze": _("Schulze: everybody against everybody"),
        "borda": _("Borda: points by place"),
        "stv-scottish": _("Single transferable vote, as in Scottish councils"),
    }
    return names.get(rule, rule)


def elected_sentence(count: Mapping[str, Any]) -> str:
    names = [count["names"][key] for key in count["winners"]]
    return ngettext("%(names)s is elected.", "%(names)s are elected.", len(names)) % {
        "names": ", ".join(names)
    }


def counts_values(counts: Sequence[Mapping[str, Any]]) -> list[dict]:
    """Each count for `pages/poll/counts.html`; the first is the one that decides."""
    return [
        {
            "id": f"count-{place}",
            "title": rule_name(count["rule"]["rule"]),
            "beside": place > 1,
            "rule": said(count["sentence"]),
            "sentence": elected_sentence(count),
            "ties": [tie_words(tie, count["names"]) for tie in count["ties"]],
            "told": [
                {"name": count["names"][each["option"]], "value": said(each["sentence"])}
                for each in in_order(count)
            ],
            **SHOWN.get(count["rule"]["rule"], points_values)(count),
        }
        for place, count in enumerate(counts, start=1)
    ]


def in_order(count: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Explanations: the winners as they were elected, then who stayed longest."""
    stay = {
        each["option"]: each["facts"].get("stage") or each["facts"].get("round") or 0
        for each in count["explanations"]
    }
    place = {key: number for number, key in enumerate(count["winners"])}
    return sorted(
        count["explanations"],
        key=lambda each: (
            place.get(each["option"], len(place)),
            -stay[each["option"]],
            -Fraction(count["scores"][each["option"]]),
        ),
    )


def tie_words(tie: Mapping[str, Any], names: Mapping[str, str]) -> str:
    who = ", ".join(names[key] for key in tie["tied"])
    by = {
        "lot": _("The lot drawn before the count parted these: %(who)s."),
        "votes": _("More ballots parted these: %(who)s."),
        "earlier-stage": _("An earlier stage parted these: %(who)s."),
    }
    return by[tie["by"]] % {"who": who}


def stages_values(count: Mapping[str, Any]) -> dict:
    """Rounds of a run-off, or stages of STV."""
    rounds, names = count["rounds"], count["names"]
    scottish = count["rule"]["rule"] == "stv-scottish"
    limit = Fraction(rounds[0]["quota"]) if scottish else None
    runners = [runner(each["option"], count) for each in in_order(count)]
    number = len(rounds)
    title = ngettext(
        "Columns: votes for each candidate at %(count)s stage. %(sentence)s",
        "Columns: votes for each candidate at %(count)s stages. %(sentence)s",
        number,
    ) % {"count": number, "sentence": elected_sentence(count)}
    caption = _("A column for each stage. Filled: elected. Hatched: not yet, or not.")
    if scottish:
        caption = _("%(columns)s Broken line: the quota of %(quota)s.") % {
            "columns": caption,
            "quota": written(rounds[0]["quota"]),
        }
    return {
        "course": course(runners, limit=limit, title=title, caption=caption),
        "stages": [
            {
                "name": _("Stage %(number)s") % {"number": place},
                "text": stage_words(each, names, first=place == 1),
            }
            for place, each in enumerate(rounds, start=1)
        ],
        "stages_title": _("Stage by stage"),
        "table": stages_table(count),
    }


def runner(key: str, count: Mapping[str, Any]) -> Runner:
    rounds = count["rounds"]
    out = next((n for n, each in enumerate(rounds) if gone(each) == key), None)
    last = len(rounds) if out is None else out + (0 if "kind" in rounds[0] else 1)
    elected = next((n for n, each in enumerate(rounds) if key in elected_at(each)), None)
    if elected is not None:
        fate = _("elected at stage %(stage)s") % {"stage": elected + 1}
    elif out is not None:
        fate = _("out at stage %(stage)s") % {"stage": out + 1}
    else:
        fate = _("not elected")
    votes = [Fraction(each["totals"][key]) for each in rounds[:last] if key in each["totals"]]
    return Runner(count["names"][key], fate, votes, elected)


def gone(each: Mapping[str, Any]) -> str | None:
    """Who goes out at a stage: named by STV with the stage it opens, by a run-off with the round it ends."""
    return each.get("of") if each.get("kind") == "exclusion" else each.get("excluded")


def elected_at(each: Mapping[str, Any]) -> list[str]:
    found = each.get("elected") or []
    return [found] if isinstance(found, str) else list(found)


def stage_words(each: Mapping[str, Any], names: Mapping[str, str], *, first: bool) -> str:
    """What happened at a stage, in one or two sentences."""
    parts = []
    if each.get("kind") == "surplus":
        parts.append(
            _("The votes that %(name)s does not need pass on: %(to)s.")
            % {"name": names[each["of"]], "to": passed(each, names)}
        )
    elif out := gone(each):
        parts.append(
            _("%(name)s has the fewest votes and goes out; its votes pass on: %(to)s.")
            % {"name": names[out], "to": passed(each, names)}
        )
    elif first:
        parts.append(_("First places are counted."))
    for key in elected_at(each):
        parts.append(
            _("%(name)s is elected with %(votes)s votes.")
            % {"name": names[key], "votes": shown(each["totals"][key])}
        )
    return " ".join(parts)


def passed(each: Mapping[str, Any], names: Mapping[str, str]) -> str:
    moved = sorted(each.get("transfers", {}).items(), key=lambda row: -Fraction(row[1]))
    words = [f"{names[key]} {shown(votes)}" for key, votes in moved]
    stuck = each.get("transfers_nontransferable", each.get("transfers_exhausted", 0))
    if Fraction(stuck):
        words.append(_("to nobody %(votes)s") % {"votes": shown(stuck)})
    return ", ".join(words) or _("to nobody")


def stages_table(count: Mapping[str, Any]) -> dict:
    rounds = count["rounds"]
    heads = [str(place) for place in range(1, len(rounds) + 1)]
    rows = [
        {
            "head": count["names"][each["option"]],
            "cells": cells(heads, [one["totals"].get(each["option"]) for one in rounds]),
        }
        for each in in_order(count)
    ]
    key = "nontransferable" if "nontransferable" in rounds[0] else "exhausted"
    rows.append({"head": _("Nobody left"), "cells": cells(heads, [one[key] for one in rounds])})
    if "rounding" in rounds[0]:
        lost = cells(heads, [one["rounding"] for one in rounds])
        rows.append({"head": _("Lost in cutting to five places"), "cells": lost})
    return {
        "caption": _("Votes of each candidate at the end of every stage."),
        "columns": [
            {"name": _("Candidate"), "number": False},
            *({"name": head, "number": True} for head in heads),
        ],
        "rows": rows,
    }


def cells(heads: Sequence[str], values: Sequence[Any]) -> list[dict]:
    return [
        {"name": head, "text": "–" if value is None else shown(value), "number": True}
        for head, value in zip(heads, values, strict=True)
    ]


def pairs_values(count: Mapping[str, Any]) -> dict:
    """Everybody against everybody, numbered in the order of how many each beats."""
    votes, names = count["rounds"][0]["pairwise"], count["names"]
    keys = sorted(votes, key=lambda key: -count["scores"][key])
    heads = [str(place) for place in range(1, len(keys) + 1)]
    title = _("Squares: each candidate against each other one. %(sentence)s") % {
        "sentence": elected_sentence(count)
    }
    caption = _("Row against column. Filled: the row is ahead. Hatched: behind. Hollow: level.")
    rows = [
        {
            "head": f"{place} {names[one]}",
            "cells": cells(heads, [votes[one].get(other) for other in keys]),
        }
        for place, one in enumerate(keys, start=1)
    ]
    return {
        "pairs": pairs(keys, votes, title=title, caption=caption),
        "table": {
            "caption": _("Ballots that put the row above the column."),
            "columns": [
                {"name": _("Candidate"), "number": False},
                *({"name": head, "number": True} for head in heads),
            ],
            "rows": rows,
        },
    }


def points_values(count: Mapping[str, Any]) -> dict:
    keys = sorted(count["scores"], key=lambda key: -Fraction(count["scores"][key]))
    rows = [
        {
            "head": count["names"][key],
            "cells": cells([_("Points")], [count["scores"][key]]),
        }
        for key in keys
    ]
    return {
        "table": {
            "caption": _("Points of each candidate, most first."),
            "columns": [
                {"name": _("Candidate"), "number": False},
                {"name": _("Points"), "number": True},
            ],
            "rows": rows,
        }
    }


SHOWN = {"irv": stages_values, "stv-scottish": stages_values, "schulze": pairs_values}


def summary_values(facts: Mapping[str, Any]) -> dict:
    """The result in one sentence, one figure and its table: first places, and who is elected."""
    count = facts["counts"][0]
    firsts = first_places(count) or {one["key"]: one["votes"] for one in facts["options"]}
    names, winners = count["names"], set(count["winners"])
    keys = sorted(firsts, key=lambda key: -firsts[key])
    word = _("First places") if first_places(count) else _("Ballots")
    sentence = elected_sentence(count)
    facts_shown = [{"name": _("ballots"), "value": written(facts["cast"])}]
    if facts["blank"]:
        facts_shown.append({"name": _("of them blank"), "value": written(facts["blank"])})
    facts_shown.append({"name": _("elected"), "value": f"{len(winners)} / {len(names)}"})
    return {
        "sentence": sentence,
        "facts": facts_shown,
        "figure": bars(
            [Bar(names[key], firsts[key], key in winners) for key in keys],
            title=_("Bars: %(word)s for each candidate. %(sentence)s")
            % {"word": word, "sentence": sentence},
            caption=_("%(word)s of each. Filled: elected. Hatched: not elected.") % {"word": word},
        ),
        "table": {
            "caption": _("%(word)s of each candidate, most first.") % {"word": word},
            "columns": [
                {"name": _("Candidate"), "number": False},
                {"name": word, "number": True},
                {"name": _("Outcome"), "number": False},
            ],
            "rows": [
                {
                    "head": names[key],
                    "cells": [
                        {"name": word, "text": written(firsts[key]), "number": True},
                        {
                            "name": _("Outcome"),
                            "text": _("Elected") if key in winners else "–",
                            "number": False,
                        },
                    ],
                }
                for key in keys
            ],
        },
        "counts": counts_values(facts["counts"]),
    }


def first_places(count: Mapping[str, Any]) -> dict[str, int]:
    if count["rule"]["rule"] not in ("irv", "stv-scottish"):
        return {}
    return {key: int(Fraction(votes)) for key, votes in count["rounds"][0]["totals"].items()}
