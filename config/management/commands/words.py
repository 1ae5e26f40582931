"""`manage.py words`: the catalogues and the sources brought together (docs/translating.md)."""

import json
import sys
from pathlib import Path

from babel.messages.catalog import Message
from django.core.management.base import BaseCommand, CommandError

from config.translating import catalogues, fitting, sources


class Command(BaseCommand):
    """Without options: new texts come in, unused ones go, and what is missing is counted."""

    help = __doc__

    def add_arguments(self, parser):
        languages = list(catalogues.PLURALS)
        parser.add_argument("--missing", metavar="LANGUAGE", choices=languages)
        parser.add_argument("--merge", metavar="FILE.json")
        parser.add_argument("--language", choices=languages, help="of the file to merge")
        parser.add_argument(
            "--check", action="store_true", help="change nothing, say what is wrong"
        )

    def handle(self, **options):
        if options["merge"]:
            return self.merge(options["merge"], options["language"])
        if options["check"] and not catalogues.COMPLETE:
            return None
        if not sources.gettext_is_here():
            raise CommandError("GNU gettext is missing. On Debian: apt install gettext")
        if options["missing"]:
            return self.print_missing(options["missing"])
        return self.compare() if options["check"] else self.refresh()

    def refresh(self):
        marked = sources.marked()
        for language in catalogues.PLURALS:
            kept = catalogues.read(language)
            fresh = {key: _with_words(row, kept.get(key)) for key, row in marked.items()}
            catalogues.write(language, fresh)
            lacking = sum(not catalogues.is_translated(row) for row in fresh.values())
            gone = len(kept.keys() - marked.keys())
            self.stdout.write(
                f"{language}: {len(fresh)} texts, {lacking} to translate, {gone} no longer used"
            )
        catalogues.compile_all()

    def print_missing(self, language):
        """The texts without words in this language, also those the catalogue does not know yet."""
        kept = catalogues.read(language)
        rows = [
            _as_json(row, len(catalogues.forms_of(language)))
            for key, row in sorted(sources.marked().items())
            if key not in kept or not catalogues.is_translated(kept[key])
        ]
        json.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
        self.stdout.write("")

    def merge(self, name, language):
        """Take over what fits; name what does not, and end as a failure then."""
        if not language:
            raise CommandError("Say which language it is: --language it")
        rows, refused = catalogues.read(language), []
        given = json.loads(Path(name).read_text())
        for one in given:
            row = rows.get((one.get("context") or "", one["id"]))
            if reasons := _merged(row, one.get("text"), len(catalogues.forms_of(language))):
                refused.append(f"“{one['id']}”: {'; '.join(reasons)}")
        catalogues.write(language, rows)
        catalogues.compile_all()
        self.stdout.write(f"{language}: took {len(given) - len(refused)} of {len(given)} texts")
        if refused:
            raise CommandError("Not taken:\n" + "\n".join(refused))

    def compare(self):
        marked = sources.marked()
        wrong = [
            sentence
            for language in catalogues.COMPLETE
            for sentence in differences(language, marked, catalogues.read(language))
        ]
        if wrong:
            raise CommandError("\n".join([*wrong, "See docs/translating.md: python3 dev.py words"]))


def differences(language, marked, kept) -> list[str]:
    """What a catalogue lacks, or has in vain, compared with what the sources say."""
    lacking = {key for key in marked if key not in kept or not catalogues.is_translated(kept[key])}
    return [
        *(f"{language} lacks “{words}”" for _context, words in sorted(lacking)),
        *(f"{language} still has “{words}”" for _context, words in sorted(kept.keys() - marked)),
    ]


def _with_words(row: Message, kept: Message | None) -> Message:
    """What the sources say, with the words that were there; a text that got a plural starts anew."""
    if kept is not None and isinstance(kept.id, str) == isinstance(row.id, str):
        row = Message(row.id, kept.string, row.locations, row.flags, context=row.context)
    return row


def _as_json(row: Message, forms: int) -> dict:
    """One text to translate: fill `text` in, as a list of so many forms where there is a plural."""
    context, words = catalogues.key_of(row)
    asked: dict = {"id": words}
    if context:
        asked["context"] = context
    if not isinstance(row.id, str):
        asked["plural"] = row.id[1]
    asked["where"] = sorted({path for path, _line in row.locations})[:3]
    asked["text"] = "" if isinstance(row.id, str) else [""] * forms
    return asked


def _merged(row: Message | None, text, forms: int) -> list[str]:
    if row is None:
        return ["is not in the catalogue; run `python3 dev.py words` first"]
    source = (row.id,) if isinstance(row.id, str) else tuple(row.id)
    given = (text,) if isinstance(text, str) else tuple(text or ())
    if len(given) != (1 if len(source) == 1 else forms):
        return [f"needs {forms} forms" if len(source) > 1 else "needs one text"]
    if reasons := fitting.troubles(source, given):
        return reasons
    row.string = given[0] if len(source) == 1 else given
    return []
