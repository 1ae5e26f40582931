"""What every rule stands on: specs, ballots, numbers, lots and sentences."""

import json
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import ClassVar

import pytest

from voting.counting import ballots, lots, numbers, rules, specs
from voting.counting.election import Election, Option
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.outcome import Outcome
from voting.counting.words import Money, Sentence, _, ngettext

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, kw_only=True)
class Loudest(specs.Spec):
    rule: ClassVar[str] = "loudest"
    ears: str = specs.choice("two", "one", "two")
    seats: int | None = specs.whole(None, least=1, most=50)
    least: Fraction = specs.share("1/2")
    strict: bool = specs.flag()


def test_a_spec_is_spelled_out_in_canonical_json():
    spec = specs.spec_of(Loudest, {"seats": "3", "least": "0.5", "strict": "yes"})
    assert spec.canonical() == (
        b'{"ears":"two","least":"1/2","rule":"loudest","seats":3,"strict":true,"version":1}'
    )
    assert spec == specs.spec_of(Loudest, {"seats": 3, "least": "1/2", "strict": True})


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ({"ears": "three"}, "The option “ears” cannot be “three”. It takes one of one, two."),
        ({"seats": "0"}, "The option “seats” cannot be “0”. It takes from 1 to 50."),
        ({"seats": "2.5"}, "The option “seats” cannot be “2.5”. It takes a whole number."),
        ({"least": "NaN"}, "The option “least” cannot be “NaN”. It takes a number."),
        ({"least": "1/0"}, "The option “least” cannot be “1/0”. It takes a number."),
        ({"strict": "perhaps"}, "The option “strict” cannot be “perhaps”. It takes yes or no."),
        (
            {"eyes": "2"},
            "The rule loudest has no option “eyes”. It has: ears, seats, least, strict.",
        ),
    ],
)
def test_an_option_that_cannot_be_is_refused_in_words(option, sentence):
    with pytest.raises(BadCount) as refusal:
        specs.spec_of(Loudest, option)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    "stored",
    [
        {"choices": ["p1", "p2"], "kind": "approval"},
        {"choices": [], "kind": "knapsack"},
        {"choice": "p1", "kind": "choose-one"},
        {"choice": "yes", "kind": "yes-no"},
        {"choice": "block", "kind": "yes-no", "reason": "It floods."},
        {"kind": "score", "scores": {"p1": 4}},
        {"kind": "points", "points": {"p1": 3, "p2": "1/3"}},
        {"kind": "ranking", "ranking": [["p1"], ["p2", "p3"]]},
        {"kind": "blank"},
    ],
)
def test_every_kind_of_ballot_goes_through_and_back(stored):
    ballot = ballots.of_json(stored)
    assert ballots.to_json(ballot) == stored
    assert ballots.canonical_ballot(ballot).decode() == json.dumps(
        stored, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {},
        {"kind": "shout"},
        {"kind": "approval"},
        {"choices": "p1", "kind": "approval"},
        {"choices": ["p1", "p1"], "kind": "approval"},
        {"kind": "points", "points": {"p1": 0.5}},
        {"kind": "points", "points": {"p1": True}},
        {"kind": "score", "scores": [1]},
        {"kind": "ranking", "ranking": [["p1"], ["p1"]]},
        {"choice": "maybe", "kind": "yes-no"},
    ],
)
def test_what_is_not_a_ballot_is_refused(raw):
    with pytest.raises(BadCount):
        ballots.of_json(raw)


def test_equal_ballots_are_counted_together():
    one, two = ballots.of_json({"choices": ["b", "a"], "kind": "approval"}), ballots.BLANK
    same = ballots.of_json({"choices": ["a", "b"], "kind": "approval"})
    assert ballots.aggregate([one, two, same]) == ((one, 2), (two, 1))


def test_exact_numbers_have_no_floats():
    assert numbers.exact({"a": [Fraction(6, 3), Fraction(1, 3), Decimal("1876.32130")]}) == {
        "a": [2, "1/3", "1876.32130"]
    }
    assert numbers.amount(104_033_700, 100) == 1_040_337
    assert numbers.amount(60_050, 100) == "600.50"
    assert numbers.amount(-5, 100) == "-0.05"
    assert numbers.amount(Fraction(100, 3), 100) == "1/3"
    with pytest.raises(TypeError):
        numbers.exact([0.5])


def test_a_lot_is_the_same_for_everybody_who_knows_the_seed():
    drawn = lots.draw(["a", "b", "c"], "rain on 4 May")
    assert drawn == lots.draw(["c", "b", "a"], "rain on 4 May")
    assert drawn.commitment == lots.commitment("rain on 4 May")
    assert drawn.first(["b", "c"]) == drawn.in_order(["b", "c"])[0]
    firsts = {lots.draw("abc", str(seed)).first("abc") for seed in range(40)}
    assert firsts == {"a", "b", "c"}


def test_a_tie_without_a_lot_asks_for_it():
    with pytest.raises(LotNeeded, match="nothing but a lot parts them: a, b"):
        lots.NO_LOTS.first(["b", "a"])
    costs = {"a": 2, "b": 1, "c": 1}
    assert lots.part("ab", lots.NO_LOTS, costs.__getitem__) == "b"
    with pytest.raises(LotNeeded):
        lots.part("abc", lots.NO_LOTS, costs.__getitem__)


def test_a_sentence_waits_for_its_language():
    said = ngettext(
        "%(count)s project costs %(sum)s.",
        "%(count)s projects cost %(sum)s.",
        2,
        sum=Money(60_050_00, "EUR"),
    )
    assert str(said) == "2 projects cost EUR 60,050."
    assert Sentence.of_json(json.loads(json.dumps(said.json()))) == said
    german = {"Nothing.": "Nichts.", "%(a)s and %(b)s": "%(a)s und %(b)s"}
    both = _("%(a)s and %(b)s", a=_("Nothing."), b=Fraction(1, 3))
    assert both.render(gettext=german.get) == "Nichts. und 0.33"
    assert Sentence.of_json(both.json()) == both


def test_the_hash_of_a_result_covers_rule_winners_scores_and_rounds():
    election = Election((Option("a", "Benches"), Option("b")), (), unit=100)
    outcome = Outcome(Loudest(), election, ("a",), {"a": 2, "b": Fraction(1, 3)}, spent=60_050)
    told = outcome.json()
    assert told["names"] == {"a": "Benches", "b": ""}
    assert told["spent"] == "600.50"
    covered = {key: told[key] for key in ("rule", "winners", "scores", "rounds")}
    assert told["result_sha256"] == numbers.sha256(covered)


def test_strangers_on_ballots_are_named():
    election = Election((Option("a"),), ((("approval", ("z",)), 1),))
    with pytest.raises(BadCount, match="There is no option z"):
        election.check()
    with pytest.raises(BadCount, match="There is no rule “shout”"):
        rules.spec("shout")


def test_counting_needs_neither_django_nor_settings():
    """Every module of the engine, imported in a Python of its own."""
    script = """
import importlib, pkgutil, sys
import voting.counting, voting.formats, voting.count
for package in (voting.counting, voting.formats):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if found.name != "voting.counting.budgets.shares_fast":  # numpy, and only where it is
            importlib.import_module(found.name)
print(sorted({name.split(".")[0] for name in sys.modules} & {"django", "intake", "numpy"}))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, env={}, check=True
    )
    assert done.stdout.strip() == "[]"
