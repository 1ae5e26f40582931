"""How the OpenAPI schema describes our two ways to sign in. Importing this tells it."""

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
