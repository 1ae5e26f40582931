"""Texts of the city in several languages, none of which has to be there."""

import pickle

import pytest
from django.db import connection
from django.utils.translation import override

from consultations.models import Consultation, Theme
from people import texts
from tests.factories import a_consultation

pytestmark = pytest.mark.django_db


@pytest.fixture
def streets():
    consultation = a_consultation("Greener streets")
    consultation.translations = {"de": {"title": "Grünere Straßen"}}
    consultation.save()
    return Consultation.objects.get(pk=consultation.pk)


def test_a_text_is_read_in_the_language_that_is_spoken(streets):
    assert (streets.title, streets.title.language) == ("Greener streets", "en")
    with override("de"):
        assert (streets.title, streets.title.language) == ("Grünere Straßen", "de")


def test_what_a_language_lacks_is_read_in_one_that_has_it(streets):
    with override("de"):
        assert streets.standfirst.language == "en"
    with override("pl"):
        assert (streets.title, streets.title.language) == ("Greener streets", "en")


def test_no_language_has_to_be_there():
    consultation = a_consultation("Więcej zieleni", language="pl", translations={})
    with override("fr"):
        assert consultation.title.language == "pl"
    empty = a_consultation("", translations={"de": {"title": "Nur auf Deutsch"}})
    assert (empty.title, empty.title.language) == ("Nur auf Deutsch", "de")


def test_the_database_gets_the_first_words_whatever_is_spoken(streets):
    with override("de"):
        streets.title = streets.title
        streets.save()
        streets.refresh_from_db()
        Consultation.objects.bulk_update([streets], ["title"])
        copy = Consultation.objects.create(slug="copy", title=streets.title, place=streets.place)
        assert Consultation.objects.filter(title=streets.title).count() == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT title FROM consultations_consultation")
        assert {row[0] for row in cursor.fetchall()} == {"Greener streets"}
    assert texts.first(copy, "title") == "Greener streets"


def test_new_words_are_in_the_language_of_their_writer():
    with override("de"):
        theme = Theme.objects.create(slug="wasser", name="Wasser", group="threat")
    assert theme.language == "de"
    assert Theme.objects.get(pk=theme.pk).name.language == "de"


def test_words_travel_with_their_language(streets):
    with override("de"):
        again = pickle.loads(pickle.dumps(streets.title))
    assert (again, again.language, again.first) == ("Grünere Straßen", "de", "Greener streets")


def test_every_language_is_found_and_named(streets):
    assert "Grünere Straßen" in texts.in_all_languages(streets)
    assert texts.languages_of(streets) == ["en", "de"]
    assert texts.texts_of(Consultation) == ["title", "standfirst", "body", "who_may", "feeds"]
