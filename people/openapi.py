"""What the OpenAPI schema says of the whole API: two ways to sign in, and how it says no.

Importing this tells it of the ways to sign in; settings name the hook.
"""

from typing import Any

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = "people.tokens.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema):
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "“Token KEY”; the operator makes keys with manage.py token EMAIL.",
        }


class SessionScheme(OpenApiAuthenticationExtension):
    target_class = "people.tokens.SignedInAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema):
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}


REFUSALS = {
    "400": "Something that was sent cannot be taken; `fields` says what, field by field.",
    "401": "Sign in first, or the token is not one of ours.",
    "403": "A rule refuses this; `detail` says why.",
    "404": "There is nothing here that you may see.",
    "406": "Not in this format: ask for JSON or HTML.",
    "429": "Too much at once; `Retry-After` says when to try again.",
    "503": "The city cannot do this now; `Retry-After` says when to try again.",
}
REFUSED_WRITES = {
    "409": "It has changed meanwhile, or it is closed.",
    "413": "The body is larger than is taken.",
    "415": "The body is not JSON.",
}
ERROR = {
    "type": "object",
    "properties": {
        "detail": {"type": "string", "description": "A sentence for people."},
        "code": {"type": "string", "description": "A word for programs."},
        "fields": {
            "type": "object",
            "additionalProperties": {},
            "description": "Sentences by the name of the field they are about.",
        },
    },
    "required": ["detail", "code", "fields"],
}


def say_how_it_refuses(result: dict[str, Any], **_rest: Any) -> dict[str, Any]:
    """Every operation names the refusals that any of our resources may answer with."""
    result["components"]["schemas"]["Error"] = ERROR
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    for operations in result["paths"].values():
        for method, operation in operations.items():
            refusals = REFUSALS if method == "get" else REFUSALS | REFUSED_WRITES
            for status, why in refusals.items():
                refusal = {"description": why, "content": content}
                operation["responses"].setdefault(status, refusal)
    return result
