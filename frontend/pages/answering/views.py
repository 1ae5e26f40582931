"""An evaluator writes the city's answer; it is kept, checked, and published once."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.keeping import keep_and_sign_in, kept_words
from frontend.pages.answering.forms import AnswerForm
from frontend.pages.answering.page import check_values, writing_values
from people.verdicts import require
from proposals.actions import publish_answer, save_answer_draft
from proposals.models import Proposal
from proposals.queries.answers import proposal_to_answer
from proposals.rules import may_answer


@require_http_methods(["GET", "POST"])
def write(request, number):
    """The form beside the proposal; every step keeps what is written."""
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    proposal = proposal_or_404(number)
    if getattr(proposal, "answer", None):
        return redirect(f"{proposal.get_absolute_url()}#answer")
    require(may_answer(request.user, proposal))
    if request.method == "GET":
        words = draft_of(proposal) | (kept_words(request) or {})
        return show(
            request, proposal, AnswerForm(initial=words, consultation=proposal.consultation)
        )

    save_answer_draft(person=request.user, proposal=proposal, fields=written(request))
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204)
    if "later" in request.POST:
        messages.success(request, _("The draft is kept. Nothing is public yet."))
        return redirect("desk")
    if "more" in request.POST:
        return redirect("proposal-answer", number=proposal.pk)
    form = AnswerForm(request.POST, consultation=proposal.consultation)
    if not form.is_valid():
        return show(request, proposal, form, status=400)
    return redirect("proposal-answer-check", number=proposal.pk)


@require_http_methods(["GET", "POST"])
def check(request, number):
    """Everything once more as people will read it; then it is published, once."""
    proposal = proposal_or_404(number)
    if getattr(proposal, "answer", None):
        return redirect(f"{proposal.get_absolute_url()}#answer")
    require(may_answer(request.user, proposal))
    form = AnswerForm(draft_of(proposal), consultation=proposal.consultation)
    if not form.is_valid():
        return redirect("proposal-answer", number=proposal.pk)
    if request.method == "GET":
        return render(
            request,
            "pages/answering/check.html",
            check_values(proposal, form, timezone.now()),
        )
    publish_answer(
        person=request.user, proposal=proposal, commitments=form.commitments(), **form.answer()
    )
    messages.success(
        request, _("The answer is published. The author and everybody who supports it are told.")
    )
    return redirect(f"{proposal.get_absolute_url()}#answer")


def show(request, proposal: Proposal, form: AnswerForm, status: int = 200):
    values = writing_values(request, proposal, form, timezone.now())
    return render(request, "pages/answering/write.html", values, status=status)


def proposal_or_404(number: int) -> Proposal:
    found = proposal_to_answer(number)
    if found is None:
        raise Http404
    return found


def draft_of(proposal: Proposal) -> dict:
    draft = getattr(proposal, "answer_draft", None)
    return dict(draft.fields) if draft else {}


def written(request) -> dict[str, str]:
    """The words of the form and nothing else of what was sent."""
    known = AnswerForm.base_fields.keys()
    return {
        name: value[:20_000]
        for name, value in request.POST.items()
        if name in known or name.startswith(("what_", "responsible_", "due_"))
    }
