"""`python -m voting.count FILE --rule RULE`: recount a published election, without a database.

FILE ends in .pb, .soc, .soi, .toc, .toi, .blt, or is a poll's published bundle (.zip, .json).
Without --rule the file's own rule is used where it names one that is known.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from voting import formats
from voting.counting import rules
from voting.counting.election import Election
from voting.counting.errors import BadCount, LotNeeded
from voting.counting.lots import NO_LOTS, draw, given
from voting.counting.numbers import exact
from voting.counting.outcome import Outcome
from voting.counting.progress import MOST_STEPS, Progress
from voting.counting.specs import Spec
from voting.counting.words import _


def main(words: list[str] | None = None) -> int:
    asked = arguments().parse_args(words)
    try:
        if asked.write and not asked.rule:
            formats.write(formats.read(asked.file), asked.write)
            return 0
        outcome = count(asked)
    except BadCount as trouble:
        trouble.file = trouble.file or asked.file.name
        how = " (--lot SEED)" if isinstance(trouble, LotNeeded) else ""
        print(f"{trouble}{how}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 1
    print(json.dumps(outcome.json(), ensure_ascii=False, indent=2) if asked.json else told(outcome))
    return 0


def arguments() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser(
        prog="python -m voting.count",
        description="Count a published election again, exactly, without a database.",
        epilog=f"Rules: {', '.join(rules.MODULES)}.",
    )
    asked.add_argument("file", type=Path, metavar="FILE", help=" ".join(formats.MODULES))
    asked.add_argument("--rule", help="else the file's own")
    asked.add_argument(
        "--option", action="append", default=[], metavar="KEY=VALUE", help="may stand several times"
    )
    asked.add_argument("--seats", help="how many are elected")
    asked.add_argument("--lot", metavar="SEED", help="the seed of the lot that parts ties")
    asked.add_argument("--cap", type=int, default=MOST_STEPS, help="give up after so many steps")
    asked.add_argument("--reference", action="store_true", help="count by the slow reference")
    asked.add_argument(
        "--write", type=Path, metavar="FILE", help="write the election in this format"
    )
    asked.add_argument("--json", action="store_true", help="the whole result as JSON")
    return asked


def count(asked: argparse.Namespace) -> Outcome:
    election = formats.read(asked.file)
    for note in election.notes:
        print(f"{asked.file.name}: {note}", file=sys.stderr)
    if asked.write:
        formats.write(election, asked.write)
    lots = given(election.lots) if election.lots else NO_LOTS
    if asked.lot:
        lots = draw((option.id for option in election.options), asked.lot)
    bar = Bar()
    try:
        return rules.counted(
            election,
            spec_for(asked, election),
            lots=lots,
            progress=Progress(bar.tell, asked.cap),
            reference=asked.reference,
        )
    finally:
        bar.end()


def spec_for(asked: argparse.Namespace, election: Election) -> Spec:
    """The rule that was asked for, else the file's own."""
    name, options = asked.rule, {}
    if not name:
        if election.rule is None:
            raise BadCount(
                _(
                    "The file names no rule that is known. Choose one with --rule: %(known)s.",
                    known=", ".join(rules.MODULES),
                )
            )
        name, options = election.rule[0], dict(election.rule[1])
    for word in asked.option:
        key, equals, value = word.partition("=")
        if not equals:
            raise BadCount(_("Write “%(word)s” as key=value.", word=word[:40]))
        options[key.strip()] = value.strip()
    if asked.seats is not None:
        options["seats"] = asked.seats
    return rules.spec(name, options)


class Bar:
    """One line on standard error, from the second second on, at most ten times a second."""

    def __init__(self):
        self.began = self.last = time.monotonic()
        self.shown = False

    def tell(self, done: int, total: int | None) -> None:
        now = time.monotonic()
        if now - self.began < 1 or now - self.last < 0.1:
            return
        self.last, self.shown = now, True
        share = f" of {total:,}" if total else ""
        line = f"\r{done:,}{share} steps, {now - self.began:.0f} s "
        print(line, end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self.shown:
            print(file=sys.stderr)


def told(outcome: Outcome) -> str:
    """The outcome for people who read a terminal."""
    names, election = outcome.election.names, outcome.election
    lines = [str(outcome.spec.sentence(election)), ""]
    for key in outcome.winners:
        lines.append(f"  {key}  {names[key]}  {exact(outcome.scores.get(key, ''))}")
    if outcome.spent is not None and election.budget is not None:
        lines.append(f"  = {election.money(outcome.spent)} / {election.money(election.budget)}")
    lines += [
        "",
        *(f"{names[each.option] or each.option}: {each.words}" for each in outcome.explained()),
    ]
    return "\n".join([*lines, "", f"result_sha256 {outcome.sha256}"])


if __name__ == "__main__":
    sys.exit(main())
