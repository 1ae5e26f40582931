"""Greedy: projects in the order of their scores, as long as the money lasts.

Three rules: `greedy` passes over what no longer fits, `greedy-no-skip` stops there,
`greedy-threshold` passes over it and asks for a least score. All know groups of which at most one
project wins, and districts with pots of their own; what has no pot draws on the budget.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import ClassVar, Self

from voting.counting.budgets.tallying import KINDS, needs_budget, votes_and_scores
from voting.counting.election import Election, Option
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import Lots
from voting.counting.numbers import Number, number
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.specs import Spec, share
from voting.counting.words import Sentence, _, ngettext

FUNDED, SKIPPED, STOPPED, GROUP, BELOW = "funded", "too-dear", "stopped", "group", "below-threshold"


@dataclass(frozen=True, kw_only=True)
class Greedy(Spec):
    """A project below `threshold` is never paid for; 0 asks for nothing."""

    rule: ClassVar[str] = "greedy"
    stops: ClassVar[bool] = False
    threshold: Number = share(0, least=0)

    def suits(self, election: Election) -> None:
        needs_budget(election)

    def sentence(self, election: Election) -> Sentence:
        return _(
            "You have %(budget)s; choose the projects you want; those with the most votes are paid "
            "for first, and one that no longer fits is passed over.",
            budget=election.money(election.budget or 0),
        )


@dataclass(frozen=True, kw_only=True)
class GreedyNoSkip(Greedy):
    rule: ClassVar[str] = "greedy-no-skip"
    stops: ClassVar[bool] = True

    def sentence(self, election: Election) -> Sentence:
        return _(
            "You have %(budget)s; choose the projects you want; those with the most votes are paid "
            "for first, until the next one no longer fits.",
            budget=election.money(election.budget or 0),
        )


@dataclass(frozen=True, kw_only=True)
class GreedyThreshold(Greedy):
    """Without a threshold it takes the file's `min_project_score_threshold`."""

    rule: ClassVar[str] = "greedy-threshold"
    threshold: Number | None = share(None, least=0)  # type: ignore[assignment]  # None: the file's

    def completed(self, election: Election) -> Self:
        stated = election.meta.get("min_project_score_threshold", "")
        if self.threshold is not None or not stated:
            return self
        try:
            return self.with_(threshold=number(stated))
        except ValueError:
            raise BadCount(
                _("The file's threshold “%(text)s” is not a number.", text=stated[:40])
            ) from None

    def suits(self, election: Election) -> None:
        super().suits(election)
        if self.threshold is None:
            raise BadCount(
                _("The file names no threshold. Give one: --option threshold=NUMBER."),
            )

    def sentence(self, election: Election) -> Sentence:
        return _(
            "You have %(budget)s; choose the projects you want; a project needs at least "
            "%(threshold)s votes, and those with the most are paid for first.",
            budget=election.money(election.budget or 0),
            threshold=self.threshold,
        )


@dataclass
class Purse:
    """The money that is left, of the city and of each district with a pot."""

    left: dict[str, int]

    def pot_of(self, option: Option) -> str:
        return option.district if option.district and option.district in self.left else ""

    def holds(self, option: Option) -> bool:
        return option.cost <= self.left[self.pot_of(option)]

    def pay(self, option: Option) -> None:
        self.left[self.pot_of(option)] -= option.cost


def purse(election: Election) -> Purse:
    return Purse({**election.pots, "": election.budget or 0})


@dataclass
class Run:
    """One pass over the projects: what became of each, in the order they were asked."""

    purse: Purse
    fates: list[tuple[Option, str, int]] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    ties: list[dict] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)

    @property
    def winners(self) -> tuple[str, ...]:
        return tuple(option.id for option, fate, _left in self.fates if fate == FUNDED)

    def ask(self, option: Option, stops: bool) -> None:
        pot = self.purse.pot_of(option)
        left = self.purse.left[pot]
        if option.group and option.group in self.taken:
            fate = GROUP
        elif pot in self.stopped:
            fate = STOPPED
        elif self.purse.holds(option):
            fate = FUNDED
            self.purse.pay(option)
            self.taken.add(option.group)
        else:
            fate = SKIPPED
            if stops:
                self.stopped.add(pot)
        self.fates.append((option, fate, left))


def count(election: Election, spec: Greedy, lots: Lots, progress: Progress) -> Outcome:
    votes, scores = votes_and_scores(election)
    run = pass_over(election, spec, votes, scores, lots)
    progress.step()
    return Outcome(
        spec=spec,
        election=election,
        winners=run.winners,
        scores=scores,
        rounds=tuple(
            {
                "project": option.id,
                "score": scores[option.id],
                "cost": election.exact_money(option.cost),
                "left": election.exact_money(left),
                "fate": fate,
            }
            for option, fate, left in run.fates
        ),
        ties=tuple(run.ties),
        spent=sum(option.cost for option, fate, _left in run.fates if fate == FUNDED),
        explanations=tuple(explained(election, spec, votes, scores, lots, run)),
    )


