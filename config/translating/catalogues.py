"""The catalogues in `frontend/translations`: read, written the same way always, compiled.

`python -m config.translating.catalogues` compiles them; neither GNU gettext nor Django is needed.
"""

import io
import os
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).resolve().parents[2] / "frontend" / "translations"
ONE_OR_MORE = "nplurals=2; plural=(n != 1);"
PLURALS = {
    "de": ONE_OR_MORE,
    "fr": "nplurals=2; plural=(n > 1);",
    "it": ONE_OR_MORE,
    "es": ONE_OR_MORE,
    "pl": (
        "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
}
"""English needs no catalogue: the sources are in English."""
COMPLETE: tuple[str, ...] = ("de", "es", "fr", "it", "pl")
"""Languages in which no text may be missing or unused: `dev.py check` and the tests see to it."""
SAMPLES = {"pl": (1, 2, 5)}
"""For each form a number that asks for it; elsewhere 1 and 2."""
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""

Key = tuple[str, str]
"""Context and English words (of one, where there is a plural)."""


def path_of(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> dict[Key, Message]:
    path = path_of(language)
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return messages(read_po(file, locale=language))


def messages(catalog: Catalog) -> dict[Key, Message]:
    return {key_of(message): message for message in catalog if message.id}


def key_of(message: Message) -> Key:
    words = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", words


def forms_of(language: str) -> tuple[int, ...]:
    return SAMPLES.get(language, (1, 2))


def strings_of(message: Message) -> list[str]:
    if isinstance(message.string, str):
        return [message.string]
    return list(message.string or ())


def is_translated(message: Message) -> bool:
    strings = strings_of(message)
    return bool(strings) and all(strings)


def write(language: str, rows: dict[Key, Message]) -> None:
    """Sorted, without dates and places in the sources: two people's additions merge by themselves."""
    catalog = Catalog(locale=language)
    catalog.mime_headers = [("Plural-Forms", PLURALS[language])]  # Babel would give French three
    for (context, _words), message in sorted(rows.items()):
        catalog.add(
            message.id,
            _padded(message, len(forms_of(language))),
            flags=sorted(message.flags & {"python-format"}),
            context=context or None,
        )
    body = io.BytesIO()
    write_po(body, catalog, omit_header=True, sort_output=True, no_location=True, width=100)
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    header = HEADER.format(language=language, plurals=PLURALS[language])
    path.write_text(header + body.getvalue().decode().rstrip() + "\n")


def _padded(message: Message, forms: int):
    if isinstance(message.id, str):
        return message.string if isinstance(message.string, str) else ""
    strings = [] if isinstance(message.string, str) else strings_of(message)
    return tuple((strings + [""] * forms)[:forms])


def compile_all() -> None:
    """Write each `.mo` whose `.po` is newer, in one step, so that nobody reads half a file."""
    for source in sorted(FOLDER.glob("*/LC_MESSAGES/django.po")):
        made = source.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parents[1].name)
        for message in list(catalog):
            if message.id and not is_translated(message):  # an empty plural would be shown empty
                catalog.delete(message.id, message.context)
        fresh = made.with_suffix(f".{os.getpid()}")
        with fresh.open("wb") as file:
            write_mo(file, catalog)
        fresh.replace(made)


if __name__ == "__main__":
    compile_all()
