"""Words that go with a number which scripts repaint: one form for each of a language's plurals."""

from typing import Any

from django.utils.translation import ngettext_lazy, npgettext_lazy

SAMPLES = {"one": 1, "few": 2, "many": 5, "other": 2}
"""For each of the browser's plural categories a number that has it, where a language has it.

Polish has one, few and many; “other” it uses for fractions alone, which nobody counts here.
"""

WORDS: dict[str, Any] = {
    "new points": ngettext_lazy("Show {count} new point", "Show {count} new points"),
    "new proposals": ngettext_lazy("Show {count} new proposal", "Show {count} new proposals"),
    "new replies": ngettext_lazy("Show {count} new reply", "Show {count} new replies"),
    "new reports": ngettext_lazy("Show {count} new report", "Show {count} new reports"),
    "proposals": ngettext_lazy("proposal", "proposals"),
    "supporters": ngettext_lazy("person supports this", "people support this"),
    "unread": npgettext_lazy("notices", "{count} new", "{count} new"),
}


def forms(name: str) -> dict[str, str]:
    """`{"one": …, "few": …, "many": …, "other": …}` in the language spoken now."""
    return {category: WORDS[name] % number for category, number in SAMPLES.items()}
