"""Sums of money as people read them."""

from django.contrib.humanize.templatetags.humanize import intcomma

SIGNS = {"EUR": "€", "GBP": "£"}


def money(cents: int, currency: str = "EUR") -> str:
    """`€120,000`, or `PLN 1,070,000.50`: cents only where there are any."""
    whole, rest = divmod(abs(cents), 100)
    number = f"{intcomma(whole)}.{rest:02}" if rest else intcomma(whole)
    sign = SIGNS.get(currency)
    return ("−" if cents < 0 else "") + (f"{sign}{number}" if sign else f"{currency} {number}")
