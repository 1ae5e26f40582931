"""What somebody says about an item that breaks the rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from discussions.actions.reporting import EMAIL_LIMIT, FACTS_LIMIT
from discussions.models import Report
from intake.forms import LineField, ProseField

ADDRESS_LIMIT = 500


class ReportForm(forms.Form):
    """The address of the item, what is wrong with it, in good faith."""

    url = LineField(
        label=_("Address of the page"),
        noun=_("address"),
        max_length=ADDRESS_LIMIT,
        help_text=_("Copy it from the address bar of your browser."),
        widget=forms.TextInput(attrs={"class": "input", "inputmode": "url"}),
        error_messages={"required": _("Write the address of what you want to report.")},
    )
    reason = forms.ChoiceField(
        label=_("What is wrong with it?"),
        choices=Report.Reason.choices,
        widget=forms.RadioSelect(attrs={"class": "tick"}),
        error_messages={
            "required": _("Choose what is wrong with it."),
            "invalid_choice": _("Choose what is wrong with it."),
        },
    )
    facts = ProseField(
        label=_("What exactly, and how do you know?"),
        noun=_("description"),
        max_length=FACTS_LIMIT,
        help_text=_("One or two sentences help the moderators to judge quickly."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 4}),
        error_messages={"required": _("Say what exactly is wrong; one sentence is enough.")},
    )
    email = LineField(
        label=_("Your e-mail address"),
        noun=_("e-mail address"),
        max_length=EMAIL_LIMIT,
        required=False,
        help_text=_("Only to tell you what was decided. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email"}),
    )
    good_faith = forms.BooleanField(
        label=_("I believe in good faith that what I write here is true and complete."),
        widget=forms.CheckboxInput(attrs={"class": "tick"}),
        error_messages={"required": _("Confirm that you believe what you report to be true.")},
    )
