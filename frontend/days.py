"""A day asked for in a form: the browser's own calendar, and dates a city can mean."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy

FIRST, LAST = date(2000, 1, 1), date(2199, 12, 31)
UNLIKELY = gettext_lazy("Choose a day between 2000 and 2199.")


class DayField(forms.DateField):
    """A date with a calendar; years beyond what a city plans are refused in words."""

    def __init__(self, **options):
        options.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        messages = {
            "required": gettext_lazy("Choose the day."),
            "invalid": gettext_lazy("Write the day as 2027-05-31."),
        }
        options["error_messages"] = messages | options.get("error_messages", {})
        super().__init__(**options)
        self.validators += [MinValueValidator(FIRST, UNLIKELY), MaxValueValidator(LAST, UNLIKELY)]
