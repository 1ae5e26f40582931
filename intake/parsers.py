"""How the API reads a body: at most so many bytes of JSON, guarded."""

from django.core.exceptions import RequestDataTooBig
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser

from intake import json
from intake.errors import BadInput


class TooLarge(APIException):
    """413: the body is longer than the API reads."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "too-large"


class GuardedJSONParser(JSONParser):
    """JSON through `intake.json`. A subclass may set other limits."""

    max_bytes = 256 * 1024
    max_depth = 20

    def parse(self, stream, media_type=None, parser_context=None):
        try:
            # One byte more than we take tells that there is more, without reading all of it.
            raw = stream.read(self.max_bytes + 1)
            value = json.loads(raw, max_bytes=self.max_bytes, max_depth=self.max_depth)
        except RequestDataTooBig as error:
            raise TooLarge(json.too_large(self.max_bytes).sentence) from error
        except BadInput as error:
            refusal = TooLarge if error.code == "too-large" else ParseError
            raise refusal(error.sentence, code=error.code) from error
        if value is None:
            raise ParseError(_("Send names and values in braces."), code="not-an-object")
        return value
