"""Yes or no: quorum, threshold, and consent."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from voting.counting.ballots import YES_NO
from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.lots import Lots
from voting.counting.numbers import Number
from voting.counting.outcome import Explanation, Outcome
from voting.counting.progress import Progress
from voting.counting.rules import Rule
from voting.counting.specs import Spec, choice, flag, share, whole
from voting.counting.standings import least
from voting.counting.words import Sentence, _, ngettext


@dataclass(frozen=True, kw_only=True)
class Majority(Spec):
    """Carried where the quorum came and enough of them said yes.

    `of` is what the threshold is a fraction of: the `decided` (yes, no and block), all ballots
    `cast` (abstentions and blank ones too), or the `eligible`. `reach`: `at-least` the threshold or
    `more` than it; `auto` is more than a half, and at least anything else. Under `consent` one block
    with a reason that still stands prevents it; otherwise a block is a no.
    """

    rule: ClassVar[str] = "majority"
    threshold: Number = share("1/2", least=0, most=1)
    of: str = choice("decided", "decided", "cast", "eligible")
    reach: str = choice("auto", "auto", "more", "at-least")
    quorum: Number = share(0, least=0, most=1)
    eligible: int | None = whole(None, least=1)
    consent: bool = flag()

    def check(self) -> None:
        if self.threshold == 1 and self.reach == "more":
            raise BadCount(_("More than everybody can never say yes. Choose reach=at-least."))

    def suits(self, election: Election) -> None:
        if self.eligible is None and (self.quorum or self.of == "eligible"):
            raise BadCount(
                _("A quorum or a threshold of those eligible needs their number: eligible=….")
            )
        if self.eligible is not None and election.voters > self.eligible:
            raise BadCount(
                _(
                    "%(cast)s ballots were cast, and only %(eligible)s people were eligible.",
                    cast=election.voters,
                    eligible=self.eligible,
                )
            )

    def completed(self, election: Election) -> Self:
        reach = self.reach
        if reach == "auto":
            reach = "more" if self.threshold == Fraction(1, 2) else "at-least"
        return self.with_(reach=reach)

    def sentence(self, election: Election) -> Sentence:
        if self.consent:
            return _(
                "It is adopted unless somebody blocks it and gives a reason that still stands."
            )
        whom = {
            "decided": _("those who say yes or no"),
            "cast": _("all who vote"),
            "eligible": _("all who may vote"),
        }[self.of]
        more = self.reach == "more" or (self.reach == "auto" and self.threshold == Fraction(1, 2))
        if more:
            return _(
                "It is adopted if more than %(n)s of %(whom)s say yes.", n=_share(self), whom=whom
            )
        return _("It is adopted if at least %(n)s of %(whom)s say yes.", n=_share(self), whom=whom)

    def carried(self, votes: dict[str, int]) -> bool:
        return self.has_quorum(votes) and (
            self.reaches(votes) if not self.consent else not votes["reasoned"] and votes["yes"] > 0
        )

    def has_quorum(self, votes: dict[str, int]) -> bool:
        return not self.quorum or votes["cast"] >= self.quorum * (self.eligible or 0)

    def reaches(self, votes: dict[str, int]) -> bool:
        needed = self.threshold * self.base(votes)
        return votes["yes"] > needed if self.reach == "more" else votes["yes"] >= max(needed, 1)

    def base(self, votes: dict[str, int]) -> int:
        if self.of == "eligible":
            return self.eligible or 0
        return votes["cast"] if self.of == "cast" else votes["yes"] + votes["no"] + votes["block"]


def _share(spec: Majority) -> str:
    return str(Fraction(spec.threshold))


def count(election: Election, spec: Majority, lots: Lots, progress: Progress) -> Outcome:
    votes = {**dict.fromkeys(YES_NO, 0), "blank": 0, "cast": 0, "reasoned": 0}
    reasons: list[str] = []
    for ballot, weight in election.ballots:
        votes["cast"] += weight
        votes["blank" if ballot[0] == "blank" else ballot[1]] += weight
        if ballot[1:2] == ("block",) and len(ballot) > 2:
            votes["reasoned"] += weight
            reasons.append(ballot[2])
    carried = spec.carried(votes)
    return Outcome(
        spec,
        election,
        ("yes",) if carried else ("no",),
        {word: votes[word] for word in YES_NO},
        rounds=(
            {
                "totals": {word: votes[word] for word in YES_NO},
                "blank": votes["blank"],
                "cast": votes["cast"],
                "base": spec.base(votes),
                "quorum_met": spec.has_quorum(votes),
                "reasons": sorted(reasons),
            },
        ),
        explanations=(_explained(spec, votes, carried),),
    )


def _explained(spec: Majority, votes: dict[str, int], carried: bool) -> Explanation:
    """`missed_by`: so many more people saying yes would have carried it; None where they could not."""
    facts: dict[str, int | None] = {word: votes[word] for word in (*YES_NO, "blank", "cast")}
    facts["base"] = spec.base(votes)
    if carried:
        words = _("Adopted: %(yes)s of %(base)s said yes.", yes=votes["yes"], base=spec.base(votes))
        return Explanation("yes", True, words, facts)

    def wins(more: int) -> bool:
        return spec.carried({**votes, "yes": votes["yes"] + more, "cast": votes["cast"] + more})

    room = (10**12 if spec.eligible is None else spec.eligible) - votes["cast"]
    missed = least(wins, room) if room > 0 else None
    facts["missed_by"] = missed
    if not spec.has_quorum(votes):
        why = _("Not adopted: too few people voted.")
    elif spec.consent and votes["reasoned"]:
        why = ngettext(
            "Not adopted: %(count)s block with a reason still stands.",
            "Not adopted: %(count)s blocks with a reason still stand.",
            votes["reasoned"],
        )
    else:
        why = _(
            "Not adopted: %(yes)s of %(base)s said yes.", yes=votes["yes"], base=spec.base(votes)
        )
    if missed is None:
        return Explanation("yes", False, why, facts)
    words = ngettext(
        "%(why)s With %(count)s more yes it would have been.",
        "%(why)s With %(count)s more yes it would have been.",
        missed,
        why=why,
    )
    return Explanation("yes", False, words, facts)


RULE = Rule(Majority, count, frozenset({"yes-no"}))
