"""What every page's shell may say, without a query for readers who are not signed in."""

from django.conf import settings

from consultations.models import Role
from consultations.roles import roles_of


def site(request):
    """The three last are asked only where the shell shows a signed-in person's ways in."""
    person = getattr(request, "user", None)
    return {
        "site_name": settings.SITE_NAME,
        "demo": settings.DEMO,
        "has_desk": lambda: bool(roles_of(person)),
        "evaluates": lambda: roles_of(person).holds_anywhere(Role.EVALUATOR),
        "organises": lambda: roles_of(person).holds_anywhere(Role.ORGANISER),
    }
