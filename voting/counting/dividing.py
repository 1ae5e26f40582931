"""Sharing out points: `dots` (the points add up) and `quadratic` (their squares do)."""

from dataclasses import dataclass
from typing import ClassVar, Self

from voting.counting.ballots import Ballot
from voting.counting.election import Election
from voting.counting.lots import Lots
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.seated import Seated
from voting.counting.specs import choice, whole
from voting.counting.standings import facts_of, least, top
from voting.counting.words import Sentence, _, ngettext


@dataclass(frozen=True, kw_only=True)
class Dividing(Seated):
    """`credits` everybody has; left open, no ballot is refused for what it spends.

    A ballot that spends more, or gives parts of a point or less than none, counts for nobody.
    """

    credits: int | None = whole(None, least=1)
    overvote: str = choice("void", "void")

    def completed(self, election: Election) -> Self:
        most = str(election.meta.get("max_sum_points", ""))
        own = int(most) if most.isdecimal() and 0 < int(most) < 10**9 else None
        return super().completed(election).with_(credits=self.credits or own)

    def price(self, points: int) -> int:
        """What giving so many points to one option costs."""
        raise NotImplementedError

    def is_valid(self, ballot: Ballot) -> bool:
        given = [points for _key, points in ballot[1]]
        if any(not isinstance(points, int) or points < 0 for points in given):
            return False
        return self.credits is None or sum(map(self.price, given)) <= self.credits


@dataclass(frozen=True, kw_only=True)
class Dots(Dividing):
    rule: ClassVar[str] = "dots"

    def sentence(self, election: Election) -> Sentence:
        if self.credits is None:
            return _("Share out points among the options; the most points win.")
        return _(
            "You have %(credits)s points; share them out as you like. The most points win.",
            credits=self.credits,
        )

    def price(self, points: int) -> int:
        return points


@dataclass(frozen=True, kw_only=True)
class Quadratic(Dividing):
    rule: ClassVar[str] = "quadratic"
    credits: int | None = whole(100, least=1)

    def sentence(self, election: Election) -> Sentence:
        return _(
            "You have %(credits)s credits; 1 vote for an option costs 1 of them, 2 votes cost 4, "
            "3 votes cost 9. The most votes win.",
            credits=self.credits,
        )

    def price(self, points: int) -> int:
        return points * points


def count(election: Election, spec: Dividing, lots: Lots, progress: Progress) -> Outcome:
    points = {option.id: 0 for option in election.standing}
    votes = dict.fromkeys(points, 0)
    blank = invalid = 0
    for ballot, weight in election.ballots:
        if ballot[0] == "blank" or not ballot[1]:
            blank += weight
        elif not spec.is_valid(ballot):
            invalid += weight
        else:
            for key, given in ballot[1]:
                if key in points and given:
                    points[key] += given * weight
                    votes[key] += weight
    seats = spec.seats or 1
    winners, ties = top(points, seats, lots, votes)
    explained = []
    for key in points:
        facts = {"points": points[key], "votes": votes[key], **facts_of(ties, key)}
        if key in winners:
            words = ngettext("Won with %(count)s point.", "Won with %(count)s points.", points[key])
            explained.append(Explanation(key, True, words, facts))
            continue

        def wins(more: int, key=key) -> bool:
            # One more ballot for each point: the ballots are what a tie is parted by first.
            given = {**points, key: points[key] + more}
            return key in top(given, seats, lots, {**votes, key: votes[key] + more})[0]

        missed = least(wins, max(points.values()) + 1)
        words = ngettext(
            "%(points)s points; with %(count)s more, from as many people, it would have won.",
            "%(points)s points; with %(count)s more, from as many people, it would have won.",
            missed or 0,
            points=points[key],
        )
        explained.append(Explanation(key, False, words, {**facts, "missed_by": missed}))
    return Outcome(
        spec,
        election,
        winners,
        points,
        rounds=({"totals": dict(points), "votes": votes, "blank": blank, "invalid": invalid},),
        ties=ties,
        explanations=tuple(explained),
    )


KINDS = frozenset({"points", "score"})
RULES = (Rule(Dots, count, KINDS), Rule(Quadratic, count, KINDS))
