"""What a person fills in to say something."""

from django import forms
from django.utils.translation import gettext_lazy as _

from discussions.models import POINT_LIMIT, Point
from intake.forms import ProseField

HINT = _("One thought. Plain words, no formatting. Speak of things, not of people.")


class ReplyForm(forms.Form):
    """The words of a reply."""

    body = ProseField(
        label=_("Your reply"),
        noun=_("reply"),
        max_length=POINT_LIMIT,
        help_text=HINT,
        widget=forms.Textarea(attrs={"class": "input", "rows": 4}),
    )


class WordsForm(forms.Form):
    """Other words for what one said."""

    body = ProseField(
        label=_("Your words"),
        noun=_("point"),
        max_length=POINT_LIMIT,
        help_text=HINT,
        widget=forms.Textarea(attrs={"class": "input", "rows": 6}),
    )


class PointForm(forms.Form):
    """First the side, then the words."""

    kind = forms.ChoiceField(
        label=_("What do you want to say?"),
        choices=[
            (Point.Kind.FOR, _("A point for it")),
            (Point.Kind.AGAINST, _("A point against it")),
            (Point.Kind.QUESTION, _("A question to the city")),
        ],
        widget=forms.RadioSelect(attrs={"class": "tick"}),
        error_messages={
            "required": _("Choose: a point for it, a point against it, or a question to the city."),
            "invalid_choice": _(
                "Choose: a point for it, a point against it, or a question to the city."
            ),
        },
    )
    body = ProseField(
        label=_("In your words"),
        noun=_("point"),
        max_length=POINT_LIMIT,
        help_text=HINT,
        widget=forms.Textarea(attrs={"class": "input", "rows": 6}),
    )
