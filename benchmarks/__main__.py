"""`dev.py bench [NAME …] [--json] [option=number …]`: run benchmarks and print what they measured."""

import json
import sys
from collections.abc import Callable

from benchmarks import budgets, pages, rankings

KNOWN: dict[str, Callable[..., dict]] = {
    "pages": pages.measure,
    "budgets": budgets.measure,
    "rankings": rankings.measure,
    "voting": lambda: {"budgets": budgets.measure(), "rankings": rankings.measure()},
}


def main(words: list[str]) -> int:
    as_json = "--json" in words
    options = dict(word.split("=", 1) for word in words if "=" in word)
    names = [word for word in words if word != "--json" and "=" not in word] or ["pages", "voting"]
    if unknown := [name for name in names if name not in KNOWN]:
        print(
            f"There is no benchmark “{unknown[0]}”. There are: {', '.join(KNOWN)}.", file=sys.stderr
        )
        return 2
    measured = {
        name: KNOWN[name](**{key: int(value) for key, value in options.items()}) for name in names
    }
    if as_json:
        print(json.dumps(measured, indent=2))
        return 0
    for name, figures in measured.items():
        print(f"\n{name}")
        show(figures, "  ")
    return 0


def show(figures: dict, indent: str) -> None:
    for key, value in figures.items():
        if isinstance(value, dict):
            print(f"{indent}{key}")
            show(value, indent + "  ")
        else:
            print(f"{indent}{key:<24} {value}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
