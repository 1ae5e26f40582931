"""Setting up a consultation: a task list, a page for each task, one check before it is public."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations import actions
from consultations.contradictions import Task, troubles_of
from consultations.models import Consultation, Role
from consultations.queries import consultation_by_number, organised_by
from consultations.roles import roles_of
from consultations.rules import may_change, may_enter_setup, may_extend, may_organise, may_set_up
from frontend.pages.setup.forms import FORMS, BeginForm
from frontend.pages.setup.page import (
    NAMES,
    draft_rows,
    phase_rows,
    publication_values,
    strip,
    task_rows,
)
from frontend.pages.setup.phase_forms import ExtendForm
from intake.errors import BadInput
from people.languages import other_language
from people.verdicts import Stale, require


@require_safe
def setup(request):
    """Consultations being prepared, and those published whose phases may be extended."""
    require(may_enter_setup(request.user))
    roles = roles_of(request.user)
    mine = organised_by(roles.places(Role.ORGANISER), roles.consultations(Role.ORGANISER))
    return render(
        request,
        "pages/setup/setup.html",
        {
            "nav": "setup",
            "may_begin": may_set_up(request.user),
            **draft_rows(list(mine[:50]), timezone.now()),
        },
    )


@require_http_methods(["GET", "POST"])
def begin(request):
    """The first page: what is asked, and where."""
    require(may_set_up(request.user))
    form = BeginForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        begun = actions.begin_consultation(person=request.user, **form.cleaned_data)
        return redirect("setup-tasks", number=begun.pk)
    return render(
        request,
        "pages/setup/begin.html",
        {"nav": "setup", "form": form},
        status=400 if form.errors else 200,
    )


@require_safe
def tasks(request, number):
    """The task list of a draft; of a published one, what may still be extended."""
    found = organised_or_404(request, number)
    now = timezone.now()
    if found.published:
        return render(
            request,
            "pages/setup/published.html",
            {
                "nav": "setup",
                "consultation": found,
                "phases": phase_rows(found, now),
                "other_language": other_language(found.language),
            },
        )
    troubles = troubles_of(found, now)
    return render(
        request,
        "pages/setup/tasks.html",
        {
            "nav": "setup",
            "consultation": found,
            "tasks": task_rows(found, troubles),
            "troubles": [one for one in troubles if not one.missing],
            "ready": not troubles,
            "other_language": other_language(found.language),
        },
    )


@require_http_methods(["GET", "POST"])
def task(request, number, task):
    """One task, one page."""
    if task not in list(Task):
        raise Http404
    found = organised_or_404(request, number)
    require(may_change(request.user, found))
    form_class = FORMS[Task(task)]
    form = form_class(
        request.POST if request.method == "POST" else None,
        consultation=found,
        person=request.user,
    )
    if request.method == "POST" and form.is_valid() and saved(form):
        return redirect("setup-tasks", number=number)
    return render(
        request,
        "pages/setup/task.html",
        {
            "nav": "setup",
            "consultation": found,
            "form": form,
            "title": NAMES[Task(task)],
            "rows": form.rows() if task == Task.PHASES else None,
            "strip": strip(found, timezone.now()) if task == Task.PHASES else None,
        },
        status=400 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def publish(request, number):
    """The whole of it once more, then one press makes it public."""
    found = organised_or_404(request, number)
    require(may_change(request.user, found))
    now = timezone.now()
    if troubles_of(found, now):
        return redirect("setup-tasks", number=number)
    if request.method == "GET":
        return render(request, "pages/setup/publish.html", publication_values(found, now))
    try:
        published = actions.publish_consultation(person=request.user, consultation=found)
    except Stale as trouble:
        messages.error(request, str(trouble.sentence))
        return redirect("setup-tasks", number=number)
    messages.success(request, _("The consultation is public. This is its page."))
    return redirect(published)


@require_http_methods(["GET", "POST"])
def extend(request, number, phase):
    """Let a phase last longer: one field, one sentence about what follows."""
    found = organised_or_404(request, number)
    require(may_extend(request.user, found))
    chosen = next((one for one in found.phases.all() if one.pk == phase), None)
    if chosen is None:
        raise Http404
    form = ExtendForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.extend_phase(person=request.user, phase=chosen, closes=form.closes())
        except BadInput as trouble:
            form.add_error("last", trouble.sentence)
        else:
            messages.success(request, _("The phase lasts longer. Everybody who follows is told."))
            return redirect("setup-tasks", number=number)
    return render(
        request,
        "pages/setup/extend.html",
        {"nav": "setup", "consultation": found, "phase": chosen, "form": form},
        status=400 if form.errors else 200,
    )


def saved(form) -> bool:
    """Whether the action took it; what it refused stands in the form."""
    try:
        form.save()
    except BadInput as trouble:
        form.add_error(trouble.field if trouble.field in form.fields else None, trouble.sentence)
        return False
    return True


def organised_or_404(request, number: int) -> Consultation:
    """The consultation, where this person organises it; for others it is not there."""
    if not request.user.is_authenticated:
        require(may_enter_setup(request.user))
    found = consultation_by_number(number)
    if found is None or not may_organise(request.user, found):
        raise Http404
    return found
