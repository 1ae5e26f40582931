"""The city's face on one form: name, crest, colour, languages."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from consultations.actions.founding import CITY_LIMIT
from intake.colours import clean_colour
from intake.crests import MOST_BYTES, clean_crest
from intake.errors import BadInput
from intake.forms import LineField
from people.models import City


class CityForm(forms.Form):
    """What every page shows of the city. Everything is checked before anything is kept."""

    name = LineField(
        label=_("Name of the city"),
        help_text=_("As it stands on top of every page and under every letter."),
        max_length=CITY_LIMIT,
        noun=_("name"),
    )
    crest = forms.FileField(
        label=_("Crest"),
        help_text=_("A PNG, JPEG or WebP file of at most 2 MB, best 200 pixels high."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
        error_messages={"empty": _("This file is empty. Choose another.")},
    )
    no_crest = forms.BooleanField(label=_("Take the crest away"), required=False)
    colour = LineField(
        label=_("Colour"),
        help_text=_(
            "# and six digits or letters, like #015c5c: for buttons and lines. Leave it empty for "
            "Polyphony’s own."
        ),
        max_length=7,
        noun=_("colour"),
        required=False,
    )
    own_language = forms.ChoiceField(label=_("The city’s own language"), choices=settings.LANGUAGES)
    languages = forms.MultipleChoiceField(
        label=_("Languages offered besides"),
        choices=settings.LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, city: City, *args, **kwargs):
        own, *others = city.languages or [settings.LANGUAGE_CODE]
        kwargs["initial"] = {
            "name": city.name,
            "colour": city.colour,
            "own_language": own,
            "languages": others,
        }
        super().__init__(*args, **kwargs)
        if not city.crest:
            del self.fields["no_crest"]
        if len(settings.LANGUAGES) == 1:
            del self.fields["own_language"], self.fields["languages"]

    def clean_colour(self):
        return self.through(clean_colour, self.cleaned_data["colour"])

    def clean_crest(self):
        """The bytes of a picture that was found good; None where none was chosen."""
        file = self.cleaned_data["crest"]
        if not file:
            return None
        content = file.read(MOST_BYTES + 1)
        self.through(clean_crest, content)
        return content

    def through(self, door, given):
        try:
            return door(given) if given else given
        except BadInput as trouble:
            raise forms.ValidationError(trouble.sentence, code=trouble.code) from trouble

    def wanted(self) -> dict:
        """What `change_city` is asked for."""
        given = self.cleaned_data
        own = given.get("own_language", settings.LANGUAGE_CODE)
        crest = b"" if given.get("no_crest") and not given["crest"] else given["crest"]
        return {
            "name": given["name"],
            "colour": given["colour"],
            "crest": crest,
            "languages": [own, *(code for code in given.get("languages", []) if code != own)],
        }
