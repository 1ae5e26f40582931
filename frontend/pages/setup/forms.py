"""One form for each task of setting up a consultation: read, check, save through one action."""

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations import actions
from consultations.contradictions import Task
from consultations.models import Consultation, Department, Level, Phase, Place, Role, Theme
from consultations.phases import Act
from consultations.queries import phases_of
from consultations.roles import roles_of
from consultations.wording import place_in_words
from frontend.days import DayField
from intake.forms import LineField, ProseField, SeveralField


class PlaceField(forms.ModelChoiceField):
    def label_from_instance(self, place: Place) -> str:
        return place_in_words(place)


def places_of(person):
    return Place.objects.filter(pk__in=roles_of(person).places(Role.ORGANISER)).order_by("name")


def usual_place(person) -> int | None:
    """Most questions are a city's: the first city she organises for, if there is one."""
    return places_of(person).filter(level=Level.CITY).values_list("pk", flat=True).first()


class BeginForm(forms.Form):
    """A title and a place: enough for a draft."""

    title = LineField(
        label=gettext_lazy("What do you want to ask?"),
        noun=gettext_lazy("the question"),
        help_text=gettext_lazy(
            "As people would say it, in 80 characters. You can change it later."
        ),
        max_length=80,
    )
    place = PlaceField(
        label=gettext_lazy("Where is it asked?"), queryset=Place.objects.none(), empty_label=None
    )

    def __init__(self, *args, person, **options):
        super().__init__(*args, **options)
        self.fields["place"].queryset = places_of(person)
        self.fields["place"].initial = usual_place(person)


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


class QuestionForm(TaskForm):
    action = staticmethod(actions.save_question)

    title = LineField(
        label=gettext_lazy("The question"), noun=gettext_lazy("the question"), max_length=80
    )
    standfirst = LineField(
        label=gettext_lazy("One sentence about it"),
        noun=gettext_lazy("the sentence"),
        help_text=gettext_lazy("What is at stake, in plain words. It stands in every list."),
        max_length=300,
    )
    body = ProseField(
        label=gettext_lazy("What people should know"),
        noun=gettext_lazy("the text"),
        help_text=gettext_lazy("What is decided already, what is not, what was tried."),
        max_length=10_000,
        required=False,
    )

    def standing(self, consultation):
        return {name: getattr(consultation, name) for name in ("title", "standfirst", "body")}


class FieldForm(TaskForm):
    action = staticmethod(actions.save_field)

    place = PlaceField(
        label=gettext_lazy("Which place asks?"), queryset=Place.objects.none(), empty_label=None
    )
    themes = SeveralField(
        label=gettext_lazy("What is it about?"),
        queryset=Theme.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one theme.")},
    )
    feeds = LineField(
        label=gettext_lazy("What does it feed at the level above?"),
        noun=gettext_lazy("the sentence"),
        help_text=gettext_lazy("For example: “feeds the province’s climate plan”."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["place"].queryset = places_of(self.person)

    def standing(self, consultation):
        return {
            "place": consultation.place_id,
            "themes": [theme.pk for theme in consultation.themes.all()],
            "feeds": consultation.feeds,
        }


class ParticipantsForm(TaskForm):
    action = staticmethod(actions.save_participants)

    who_may = LineField(
        label=gettext_lazy("Who may take part?"),
        noun=gettext_lazy("the sentence"),
        help_text=gettext_lazy(
            "In one sentence. Everybody with a confirmed e-mail address can write and vote here; "
            "say for whom it is meant."
        ),
        max_length=200,
    )

    def standing(self, consultation):
        return {"who_may": consultation.who_may}


class PromiseForm(TaskForm):
    action = staticmethod(actions.save_promise)

    who_decides = LineField(
        label=gettext_lazy("Who decides?"),
        noun=gettext_lazy("who decides"),
        help_text=gettext_lazy("For example: “The city council, on 8 July”."),
        max_length=200,
    )
    what_happens = ProseField(
        label=gettext_lazy("What happens with what people write?"),
        noun=gettext_lazy("what happens"),
        max_length=2_000,
    )
    answer_by = DayField(
        label=gettext_lazy("By which day does the city answer?"),
        help_text=gettext_lazy("From then on an answer that is missing is shown as overdue."),
    )
    threshold = forms.IntegerField(
        label=gettext_lazy("From how many supporters does every proposal get an answer?"),
        help_text=gettext_lazy("0 means: every proposal."),
        min_value=0,
        max_value=1_000_000,
        initial=0,
    )

    def standing(self, consultation):
        promise = getattr(consultation, "promise", None)
        if promise is None:
            return {"threshold": 0}
        return {
            name: getattr(promise, name)
            for name in ("who_decides", "what_happens", "answer_by", "threshold")
        }


class DepartmentsForm(TaskForm):
    action = staticmethod(actions.save_departments)

    departments = SeveralField(
        label=gettext_lazy("Which departments answer?"),
        queryset=Department.objects.select_related("place").order_by("name"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Name at least one department.")},
    )

    def standing(self, consultation):
        return {"departments": [one.pk for one in consultation.departments.all()]}


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
            noun=gettext_lazy("the name"),
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
    return timezone.localdate(closes - timedelta(microseconds=1))


FORMS: dict[Task, type[TaskForm]] = {
    Task.QUESTION: QuestionForm,
    Task.FIELD: FieldForm,
    Task.PARTICIPANTS: ParticipantsForm,
    Task.PHASES: PhasesForm,
    Task.PROMISE: PromiseForm,
    Task.DEPARTMENTS: DepartmentsForm,
}
