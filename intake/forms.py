"""Form fields whose words come through the door."""

from django import forms
from django.core import validators
from django.core.exceptions import ValidationError

from intake.errors import BadInput
from intake.text import clean_line, clean_text, showable

MANY_DIGITS = 19  # more than a row's number has


class _CleanField(forms.CharField):
    """A text field with a limit. `noun` is what the sentences call it: "title".

    The browser is not told a `maxlength`: it would cut off pasted words without a sound.
    `data-limit` tells our own counter.
    """

    def __init__(self, *, max_length, noun=None, **options):
        super().__init__(strip=False, **options)
        self.when_missing = options.get("error_messages", {}).get("required")
        self.max_length = max_length
        self.noun = noun
        self.widget.attrs.setdefault("data-limit", str(max_length))
        self.validators = [
            check
            for check in self.validators
            if not isinstance(check, validators.ProhibitNullCharactersValidator)
        ]

    def take(self, value):
        raise NotImplementedError

    def clean(self, value):
        try:
            value = self.take(value or "")
        except BadInput as error:
            missing = error.code == "required" and self.when_missing
            raise ValidationError(missing or error.sentence, code=error.code) from error
        self.run_validators(value)
        return value

    def bound_data(self, data, initial):
        """What was typed, to be shown again: a page can hold all of it."""
        data = super().bound_data(data, initial)
        return showable(data) if isinstance(data, str) else data


class LineField(_CleanField):
    """One line: a title, a name, a place in words."""

    def take(self, value):
        return clean_line(value, limit=self.max_length, field=self.noun, required=self.required)


class ProseField(_CleanField):
    """Several paragraphs, in a text area."""

    widget = forms.Textarea

    def take(self, value):
        return clean_text(value, limit=self.max_length, field=self.noun, required=self.required)


class SeveralField(forms.ModelMultipleChoiceField):
    """Several rows of a table. A number that no row can have is a wrong choice like any other."""

    def clean(self, value):
        for key in map(str, value or []):
            if len(key) >= MANY_DIGITS and key.lstrip("+-").isdecimal():
                raise ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": key},
                )
        return super().clean(value)
