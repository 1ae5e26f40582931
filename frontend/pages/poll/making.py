"""An organiser makes an open poll of a consultation, and may remove it until it opens."""

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import Consultation
from consultations.queries import phases_of
from consultations.rules import may_see
from frontend.pages.poll.views import poll_or_404
from intake.forms import LineField, ProseField
from people.verdicts import require
from voting.actions import make_poll, remove_poll
from voting.contradictions import MOST_OPTIONS, troubles_of_poll
from voting.models import CASTABLE, Poll
from voting.rules import may_make_poll

MOMENT = {
    "invalid": gettext_lazy("Write a day and a time, like 2027-05-04 20:00."),
}


class PollForm(forms.Form):
    """Question, kind, options and span of an open poll; contradictions are refused in words."""

    question = LineField(
        label=gettext_lazy("The question"), noun=gettext_lazy("question"), max_length=160
    )
    explanation = ProseField(
        label=gettext_lazy("What people should know before they vote"),
        noun=gettext_lazy("explanation"),
        max_length=2_000,
        required=False,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("How people answer"),
        choices=[(kind.value, kind.label) for kind in Poll.Kind if kind in CASTABLE],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose how people answer."),
            "invalid_choice": gettext_lazy("Choose how people answer."),
        },
    )
    options = ProseField(
        label=gettext_lazy("The options, one on each line"),
        noun=gettext_lazy("options"),
        help_text=gettext_lazy("Only for “Tick all you approve”: two to sixty-four."),
        max_length=12_000,
        required=False,
    )
    max_choices = forms.IntegerField(
        label=gettext_lazy("How many may be ticked at most"),
        min_value=1,
        max_value=MOST_OPTIONS,
        required=False,
        error_messages={
            "invalid": gettext_lazy("Write a whole number, or leave it empty."),
            "min_value": gettext_lazy("Write 1 or more, or leave it empty."),
            "max_value": gettext_lazy("Write 64 or less, or leave it empty."),
        },
    )
    opens = forms.DateTimeField(
        label=gettext_lazy("Voting opens"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        error_messages={"required": gettext_lazy("Say when voting opens."), **MOMENT},
    )
    closes = forms.DateTimeField(
        label=gettext_lazy("Voting closes"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        error_messages={"required": gettext_lazy("Say when voting closes."), **MOMENT},
    )

    def __init__(self, *args, phases, **options):
        super().__init__(*args, **options)
        self.phases = phases

    def clean_options(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["options"].splitlines()]
        return [line for line in lines if line]

    def clean(self):
        found = super().clean() or {}
        troubles = troubles_of_poll(
            kind=found.get("kind", ""),
            opens=found.get("opens"),
            closes=found.get("closes"),
            options=found.get("options", []),
            max_choices=found.get("max_choices"),
            phases=self.phases,
        )
        for field, sentence in troubles.items():
            if field not in self.errors:
                self.add_error(field, sentence)
        return found


@require_http_methods(["GET", "POST"])
def new_poll(request, slug):
    """One page: the organiser writes the poll, and it stands on the consultation at once."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    consultation = Consultation.objects.select_related("place").filter(slug=slug).first()
    if consultation is None or not may_see(request.user, consultation):
        raise Http404
    require(may_make_poll(request.user, consultation))
    form = PollForm(request.POST or None, phases=phases_of(consultation))
    if request.method == "POST" and form.is_valid():
        made = make_poll(person=request.user, consultation=consultation, **form.cleaned_data)
        messages.success(request, _("The poll stands. It can be removed until it opens."))
        return redirect(made if consultation.published else consultation)
    return render(
        request,
        "pages/poll/new.html",
        {"form": form, "consultation": consultation, "nav": "desk"},
        status=400 if form.errors else 200,
    )


@require_POST
def remove(request, poll_id):
    """Remove a poll that has not opened."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    found = poll_or_404(poll_id)
    remove_poll(person=request.user, poll=found)
    messages.success(request, _("The poll was removed."))
    return redirect(found.consultation)
