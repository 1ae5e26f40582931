"""What somebody wants by mail."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.letter_choices import choose_letters
from people.models import LetterChoice

YES_NO = {"yes": True, "no": False}


class LettersForm(forms.Form):
    """One switch that wins over everything, and two choices that hold while it is on."""

    letters = forms.ChoiceField(
        label=_("Do you want letters by e-mail?"),
        choices=[("yes", _("Yes")), ("no", _("No, none at all"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you want letters.")},
    )
    at_once = forms.ChoiceField(
        label=_("When something concerns you yourself"),
        help_text=_(
            "The city answers your proposal, somebody replies to you, your words are judged, "
            "you are given a role."
        ),
        choices=[("yes", _("Write to me at once")), ("no", _("It can wait for the summary"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose when we write.")},
    )
    digest = forms.ChoiceField(
        label=_("A summary of what is new in what you follow"),
        help_text=_("Only when there is something new."),
        choices=LetterChoice.Digest.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often.")},
    )

    @staticmethod
    def chosen(choice: LetterChoice) -> dict[str, str]:
        """The form's values for what holds now."""
        return {
            "letters": "yes" if choice.letters else "no",
            "at_once": "yes" if choice.at_once else "no",
            "digest": choice.digest,
        }

    def save(self, person) -> LetterChoice:
        said = self.cleaned_data
        return choose_letters(
            person=person,
            letters=YES_NO[said["letters"]],
            at_once=YES_NO[said["at_once"]],
            digest=said["digest"],
        )
