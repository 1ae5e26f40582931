"""Forms and serializers use the door, and keep what was typed."""

import pytest
from django import forms
from rest_framework import serializers

from intake.forms import LineField, ProseField
from intake.serializers import LineField as LineInJson
from intake.serializers import ProseField as ProseInJson


class Suggestion(forms.Form):
    title = LineField(max_length=20, noun="title")
    why = ProseField(max_length=50, required=False)


class SuggestionInJson(serializers.Serializer):
    title = LineInJson(max_length=20, noun="title")
    why = ProseInJson(max_length=50, required=False, allow_blank=True)


def test_a_form_hands_on_clean_words():
    form = Suggestion({"title": " More\u200b  shade ", "why": "Sun.\r\n\r\n\r\n\r\nHeat."})
    assert form.is_valid()
    assert form.cleaned_data == {"title": "More shade", "why": "Sun.\n\nHeat."}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write the title."),
        ("\u200b", "Write the title."),
        ("a" * 25, "Shorten the title by 5 characters."),
        ("a\x00b", "This holds a character that cannot be stored. Write that part again."),
    ],
)
def test_a_refused_title_says_the_mend_and_stays_in_the_field(typed, sentence):
    form = Suggestion({"title": typed, "why": ""})
    assert form.errors == {"title": [sentence]}
    shown = str(form["title"])
    assert typed.replace("\x00", "\ufffd") in shown
    shown.encode()
    body = SuggestionInJson(data={"title": typed})
    assert not body.is_valid()
    assert body.errors == {"title": [sentence]}


def test_the_browser_does_not_cut_off_pasted_words():
    shown = str(Suggestion()["title"])
    assert "maxlength" not in shown
    assert 'data-limit="20"' in shown


def test_a_page_may_say_in_its_own_words_what_is_missing():
    field = LineField(max_length=9, error_messages={"required": "Give it a name."})
    with pytest.raises(forms.ValidationError) as caught:
        field.clean(" ")
    assert caught.value.messages == ["Give it a name."]


def test_json_fields_take_text_and_nothing_else():
    for thing in (7, True, ["a"], {"a": 1}):
        assert not SuggestionInJson(data={"title": thing}).is_valid()
    body = SuggestionInJson(data={"title": "  Shade ", "why": "\u200b"})
    assert body.is_valid()
    assert body.validated_data == {"title": "Shade", "why": ""}
    assert not SuggestionInJson(data={}).is_valid()
    assert not SuggestionInJson(data={"title": None}).is_valid()
