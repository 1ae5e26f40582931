"""The catalogues: nothing missing, nothing unused, every place to be filled in where it belongs."""

import json
from functools import cache

import pytest
from babel.messages.catalog import Message
from django.core.management import CommandError, call_command
from django.utils.translation import ngettext, override

from config.management.commands.words import differences
from config.translating import catalogues, fitting, sources

LANGUAGES = list(catalogues.PLURALS)


@cache
def marked():
    return sources.marked()


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """Catalogues of this test alone."""
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    return tmp_path


def test_the_sources_are_read():
    assert sources.gettext_is_here(), "GNU gettext is missing. On Debian: apt install gettext"
    assert ("", "Consultations") in marked()
    assert isinstance(marked()["", "%(count)s proposal"].id, tuple)
    assert not any("/gallery/" in path for row in marked().values() for path, _ in row.locations)


@pytest.mark.parametrize("language", catalogues.COMPLETE or [None])
def test_no_text_is_missing_or_unused(language):
    if language:
        assert differences(language, marked(), catalogues.read(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_fits(language):
    wrong = {}
    for key, row in catalogues.read(language).items():
        if catalogues.is_translated(row):
            source = (row.id,) if isinstance(row.id, str) else tuple(row.id)
            forms = (row.string,) if isinstance(row.string, str) else tuple(row.string)
            if reasons := fitting.troubles(source, forms):
                wrong[key] = reasons
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_stands_as_the_tool_writes_it(language, own_folder):
    """So that two people's changes meet in lines that they both changed, and in no others."""
    written = own_folder / "kept.po"
    monkey = pytest.MonkeyPatch()
    with monkey.context() as there:
        there.setattr(catalogues, "FOLDER", sources.ROOT / "frontend" / "translations")
        text, rows = catalogues.path_of(language).read_text(), catalogues.read(language)
    catalogues.write(language, rows)
    written.write_text(catalogues.path_of(language).read_text())
    assert written.read_text() == text
    assert "fuzzy" not in text


@pytest.mark.parametrize(
    ("source", "translation", "trouble"),
    [
        ("Sent by %(who)s.", "Gesendet.", "places: lacks %(who)s"),
        ("Sent by %(who)s.", "Gesendet von %(wer)s.", "places: lacks %(who)s, has besides %(wer)s"),
        ("Saved at {time}", "Gesichert", "places: lacks {time}"),
        ("<b>Now</b> read", "Jetzt lesen", "tags: lacks <b> </b>"),
        ("Read it", " ", "is empty"),
        ("Read it", "Lesen Sie es ", "begins or ends with other white space"),
        ("Send", "Das hier jetzt sofort verschicken", "is far longer than"),
    ],
)
def test_what_does_not_fit_is_named(source, translation, trouble):
    assert fitting.troubles((source,), (translation,))[0].startswith(trouble)


def test_one_may_be_said_without_its_number():
    source = ("%(count)s proposal", "%(count)s proposals")
    assert fitting.troubles(source, ("%(count)s Vorschlag", "%(count)s Vorschläge")) == []
    assert fitting.troubles(("one reply", "%(n)s replies"), ("eine", "%(n)s Antworten")) == []
    assert fitting.troubles(source, ("ein Vorschlag", "%(count)s Vorschläge")) != []


def a_catalogue(language):
    texts = [
        Message("Send", flags=()),
        Message(("%(count)s point", "%(count)s points"), flags=("python-format",)),
        Message("Read", context="a button"),
    ]
    catalogues.write(language, {catalogues.key_of(row): row for row in texts})


def test_a_file_of_translations_is_merged_and_what_does_not_fit_is_left_out(own_folder):
    a_catalogue("pl")
    given = own_folder / "given.json"
    three = ["%(count)s punkt", "%(count)s punkty", "%(count)s punktów"]
    rows = [
        {"id": "Send", "text": "Wyślij"},
        {"id": "%(count)s point", "plural": "%(count)s points", "text": three},
        {"id": "Read", "context": "a button", "text": "Czytaj %(x)s"},
        {"id": "Unknown", "text": "?"},
    ]
    given.write_text(json.dumps(rows))
    with pytest.raises(CommandError, match="has besides %\\(x\\)s") as refused:
        call_command("words", merge=str(given), language="pl")
    assert "“Unknown”: is not in the catalogue" in str(refused.value)
    kept = catalogues.read("pl")
    assert kept["", "Send"].string == "Wyślij"
    assert list(kept["", "%(count)s point"].string) == three
    assert not catalogues.is_translated(kept["a button", "Read"])


def test_forms_are_counted(own_folder):
    a_catalogue("pl")
    given = own_folder / "given.json"
    given.write_text(
        json.dumps([{"id": "%(count)s point", "text": ["a %(count)s", "b %(count)s"]}])
    )
    with pytest.raises(CommandError, match="needs 3 forms"):
        call_command("words", merge=str(given), language="pl")


def test_texts_without_a_translation_are_shown_in_english(own_folder):
    a_catalogue("fr")
    catalogues.compile_all()
    assert (own_folder / "fr" / "LC_MESSAGES" / "django.mo").stat().st_size < 700


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_and_unused_texts_are_told_apart(language):
    known = {("", "Send"): Message("Send", "x"), ("", "Old"): Message("Old", "y")}
    said = {("", "Send"): Message("Send"), ("", "New"): Message("New")}
    assert differences(language, said, known) == [
        f"{language} lacks “New”",
        f"{language} still has “Old”",
    ]


def test_django_asks_each_language_for_its_own_plurals():
    """Months and the like come from Django's catalogues, which count otherwise than ours."""
    for language in catalogues.COMPLETE:
        with override(language):
            words = [
                ngettext("%(count)s proposal", "%(count)s proposals", number)
                for number in catalogues.forms_of(language)
            ]
        assert len(set(words)) == len(catalogues.forms_of(language))
