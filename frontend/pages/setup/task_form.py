"""What the form of each task of setting up has in common."""

from typing import Any, ClassVar

from django import forms

from consultations.models import Consultation


class TaskForm(forms.Form):
    """What every task's form offers: what stands, and how it is saved."""

    action: ClassVar[Any]
    limits: ClassVar[dict[str, int]] = {}

    def __init__(self, *args, consultation: Consultation, person, **options):
        self.consultation, self.person = consultation, person
        options.setdefault("initial", self.standing(consultation))
        super().__init__(*args, **options)

    def standing(self, consultation: Consultation) -> dict[str, Any]:
        """What was entered before."""
        raise NotImplementedError

    def save(self) -> None:
        type(self).action(person=self.person, consultation=self.consultation, **self.cleaned_data)
