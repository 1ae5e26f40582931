"""Whom, which role, and where."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.appointments import scopes_of
from consultations.models import Consultation, Department, Place, Role
from intake.forms import LineField
from people.models import Person
from people.queries import people_called

WHAT_THEY_DO = {
    Role.ORGANISER: _("Organiser: sets up consultations, gives and takes roles"),
    Role.MODERATOR: _("Moderator: judges what is reported"),
    Role.EVALUATOR: _("Evaluator: writes the city’s answers"),
    Role.COUNTER_OFFICER: _("Counter officer: enters what people bring on paper"),
    Role.EDITOR: _("Editor: writes for the library"),
}


class FindForm(forms.Form):
    """Somebody who has signed up, by e-mail address or by the name that others read."""

    who = LineField(
        label=_("E-mail address or name"),
        help_text=_("Exactly as it was given when signing up."),
        max_length=254,
        noun=_("e-mail address or name"),
    )
    found: list[Person]

    def clean_who(self):
        who = self.cleaned_data["who"]
        self.found = people_called(who)
        if not self.found:
            raise forms.ValidationError(
                _("Nobody has signed up with this address or name. Check how it is written."),
                code="unknown",
            )
        return who


class RoleForm(forms.Form):
    """Which role, for which place or consultation, for which department."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=list(WHAT_THEY_DO.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a role.")},
    )
    where = forms.ChoiceField(
        label=_("For"),
        help_text=_("A role for a place holds for everything below it."),
        error_messages={"required": _("Choose a place or a consultation.")},
    )
    department = forms.ModelChoiceField(
        label=_("Department"),
        queryset=Department.objects.none(),
        required=False,
        empty_label=_("No department"),
    )

    def __init__(self, organiser, *args, **kwargs):
        super().__init__(*args, **kwargs)
        places, consultations = scopes_of(organiser)
        self.scopes: dict[str, Place | Consultation] = {
            f"place-{place.pk}": place for place in places
        } | {f"consultation-{one.pk}": one for one in consultations}
        where, department = self.fields["where"], self.fields["department"]
        where.choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            (_("Places"), [(f"place-{place.pk}", place.name) for place in places]),
            (
                _("Consultations"),
                [(f"consultation-{one.pk}", one.title) for one in consultations],
            ),
        ]
        department.queryset = Department.objects.order_by("name")  # type: ignore[attr-defined]

    @property
    def scope(self) -> Place | Consultation:
        return self.scopes[self.cleaned_data["where"]]
