"""The way to signing in, and back to where it was asked for."""

from urllib.parse import urlencode

from django.urls import reverse


def sign_in_url(back: str) -> str:
    """The sign-in page, which leads to `back` afterwards: an address of ours, with its #place."""
    return f"{reverse('account_login')}?{urlencode({'next': back})}"
