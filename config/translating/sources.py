"""Every text marked for translation in code and templates, found by GNU gettext."""

import contextlib
import io
import os
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.core.management.commands import makemessages
from django.test.utils import override_settings

from config.translating.catalogues import ONE_OR_MORE as ENGLISH
from config.translating.catalogues import Key, messages

ROOT = Path(__file__).resolve().parents[2]
UNREAD = [
    "node_modules",
    "build",
    "var",
    "tests",
    "benchmarks",
    "config/demo/*",
    "config/bulk/*",
    "frontend/pages/gallery/*",
]
"""Made-up content, tests, and the engineers' gallery are not for readers."""


class Reading(makemessages.Command):
    """Django's own extraction, which ends before any catalogue is touched."""

    found: dict[Key, Message]

    def write_po_file(self, potfile: str, locale: str) -> None:
        text = Path(potfile).read_text().replace("nplurals=INTEGER; plural=EXPRESSION;", ENGLISH)
        self.found = messages(read_po(io.BytesIO(text.encode())))


def marked() -> dict[Key, Message]:
    """What the sources say, with the files that say it."""
    options: dict[str, Any] = {
        "locale": ["none"],
        "exclude": [],
        "domain": "django",
        "all": False,
        "extensions": None,
        "symlinks": False,
        "ignore_patterns": list(UNREAD),
        "use_default_ignore_patterns": True,
        "no_wrap": False,
        "no_location": False,
        "add_location": "file",
        "no_obsolete": True,
        "keep_pot": False,
        "verbosity": 0,
    }
    reading = Reading(stdout=io.StringIO(), stderr=io.StringIO())
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(ROOT),
        override_settings(LOCALE_PATHS=[folder]),
    ):
        reading.handle(**options)
    return reading.found


def gettext_is_here() -> bool:
    return any(
        (Path(folder) / "xgettext").exists() for folder in os.environ.get("PATH", "").split(":")
    )
