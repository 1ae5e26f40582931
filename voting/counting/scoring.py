"""Scores within a range: by their sum, their mean or their median."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from voting.counting.ballots import Ballot
from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.lots import Lots
from voting.counting.numbers import Number, number
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.seated import Seated
from voting.counting.specs import choice, share, whole
from voting.counting.standings import facts_of, least, top
from voting.counting.words import Sentence, _, ngettext

Given = dict[str, Counter]
"""For each option, how many people gave it which score."""


@dataclass(frozen=True, kw_only=True)
class Score(Seated):
    """`unscored`: an option left out has got the `lowest` score, or is `ignored` on that ballot.

    `highest` left open is the highest on any ballot. A ballot outside the range, or with fewer or
    more scores than it may have, counts for nobody.
    """

    rule: ClassVar[str] = "score"
    by: str = choice("sum", "sum", "mean", "median")
    lowest: Number = share(0, least=-(10**9))
    highest: Number | None = share(None, least=-(10**9))
    unscored: str = choice("lowest", "lowest", "ignored")
    min_choices: int = whole(1, least=0)
    max_choices: int | None = whole(None, least=1)

    def check(self) -> None:
        if self.highest is not None and self.highest <= self.lowest:
            raise BadCount(_("The highest score must be above the lowest."))
        if self.max_choices is not None and self.max_choices < self.min_choices:
            raise BadCount(
                _(
                    "At least %(min)s choices and at most %(max)s contradict each other.",
                    min=self.min_choices,
                    max=self.max_choices,
                )
            )

    def completed(self, election: Election) -> Self:
        highest = self.highest if self.highest is not None else highest_in(election, self.lowest)
        return super().completed(election).with_(highest=highest)

    def sentence(self, election: Election) -> Sentence:
        each = _(
            "Score each option from %(lowest)s to %(highest)s.",
            lowest=self.lowest,
            highest=self.highest if self.highest is not None else "–",
        )
        wins = {
            "sum": _("The highest sum wins."),
            "mean": _("The highest mean wins."),
            "median": _("The highest median wins: half of the people score it so or higher."),
        }[self.by]
        return _("%(each)s %(wins)s", each=each, wins=wins)

    def is_valid(self, ballot: Ballot) -> bool:
        given = [score for _key, score in ballot[1]]
        if not self.min_choices <= len(given) <= (self.max_choices or len(given)):
            return False
        return all(self.lowest <= score <= (self.highest or 0) for score in given)

    def figure(self, given: Counter) -> Number:
        """Sum, mean or median of one option's scores; the lowest where it has none."""
        people = sum(given.values())
        if not people:
            return 0 if self.by == "sum" else self.lowest
        if self.by == "sum":
            return number(sum(Fraction(score) * n for score, n in given.items()))
        if self.by == "mean":
            return number(sum(Fraction(score) * n for score, n in given.items()) / people)
        return number(Fraction(_at(given, (people - 1) // 2) + _at(given, people // 2)) / 2)


def _at(given: Counter, place: int) -> Number:
    """The score at a place when all are laid out from the lowest."""
    for score in sorted(given):
        place -= given[score]
        if place < 0:
            return score
    raise IndexError(place)


def highest_in(election: Election, lowest: Number) -> Number:
    try:
        return max(number(str(election.meta["max_points"])), number(lowest + 1))
    except (KeyError, ValueError, ZeroDivisionError):
        given = (score for ballot, _w in election.ballots for _key, score in _pairs(ballot))
        return max(given, default=lowest + 1) if election.ballots else lowest + 1


def _pairs(ballot: Ballot) -> tuple:
    return ballot[1] if ballot[0] in ("score", "points") else ()


def count(election: Election, spec: Score, lots: Lots, progress: Progress) -> Outcome:
    given: Given = {option.id: Counter() for option in election.standing}
    people = blank = invalid = 0
    for ballot, weight in election.ballots:
        if ballot[0] == "blank" or not ballot[1]:
            blank += weight
        elif not spec.is_valid(ballot):
            invalid += weight
        else:
            people += weight
            for key, score in ballot[1]:
                if key in given:
                    given[key][score] += weight
    votes = {key: sum(scores.values()) for key, scores in given.items()}
    if spec.unscored == "lowest":
        for key, scores in given.items():
            scores[spec.lowest] += people - votes[key]
    figures = {key: spec.figure(scores) for key, scores in given.items()}
    seats = spec.seats or 1
    winners, ties = top(figures, seats, lots, votes)
    return Outcome(
        spec,
        election,
        winners,
        figures,
        rounds=({"totals": dict(figures), "votes": votes, "blank": blank, "invalid": invalid},),
        ties=ties,
        explanations=tuple(
            _won(key, spec, figures, votes, ties)
            if key in winners
            else _missed(key, spec, given, votes, lots, ties)
            for key in figures
        ),
    )


def _won(key: str, spec: Score, figures: Mapping, votes: Mapping, ties: tuple) -> Explanation:
    words = _("Won: the %(by)s of its scores is %(figure)s.", by=BY[spec.by], figure=figures[key])
    return Explanation(
        key, True, words, {"score": figures[key], "votes": votes[key], **facts_of(ties, key)}
    )


def _missed(
    key: str, spec: Score, given: Given, votes: Mapping[str, int], lots: Lots, ties: tuple
) -> Explanation:
    """`missed_by`: so many more people who score it highest and leave everything else out."""
    figure = spec.figure(given[key])
    facts = {"score": figure, "votes": votes[key], **facts_of(ties, key)}

    def wins(more: int) -> bool:
        rest = {spec.lowest: more} if spec.unscored == "lowest" else {}
        after = {
            one: spec.figure(scores + Counter({spec.highest: more} if one == key else rest))
            for one, scores in given.items()
        }
        more_votes = {**votes, key: votes[key] + more}
        return key in top(after, spec.seats or 1, lots, more_votes)[0]

    enough = sum(sum(scores.values()) for scores in given.values()) + 1
    missed = least(wins, enough * max(int((spec.highest or 0) - spec.lowest), 1) * 2)
    facts["missed_by"] = missed
    if missed is None:
        words = _(
            "The %(by)s of its scores is %(figure)s; no number of further people could lift it "
            "above the winner.",
            by=BY[spec.by],
            figure=figure,
        )
        return Explanation(key, False, words, facts)
    words = ngettext(
        "The %(by)s of its scores is %(figure)s; with %(count)s more person who scores it alone, "
        "and highest, it would have won.",
        "The %(by)s of its scores is %(figure)s; with %(count)s more people who score it alone, "
        "and highest, it would have won.",
        missed,
        by=BY[spec.by],
        figure=figure,
    )
    return Explanation(key, False, words, facts)


BY = {"sum": _("sum"), "mean": _("mean"), "median": _("median")}
RULE = Rule(Score, count, frozenset({"score", "points"}))
