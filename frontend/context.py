"""What every page's shell may say, without a query."""

from django.conf import settings


def site(request):
    return {
        "site_name": settings.SITE_NAME,
        "demo": settings.DEMO,
        "live_url": "/live/",
    }
