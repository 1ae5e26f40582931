"""The slow twin of `stv`: every ballot by itself, in fractions, reading the rules line by line."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from typing import Any

from voting.counting.lots import Lots
from voting.counting.orders import Orders

PLACES = 10**5


@dataclass
class Paper:
    ranking: list[str]
    weight: int
    at: str = ""
    value: Fraction = Fraction(1)


@dataclass
class Report:
    orders: Orders
    quota: int
    elected: list[str] = field(default_factory=list)
    stages: list[dict[str, Any]] = field(default_factory=list)
    ties: list[dict[str, Any]] = field(default_factory=list)


def stages(orders: Orders, seats: int, lots: Lots) -> Report:
    """The stages of a count, votes as whole hundred-thousandths, as `stv.Count` reports them."""
    papers = [Paper([orders.key_of[rank] for rank in ranks], n) for ranks, n in orders.ranks()]
    quota = floor(Fraction(sum(paper.weight for paper in papers), seats + 1)) + 1
    report = Report(orders, quota * PLACES)
    excluded: list[str] = []
    history: list[dict[str, Fraction]] = []
    unused = Fraction(0)

    def continuing() -> list[str]:
        return [key for key in orders.keys if key not in report.elected and key not in excluded]

    def next_available(paper: Paper) -> str:
        left = continuing()
        return next((key for key in paper.ranking if key in left), "")

    def end_of(stage: dict[str, Any], totals: dict[str, Fraction]) -> None:
        history.append(totals)
        new = [key for key in continuing() if totals[key] >= quota]
        report.elected += sorted(new, key=lambda key: -totals[key])
        last = continuing()
        if 0 < len(last) <= seats - len(report.elected):
            report.elected += sorted(last, key=lambda key: -totals[key])
            new += last
        spent = sum(paper.weight for paper in papers) - sum(totals.values()) - unused
        report.stages.append(
            {
                **stage,
                "totals": {key: int(votes * PLACES) for key, votes in totals.items()},
                "nontransferable": int(unused * PLACES),
                "rounding": int(spent * PLACES),
                "elected": [key for key in report.elected if key in new],
            }
        )

    def chosen(keys: list[str], which: Any, what: str) -> str:
        note = {"stage": len(report.stages) + 1}
        for back, totals in enumerate(reversed(history)):
            edge = which(totals[key] for key in keys)
            left = [key for key in keys if totals[key] == edge]
            if len(left) == 1:
                if back:
                    report.ties.append({"tied": keys, "by": "earlier-stage", what: left[0], **note})
                return left[0]
            keys = left
        drawn = lots.in_order(keys)
        key = drawn[0] if what == "transferred" else drawn[-1]
        report.ties.append({"tied": keys, "by": "lot", what: key, **note})
        return key

    def pass_on(key: str, totals: dict[str, Fraction], surplus: Fraction | None) -> dict[str, Any]:
        nonlocal unused
        had = totals[key]
        totals[key] = Fraction(0) if surplus is None else Fraction(quota)
        moved: dict[str, Fraction] = {}
        stuck = Fraction(0)
        for paper in [paper for paper in papers if paper.at == key]:
            if surplus is not None:
                paper.value = Fraction(floor(surplus * paper.value / had * PLACES), PLACES)
            paper.at = next_available(paper)
            votes = paper.value * paper.weight
            if paper.at:
                moved[paper.at] = moved.get(paper.at, Fraction(0)) + votes
                totals[paper.at] += votes
            else:
                stuck += votes
        unused += stuck
        return {
            "transfers": {one: int(moved[one] * PLACES) for one in orders.keys if one in moved},
            "transfers_nontransferable": int(stuck * PLACES),
        }

    firsts = dict.fromkeys(orders.keys, Fraction(0))
    for paper in papers:
        paper.at = paper.ranking[0]
        firsts[paper.at] += paper.weight
    end_of({"kind": "first"}, firsts)
    while continuing() and len(report.elected) < seats:
        totals = dict(history[-1])
        over = [key for key in report.elected if totals[key] > quota]
        if over:
            key = chosen(over, max, "transferred")
            moved = pass_on(key, totals, totals[key] - quota)
            end_of({"kind": "surplus", "of": key, **moved}, totals)
        else:
            key = chosen(continuing(), min, "excluded")
            excluded.append(key)
            end_of({"kind": "exclusion", "of": key, **pass_on(key, totals, None)}, totals)
    return report
