"""The phases of a consultation in a form: all at once in a draft, one day later once published."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations import actions
from consultations.models import Phase
from consultations.phases import Act, last_moment
from consultations.queries import phases_of
from frontend.days import DayField
from frontend.pages.setup.task_form import TaskForm
from intake.forms import LineField

KINDS: dict[str, tuple[Any, tuple[Act, ...]]] = {
    Phase.Kind.PROPOSE.value: (gettext_lazy("Proposals"), (Act.PROPOSE, Act.SUPPORT, Act.DISCUSS)),
    Phase.Kind.DISCUSS.value: (gettext_lazy("Discussion"), (Act.SUPPORT, Act.DISCUSS)),
    Phase.Kind.VOTE.value: (gettext_lazy("Vote"), (Act.VOTE,)),
    Phase.Kind.ANSWER.value: (gettext_lazy("The city answers"), ()),
    Phase.Kind.DELIVER.value: (gettext_lazy("Carried out"), ()),
}
ACTS = [
    (Act.PROPOSE.value, gettext_lazy("write proposals")),
    (Act.SUPPORT.value, gettext_lazy("give support")),
    (Act.DISCUSS.value, gettext_lazy("write points")),
    (Act.VOTE.value, gettext_lazy("vote")),
]


class PhasesForm(TaskForm):
    """Five phases, each with its name, first and last day, and what is open; without days unused."""

    action = staticmethod(actions.save_phases)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for kind in KINDS:
            self.fields |= phase_fields(kind)

    def standing(self, consultation):
        known = {phase.kind: phase for phase in phases_of(consultation)}
        found: dict[str, Any] = {}
        for kind, (name, takes) in KINDS.items():
            phase = known.get(kind)
            found[f"{kind}_name"] = phase.name if phase else str(name)
            found[f"{kind}_first"] = timezone.localdate(phase.opens) if phase else None
            found[f"{kind}_last"] = last_date(phase.closes) if phase else None
            found[f"{kind}_takes"] = (
                [act for act, _label in ACTS if getattr(phase, act)]
                if phase
                else [act.value for act in takes]
            )
        return found

    def rows(self) -> list[dict[str, Any]]:
        """The fields of each phase, for the template."""
        return [
            {
                "kind": Phase.Kind(kind).label,
                **{part: self[f"{kind}_{part}"] for part in ("name", "first", "last", "takes")},
            }
            for kind in KINDS
        ]

    def clean(self):
        found = super().clean() or {}
        for kind in KINDS:
            first, last = found.get(f"{kind}_first"), found.get(f"{kind}_last")
            name = found.get(f"{kind}_name") or str(KINDS[kind][0])
            if bool(first) != bool(last):
                missing = "last" if first else "first"
                if f"{kind}_{missing}" not in self.errors:
                    self.add_error(
                        f"{kind}_{missing}",
                        _("Name both days of “%(phase)s”, or neither.") % {"phase": name},
                    )
            elif first and last and last < first:
                self.add_error(
                    f"{kind}_last",
                    _("%(phase)s would end before it begins.") % {"phase": name},
                )
        return found

    def save(self) -> None:
        actions.save_phases(
            person=self.person, consultation=self.consultation, phases=self.phases()
        )

    def phases(self) -> list[dict[str, Any]]:
        words = self.cleaned_data
        return [
            {
                "kind": kind,
                "name": words[f"{kind}_name"] or str(KINDS[kind][0]),
                "opens": midnight(words[f"{kind}_first"]),
                "closes": midnight(words[f"{kind}_last"] + timedelta(days=1)),
                **{act: act in words[f"{kind}_takes"] for act, _label in ACTS},
            }
            for kind in KINDS
            if words.get(f"{kind}_first") and words.get(f"{kind}_last")
        ]


def phase_fields(kind: str) -> dict[str, forms.Field]:
    return {
        f"{kind}_name": LineField(
            label=gettext_lazy("Name"),
            noun=gettext_lazy("name"),
            max_length=60,
            required=False,
        ),
        f"{kind}_first": a_day(gettext_lazy("First day")),
        f"{kind}_last": a_day(gettext_lazy("Last day")),
        f"{kind}_takes": forms.MultipleChoiceField(
            label=gettext_lazy("People can"),
            choices=ACTS,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        ),
    }


def a_day(label: Any) -> DayField:
    return DayField(
        label=label,
        required=False,
    )


class ExtendForm(forms.Form):
    last = DayField(
        label=gettext_lazy("New last day"),
        help_text=gettext_lazy("It may only become later; everybody who follows is told."),
        error_messages={
            "required": gettext_lazy("Choose the new last day."),
        },
    )

    def closes(self) -> datetime:
        return midnight(self.cleaned_data["last"] + timedelta(days=1))


def midnight(day: date) -> datetime:
    """The first instant of a day where the city is."""
    return timezone.make_aware(datetime.combine(day, time.min))


def last_date(closes: datetime) -> date:
    """The last day of a span: midnight belongs to the day before."""
    return timezone.localdate(last_moment(closes))
