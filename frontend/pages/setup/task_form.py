"""What the form of each task of setting up has in common."""

from typing import Any, ClassVar

from django import forms

from consultations.models import Consultation
from people.texts import unspoken


class TaskForm(forms.Form):
    """What every task's form offers: what stands, and how it is saved."""

    action: ClassVar[Any]
    limits: ClassVar[dict[str, int]] = {}

    def __init__(self, *args, consultation: Consultation, person, **options):
        self.consultation, self.person = consultation, person
        standing = self.standing(consultation)
        # One edits the first words, whatever language one reads in.
        options.setdefault("initial", {name: unspoken(told) for name, told in standing.items()})
        super().__init__(*args, **options)

    def standing(self, consultation: Consultation) -> dict[str, Any]:
        """What was entered before."""
        raise NotImplementedError

    def save(self) -> None:
        type(self).action(person=self.person, consultation=self.consultation, **self.cleaned_data)