def pass_over(
    election: Election,
    spec: Greedy,
    votes: Mapping[str, int],
    scores: Mapping[str, Number],
    lots: Lots,
    start: Purse | None = None,
    without: Iterable[str] = (),
) -> Run:
    """Ask every project in the order of score, lower cost, more votes and lot."""
    run = Run(purse(election) if start is None else start)
    gone = set(without)
    least = spec.threshold or 0

    def rank(option: Option) -> tuple:
        return (-scores[option.id], option.cost, -votes[option.id])

    standing = sorted(
        (option for option in election.standing if option.id not in gone),
        key=lambda option: (rank(option), option.id),
    )
    able = [option for option in standing if votes[option.id] and scores[option.id] >= least]
    for _rank, alike in groupby(able, key=rank):
        for option in in_order(run, list(alike), lots):
            run.ask(option, spec.stops)
    for option in standing:
        if not (votes[option.id] and scores[option.id] >= least):
            run.fates.append((option, BELOW, run.purse.left[run.purse.pot_of(option)]))
    return run


def in_order(run: Run, tied: list[Option], lots: Lots) -> list[Option]:
    """Projects alike in score, cost and votes: by lot where it matters who is asked first."""
    by_id = {option.id: option for option in tied}
    decides = is_open(run, tied)
    if not decides and not lots.places:
        return tied
    drawn = lots.in_order(by_id)
    if decides:
        run.ties.append({"tied": sorted(by_id), "by": "lot", "order": drawn})
    return [by_id[key] for key in drawn]


def is_open(run: Run, tied: list[Option]) -> bool:
    """Whether the order of these decides who wins: not all fit, or two share a group."""
    free = [
        option
        for option in tied
        if (not option.group or option.group not in run.taken)
        and run.purse.pot_of(option) not in run.stopped
        and run.purse.holds(option)
    ]
    groups = [option.group for option in free if option.group]
    if len(set(groups)) < len(groups):
        return True
    pots: dict[str, int] = {}
    for option in free:
        pots[run.purse.pot_of(option)] = pots.get(run.purse.pot_of(option), 0) + option.cost
    return any(needed > run.purse.left[pot] for pot, needed in pots.items())


def explained(election, spec, votes, scores, lots, run) -> Iterable[Explanation]:
    for option, fate, left in run.fates:
        facts = {
            "score": scores[option.id],
            "cost": election.exact_money(option.cost),
            "left": election.exact_money(left),
            "fate": fate,
        }
        money = {"cost": election.money(option.cost), "left": election.money(left)}
        if fate == FUNDED:
            words = _(
                "Won with a score of %(score)s: it costs %(cost)s, and %(left)s were left when its "
                "turn came.",
                score=scores[option.id],
                **money,
            )
            yield Explanation(option.id, True, words, facts)
            continue
        missed = missed_by(election, spec, votes, scores, lots, option)
        needs = (
            _("No number of further votes would have helped.")
            if missed is None
            else ngettext(
                "With %(count)s vote more it would have won.",
                "With %(count)s votes more it would have won.",
                missed,
            )
        )
        words = _("%(why)s %(needs)s", why=why_not(fate, option, scores, spec, money), needs=needs)
        yield Explanation(option.id, False, words, {**facts, "missed_by_votes": missed})


def why_not(fate, option, scores, spec, money) -> Sentence:
    if fate == GROUP:
        return _(
            "Not paid for: another project of the group “%(group)s” won, and only one may.",
            group=option.group,
        )
    if fate == STOPPED:
        return _("Not paid for: the count had stopped at a project that no longer fitted.")
    if fate == BELOW and scores[option.id] > 0:
        return _(
            "Not paid for: its score of %(score)s is below the threshold of %(threshold)s.",
            score=scores[option.id],
            threshold=spec.threshold,
        )
    if fate == BELOW:
        return _("Not paid for: nobody chose it.")
    return _("Not paid for: it costs %(cost)s, and only %(left)s were left.", **money)


def missed_by(election, spec, votes, scores, lots, option) -> int | None:
    """The least number of further ballots, with one vote for it alone, by which it wins for sure.

    More votes never harm a project here, so halving finds the border. None: no number helps.
    """

    def wins(more: int) -> bool:
        more_votes = {**votes, option.id: votes[option.id] + more}
        more_scores = {**scores, option.id: scores[option.id] + more}
        try:
            return option.id in pass_over(election, spec, more_votes, more_scores, lots).winners
        except LotNeeded:
            return False

    low, high = 0, int(max([*scores.values(), spec.threshold or 0]) - scores[option.id]) + 2
    if not wins(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if wins(middle) else (middle, high)
    return high


def reference(election: Election, spec: Greedy, lots: Lots, progress: Progress) -> Outcome:
    """The same, naively: one project after another by comparing all that are left."""
    votes, scores = votes_and_scores(election)
    money, taken, halted, won = {**election.pots, "": election.budget or 0}, set(), set(), []
    least = spec.threshold or 0
    left = [one for one in election.standing if votes[one.id] and scores[one.id] >= least]
    while left:
        best = max((scores[one.id], -one.cost, votes[one.id]) for one in left)
        tied = [one for one in left if (scores[one.id], -one.cost, votes[one.id]) == best]
        names = {one.id: one for one in tied}
        one = names[lots.first(names)]
        left.remove(one)
        pot = one.district if one.district in election.pots else ""
        if (one.group and one.group in taken) or pot in halted:
            continue
        if one.cost <= money[pot]:
            money[pot] -= one.cost
            taken.add(one.group)
            won.append(one.id)
        elif spec.stops:
            halted.add(pot)
    spent = sum(one.cost for one in election.options if one.id in won)
    return Outcome(spec, election, tuple(won), scores, spent=spent)


RULES = tuple(
    Rule(kind, count, KINDS, reference) for kind in (Greedy, GreedyNoSkip, GreedyThreshold)
)
