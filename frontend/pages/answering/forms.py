"""The form of an answer: kind, reasons, money, who, by when, and what the city commits itself to."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Consultation, Department
from frontend.days import DayField
from intake.forms import LineField, ProseField
from proposals.actions.answering import (
    BECAUSE_LIMIT,
    COMMITMENTS_LIMIT,
    LINE_LIMIT,
    NAME_LIMIT,
)
from proposals.models import Answer
from proposals.phrases import PAST

ROWS_AT_FIRST = 2


class AnswerForm(forms.Form):
    """What an evaluator fills in. `commitments()` gives the rows that hold something."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What does the city say?"),
        choices=Answer.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy(
                "Choose whether the city will do it, will do part of it, or will not."
            )
        },
    )
    because = ProseField(
        label=gettext_lazy("Because"),
        noun=gettext_lazy("reasons"),
        help_text=gettext_lazy(
            "Take up what people said for and against. Write to them, not about them."
        ),
        max_length=BECAUSE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    money = LineField(
        label=gettext_lazy("With what money"),
        noun=gettext_lazy("money"),
        help_text=gettext_lazy("The sum and where it comes from, or that it costs nothing."),
        max_length=LINE_LIMIT,
        required=False,
    )
    department = forms.ModelChoiceField(
        label=gettext_lazy("Which department answers"),
        queryset=Department.objects.none(),
        required=False,
        empty_label=gettext_lazy("The city as a whole"),
    )
    who = LineField(
        label=gettext_lazy("Who carries it out"),
        noun=gettext_lazy("name"),
        max_length=NAME_LIMIT,
        required=False,
    )
    by_when = LineField(
        label=gettext_lazy("By when"),
        noun=gettext_lazy("date"),
        help_text=gettext_lazy("In words: “planted before winter”."),
        max_length=NAME_LIMIT,
        required=False,
    )

    def __init__(self, *args, consultation: Consultation, **options):
        super().__init__(*args, **options)
        self.fields["department"].queryset = departments_for(consultation)
        self.rows = rows_for(self.data if self.is_bound else self.initial)
        for row in range(self.rows):
            self.fields |= commitment_fields(row)

    def commitment_rows(self) -> list[dict[str, Any]]:
        """The fields of each commitment, for the template."""
        return [
            {
                "number": row + 1,
                "what": self[f"what_{row}"],
                "responsible": self[f"responsible_{row}"],
                "due": self[f"due_{row}"],
            }
            for row in range(self.rows)
        ]

    def clean(self):
        found = super().clean() or {}
        for row in range(self.rows):
            what, due = found.get(f"what_{row}"), found.get(f"due_{row}")
            if what and not due and f"due_{row}" not in self.errors:
                self.add_error(f"due_{row}", _("Name the day by which this is kept."))
            if due and due < timezone.localdate():
                self.add_error(f"due_{row}", PAST)
            if not what and (due or found.get(f"responsible_{row}")):
                self.add_error(f"what_{row}", _("Say what is promised, or empty this row."))
        return found

    def commitments(self) -> list[dict[str, Any]]:
        words = self.cleaned_data
        return [
            {
                "what": words[f"what_{row}"],
                "who": words[f"responsible_{row}"],
                "due": words[f"due_{row}"],
            }
            for row in range(self.rows)
            if words.get(f"what_{row}")
        ]

    def answer(self) -> dict[str, Any]:
        """What the action takes."""
        names = ("kind", "because", "money", "department", "who", "by_when")
        return {name: self.cleaned_data[name] for name in names}


def commitment_fields(row: int) -> dict[str, forms.Field]:
    return {
        f"what_{row}": LineField(
            label=gettext_lazy("What"),
            noun=gettext_lazy("commitment"),
            max_length=LINE_LIMIT,
            required=False,
        ),
        f"responsible_{row}": LineField(
            label=gettext_lazy("Who"),
            noun=gettext_lazy("name"),
            max_length=NAME_LIMIT,
            required=False,
        ),
        f"due_{row}": DayField(label=gettext_lazy("By which day"), required=False),
    }


def rows_for(words: Any) -> int:
    """Two rows, or one more than are filled; "add" asks for more; never above the limit."""
    filled = [row for row in range(COMMITMENTS_LIMIT) if words.get(f"what_{row}")]
    wanted = max(filled, default=-1) + 2
    return min(COMMITMENTS_LIMIT, max(ROWS_AT_FIRST, wanted))


def departments_for(consultation: Consultation):
    """Those named in the consultation; where none is, those of its place."""
    named = consultation.departments.order_by("name")
    if named:
        return named
    return Department.objects.filter(place=consultation.place).order_by("name")
