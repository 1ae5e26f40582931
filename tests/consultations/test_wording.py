"""Places in words, in whatever language they are read."""

import pytest
from django.utils.translation import override

from consultations.models import Level
from consultations.wording import place_in_words
from tests.factories import a_place

pytestmark = pytest.mark.django_db


def test_a_name_that_says_its_level_is_left_alone_in_every_language():
    marrow = a_place("Province of Marrow", Level.PROVINCE)
    lindhaven = a_place("Lindhaven", Level.CITY)
    for language in ("en", "de", "fr"):
        with override(language):
            assert place_in_words(marrow) == "Province of Marrow"
    with override("de"):
        assert place_in_words(lindhaven) == "Stadt Lindhaven"
    assert place_in_words(lindhaven) == "City of Lindhaven"


def test_a_name_is_asked_in_its_own_language():
    stadt = a_place("Stadt Lindhaven", Level.CITY)
    stadt.language = "de"
    with override("fr"):
        assert place_in_words(stadt) == "Stadt Lindhaven"
