"""Serializer fields whose words come through the door."""

from typing import Any

from rest_framework import serializers

from intake.errors import BadInput
from intake.text import clean_line, clean_text


class _CleanField(serializers.CharField):
    """A text field with a limit. `noun` is what the sentences call it: "the title"."""

    def __init__(self, *, max_length, noun=None, **options):
        super().__init__(max_length=max_length, **options)
        self.noun = noun

    def take(self, data):
        raise NotImplementedError

    def run_validation(self, data=serializers.empty):
        """Only absence and `null` are settled before the words are cleaned."""
        is_empty, data = self.validate_empty_values(data)
        if is_empty:
            return data
        value = self.to_internal_value(data)
        self.run_validators(value)
        return value

    def to_internal_value(self, data):
        try:
            return self.take(data)
        except BadInput as error:
            raise serializers.ValidationError(error.sentence, code=error.code) from error


class LineField(_CleanField):
    """One line: a title, a name."""

    def take(self, data):
        return clean_line(
            data, limit=self.max_length, field=self.noun, required=not self.allow_blank
        )


class ProseField(_CleanField):
    """Several paragraphs."""

    def take(self, data):
        return clean_text(
            data, limit=self.max_length, field=self.noun, required=not self.allow_blank
        )


def valid(kind: type[serializers.Serializer], request, /, **context) -> dict[str, Any]:
    """What the body of a request holds, as `kind` reads it; otherwise 400 with a sentence each."""
    body = kind(data=request.data, context=context)
    body.is_valid(raise_exception=True)
    return body.validated_data
