"""Borda: points by place."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from voting.counting.election import Election
from voting.counting.lots import Lots
from voting.counting.numbers import Number, number
from voting.counting.orders import Orders, countable
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.seated import RANKINGS, SharedRanks
from voting.counting.specs import choice
from voting.counting.standings import facts_of, least, top
from voting.counting.words import Sentence, _, ngettext


@dataclass(frozen=True, kw_only=True)
class Borda(SharedRanks):
    """The first of n options gets n - 1 points, each next one fewer; shared places share points.

    `truncation` says what a ballot gives to those it leaves out: `zero`; `average`, the mean of the
    places left; or `modified`, zero, and the first of k listed gets only k points, the last one.
    """

    rule: ClassVar[str] = "borda"
    truncation: str = choice("zero", "zero", "average", "modified")

    def sentence(self, election: Election) -> Sentence:
        if self.truncation == "modified":
            return _(
                "Rank the options, the best first; the last you list gets 1 point, each one above "
                "it 1 more, and the most points win."
            )
        return _(
            "Rank the options, the best first; each gets a point for every option below it, and "
            "the most points win."
        )


def count(election: Election, spec: Borda, lots: Lots, progress: Progress) -> Outcome:
    """Points are counted doubled, so that halves stay whole."""
    orders = countable(election, spec.overvote)
    size = len(orders.letters)
    doubled = {letter[0]: 0 for letter in orders.letters}
    votes = dict.fromkeys(doubled, 0)
    everybody = 0
    for order, weight in orders.strict():
        listed = len(order)
        best = 2 * (listed if spec.truncation == "modified" else size - 1)
        # What is left out of a ballot gets the average of the places left: given to all here,
        # and taken back below from those who are listed.
        rest = size - listed - 1 if spec.truncation == "average" and listed < size else 0
        everybody += rest * weight
        best -= rest
        for mark in order:
            doubled[mark] += best * weight
            votes[mark] += weight
            best -= 2
    for ranks, weight in orders.tied.items():
        listed = sum(map(len, ranks))
        best = 2 * (listed if spec.truncation == "modified" else size - 1)
        rest = size - listed - 1 if spec.truncation == "average" and listed < size else 0
        everybody += rest * weight
        for rank in ranks:
            for mark in rank:
                doubled[mark] += (best - (len(rank) - 1) - rest) * weight
                votes[mark] += weight
            best -= 2 * len(rank)
    points = {
        key: number(Fraction(doubled[letter[0]] + everybody, 2))
        for letter, key in orders.key_of.items()
    }
    listings = {key: votes[letter[0]] for letter, key in orders.key_of.items()}
    return outcome(election, spec, orders, points, listings, lots)


def outcome(
    election: Election,
    spec: Borda,
    orders: Orders,
    points: Mapping[str, Number],
    votes: Mapping[str, int],
    lots: Lots,
) -> Outcome:
    winners, ties = top(points, spec.seats or 1, lots, votes)
    trace = {
        "totals": dict(points),
        "votes": dict(votes),
        "blank": orders.blank,
        "overvoted": orders.overvoted,
    }
    return Outcome(
        spec,
        election,
        winners,
        points,
        rounds=(trace,),
        ties=ties,
        explanations=tuple(
            explained(key, spec, points, votes, winners, ties, lots) for key in points
        ),
    )


def explained(
    key: str,
    spec: Borda,
    points: Mapping[str, Number],
    votes: Mapping[str, int],
    winners: tuple[str, ...],
    ties: tuple[dict, ...],
    lots: Lots,
) -> Explanation:
    facts = {"points": points[key], "votes": votes[key], **facts_of(ties, key)}
    if key in winners:
        words = _("Won with %(points)s points.", points=points[key])
        return Explanation(key, True, words, facts)
    size = len(points)
    alone = 1 if spec.truncation == "modified" else size - 1
    others = number(Fraction(size - 2, 2)) if spec.truncation == "average" else 0

    def wins(more: int) -> bool:
        after = {
            one: have + more * (alone if one == key else others) for one, have in points.items()
        }
        return key in top(after, spec.seats or 1, lots, {**votes, key: votes[key] + more})[0]

    missed = least(wins, 2 * int(max(points.values()) + 1))
    words = ngettext(
        "%(points)s points; with %(count)s more ballot naming it alone it would have won.",
        "%(points)s points; with %(count)s more ballots naming it alone it would have won.",
        missed or 0,
        points=points[key],
    )
    return Explanation(key, False, words, {**facts, "missed_by": missed})


def reference(election: Election, spec: Borda, lots: Lots, progress: Progress) -> Outcome:
    """The same, by laying the points of every place out on every ballot."""
    orders = countable(election, spec.overvote)
    size = len(orders.keys)
    points: dict[str, Fraction] = {key: Fraction(0) for key in orders.keys}
    votes = dict.fromkeys(orders.keys, 0)
    for ranks, weight in orders.ranks():
        groups = [[orders.key_of[rank[i : i + 1]] for i in range(len(rank))] for rank in ranks]
        listed = [key for group in groups for key in group]
        places = [Fraction(size - 1 - place) for place in range(size)]
        if spec.truncation == "modified":
            places = [Fraction(len(listed) - place) for place in range(len(listed))]
        if spec.truncation == "average":
            groups.append([key for key in orders.keys if key not in listed])
        for group in groups:
            mine, places = places[: len(group)], places[len(group) :]
            for key in group:
                points[key] += weight * sum(mine, Fraction(0)) / len(group)
        for key in listed:
            votes[key] += weight
    exact = {key: number(value) for key, value in points.items()}
    return outcome(election, spec, orders, exact, votes, lots)


RULE = Rule(Borda, count, RANKINGS, reference)
