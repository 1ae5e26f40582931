"""One form for each stage; what it refuses stays in the draft."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation, Theme
from consultations.queries import within
from consultations.wording import place_in_words
from intake.forms import LineField, ProseField
from proposals.models import BODY_LIMIT, TITLE_LIMIT, WHERE_LIMIT, ThemeEffect


class StageForm(forms.Form):
    """Knows its consultation; choices are asked from the database only where there are some."""

    def __init__(self, *args: Any, consultation: Consultation, **options: Any):
        super().__init__(*args, **options)
        self.consultation = consultation
        self.offer_choices()

    def offer_choices(self) -> None:
        """Fill in the choices of this consultation."""


class TitleForm(StageForm):
    title = LineField(
        label=_("Title"),
        max_length=TITLE_LIMIT,
        noun=_("title"),
        help_text=_(
            "Say in one line what should be there in the end. For example: Shade for the market square."
        ),
    )


class TextForm(StageForm):
    body = ProseField(
        label=_("Your proposal"),
        max_length=BODY_LIMIT,
        noun=_("text"),
        help_text=_("An empty line begins a new paragraph, ## a heading, - a list."),
        widget=forms.Textarea(attrs={"rows": 14}),
    )


class PlaceForm(StageForm):
    place = forms.ChoiceField(label=_("Part of the city"), required=False)
    where = LineField(
        label=_("The place in words"),
        max_length=WHERE_LIMIT,
        noun=_("place"),
        required=False,
        help_text=_("A street, a building, a corner: so that everybody finds it."),
    )

    def offer_choices(self) -> None:
        places = within(self.consultation.place)
        self.fields["place"].choices = [("", _("No place in particular"))] + [
            (str(place.pk), place_in_words(place)) for place in places
        ]


class ThemesForm(StageForm):
    """For each theme: not touched, helps or costs; the themes of the consultation come first."""

    def offer_choices(self) -> None:
        own = {theme.pk for theme in self.consultation.themes.all()}
        for theme in sorted(Theme.objects.all(), key=lambda theme: theme.pk not in own):
            self.fields[f"theme-{theme.slug}"] = forms.ChoiceField(
                label=theme.name,
                required=False,
                choices=[
                    ("", _("Does not touch it")),
                    (ThemeEffect.Effect.HELPS.value, _("Helps")),
                    (ThemeEffect.Effect.COSTS.value, _("Costs")),
                ],
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Choose one of the three.")},
            )
