"""The rules by name, and the one way to count by one of them.

**How a rule is added**: write a module with the spec (a subclass of `Spec`), `count` (the fast path),
`reference` (the slow exact one, where the fast one is clever) and `RULE = Rule(Spec, count, …)` in
it, and name the module in `MODULES` below. `count` and `reference` are called as
`(election, spec, lots, progress)` and return an `Outcome`; they raise `BadCount` with a sentence,
and `LotNeeded` (through `Lots`) where only a lot decides. `counted` has checked election, spec and
kinds of ballots before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.lots import NO_LOTS, Lots
from voting.counting.outcome import Outcome
from voting.counting.progress import Progress
from voting.counting.specs import Spec, spec_of
from voting.counting.words import _

Counting = Callable[[Election, Any, Lots, Progress], Outcome]

MODULES: dict[str, str] = {
    # budgets
    "greedy": "voting.counting.budgets.greedy",
    "greedy-no-skip": "voting.counting.budgets.greedy",
    "greedy-threshold": "voting.counting.budgets.greedy",
    "equal-shares": "voting.counting.budgets.equal_shares",
    "phragmen": "voting.counting.budgets.phragmen",
    # rankings, scores, councils
    "majority": "voting.counting.majority",
    "plurality": "voting.counting.choosing",
    "approval": "voting.counting.choosing",
    "score": "voting.counting.scoring",
    "dots": "voting.counting.dividing",
    "quadratic": "voting.counting.dividing",
    "borda": "voting.counting.borda",
    "irv": "voting.counting.irv",
    "schulze": "voting.counting.schulze",
    "stv-scottish": "voting.counting.stv",
}


@dataclass(frozen=True)
class Rule:
    """`kinds` are the ballots it can count; blank ones always may be among them."""

    spec: type[Spec]
    count: Counting
    kinds: frozenset[str]
    reference: Counting | None = None

    @property
    def name(self) -> str:
        return self.spec.rule


def rule(name: str) -> Rule:
    """The rule of this name. Raises `BadCount` naming those there are."""
    if name not in MODULES:
        raise BadCount(
            _(
                "There is no rule “%(name)s”. There are: %(known)s.",
                name=name[:40],
                known=", ".join(MODULES),
            )
        )
    module = import_module(MODULES[name])
    found = getattr(module, "RULES", None) or (module.RULE,)
    return next(each for each in found if each.name == name)


def spec(name: str, options: Mapping[str, Any] | None = None) -> Spec:
    """The spec of a rule with these options, the others at their defaults."""
    return spec_of(rule(name).spec, options or {})


def spec_of_json(stored: Mapping[str, Any]) -> Spec:
    """A spec from its stored JSON; refuses a version that this engine does not count."""
    options = {key: value for key, value in stored.items() if key not in ("rule", "version")}
    found = spec(str(stored.get("rule", "")), options)
    if stored.get("version") != found.version:
        raise BadCount(_("This engine does not count version %(v)s.", v=str(stored.get("version"))))
    return found


def counted(
    election: Election,
    by: Spec,
    *,
    lots: Lots = NO_LOTS,
    progress: Progress | None = None,
    reference: bool = False,
) -> Outcome:
    """Count an election by a spec. Raises `BadCount`, `LotNeeded` among it, with a sentence."""
    found = rule(by.rule)
    election.check()
    by = by.completed(election)
    by.suits(election)
    for kind in sorted(election.kinds):
        if kind not in found.kinds:
            raise BadCount(
                _(
                    "The rule %(rule)s does not count ballots of the kind %(kind)s.",
                    rule=found.name,
                    kind=kind,
                )
            )
    count = found.reference if reference and found.reference else found.count
    return count(election, by, lots, progress or Progress())
