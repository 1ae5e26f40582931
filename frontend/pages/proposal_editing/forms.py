"""What the author fills in to change or withdraw a proposal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.forms import LineField, ProseField
from proposals.actions.editing import NOTE_LIMIT
from proposals.actions.withdrawing import REASON_LIMIT
from proposals.models import BODY_LIMIT, TITLE_LIMIT


class VersionForm(forms.Form):
    """New words for a proposal; `base` is the version they started from."""

    title = LineField(label=_("Title"), max_length=TITLE_LIMIT, noun=_("title"))
    body = ProseField(
        label=_("Text"),
        max_length=BODY_LIMIT,
        noun=_("text"),
        help_text=_("An empty line begins a new paragraph, ## a heading, - a list."),
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    note = LineField(
        label=_("What did you change, and why?"),
        max_length=NOTE_LIMIT,
        noun=_("note"),
        required=False,
        help_text=_("One sentence. People who support the proposal read it."),
    )
    base = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class WithdrawalForm(forms.Form):
    reason = LineField(
        label=_("Why do you withdraw it?"),
        max_length=REASON_LIMIT,
        noun=_("reason"),
        required=False,
        help_text=_("It stands on the page, with the date."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
