"""An organiser makes an open poll of a consultation, and may remove it until it opens."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import Consultation
from consultations.rules import may_see
from frontend.pages.poll.views import poll_or_404
from intake.forms import LineField, ProseField
from people.verdicts import require
from voting.actions import make_poll, remove_poll
from voting.models import CASTABLE, Poll
from voting.rules import may_make_poll


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
        error_messages={"required": gettext_lazy("Choose how people answer.")},
        choices=[(kind.value, kind.label) for kind in Poll.Kind if kind in CASTABLE],
        widget=forms.RadioSelect,
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
        max_value=64,
        required=False,
    )
    opens = forms.DateTimeField(
        label=gettext_lazy("Voting opens"),
        error_messages={"required": gettext_lazy("Say when voting opens.")},
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )
    closes = forms.DateTimeField(
        label=gettext_lazy("Voting closes"),
        error_messages={"required": gettext_lazy("Say when voting closes.")},
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )

    def clean_options(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["options"].splitlines()]
        options = [line for line in lines if line]
        if len(set(options)) < len(options):
            raise forms.ValidationError(_("Two options are the same. Change or remove one."))
        if any(len(option) > 300 for option in options):
            raise forms.ValidationError(_("Shorten each option to 300 characters."))
        return options

    def clean(self):
        found = super().clean() or {}
        opens, closes, options = found.get("opens"), found.get("closes"), found.get("options", [])
        if opens and closes and closes <= opens:
            self.add_error(
                "closes", _("Voting would end before it begins. Choose a later closing.")
            )
        if closes and closes < timezone.now() + timedelta(minutes=1):
            self.add_error("closes", _("This closing is past already. Choose a later one."))
        miscounted = "options" not in self.errors and not 2 <= len(options) <= 64
        if found.get("kind") == Poll.Kind.APPROVAL and miscounted:
            self.add_error("options", _("Write at least two options, sixty-four at most."))
        if found.get("kind") == Poll.Kind.YES_NO and options:
            self.add_error("options", _("A yes or no question has no options. Empty this field."))
        if (found.get("max_choices") or 0) > len(options) > 0:
            self.add_error("max_choices", _("That is more than there are options."))
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
    form = PollForm(request.POST or None)
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
