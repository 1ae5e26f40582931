"""One form for each task of setting up a consultation: read, check, save through one action."""

from django import forms
from django.utils.translation import gettext_lazy

from consultations import actions
from consultations.contradictions import Task
from consultations.models import Department, Level, Place, Role, Theme
from consultations.roles import roles_of
from consultations.wording import place_in_words
from frontend.days import DayField
from frontend.pages.setup.phase_forms import PhasesForm
from frontend.pages.setup.task_form import TaskForm
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
        noun=gettext_lazy("question"),
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


class QuestionForm(TaskForm):
    action = staticmethod(actions.save_question)

    title = LineField(
        label=gettext_lazy("The question"), noun=gettext_lazy("question"), max_length=80
    )
    standfirst = LineField(
        label=gettext_lazy("One sentence about it"),
        noun=gettext_lazy("sentence"),
        help_text=gettext_lazy("What is at stake, in plain words. It stands in every list."),
        max_length=300,
    )
    body = ProseField(
        label=gettext_lazy("What people should know"),
        noun=gettext_lazy("text"),
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
        noun=gettext_lazy("sentence"),
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
        noun=gettext_lazy("sentence"),
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
        noun=gettext_lazy("name of who decides"),
        error_messages={"required": gettext_lazy("Say who decides.")},
        help_text=gettext_lazy("For example: “The city council, on 8 July”."),
        max_length=200,
    )
    what_happens = ProseField(
        label=gettext_lazy("What happens with what people write?"),
        noun=gettext_lazy("explanation"),
        error_messages={"required": gettext_lazy("Say what happens with what people write.")},
        max_length=2_000,
    )
    answer_by = DayField(
        label=gettext_lazy("By which day does the city answer?"),
        help_text=gettext_lazy("From then on an answer that is missing is shown as overdue."),
    )
    threshold = forms.IntegerField(
        label=gettext_lazy("From how many supporters does every proposal get an answer?"),
        help_text=gettext_lazy("0 means: every proposal."),
        error_messages={"required": gettext_lazy("Write a number; 0 means every proposal.")},
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


FORMS: dict[Task, type[TaskForm]] = {
    Task.QUESTION: QuestionForm,
    Task.FIELD: FieldForm,
    Task.PARTICIPANTS: ParticipantsForm,
    Task.PHASES: PhasesForm,
    Task.PROMISE: PromiseForm,
    Task.DEPARTMENTS: DepartmentsForm,
}
