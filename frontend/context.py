"""What every page's shell may say, without a query for readers who are not signed in."""

from django.conf import settings

from consultations.roles import roles_of


def site(request):
    """`has_desk` is asked only where the shell shows a signed-in person's way in."""
    return {
        "site_name": settings.SITE_NAME,
        "demo": settings.DEMO,
        "has_desk": lambda: bool(roles_of(getattr(request, "user", None))),
    }
