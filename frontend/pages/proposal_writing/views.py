"""Write a proposal on staged pages: title → similar ones → what and why → where → themes → check.

Whatever is sent is kept in the draft before it is judged, so that neither a mistake, nor going
back, nor leaving, nor an expired session loses a word.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consultations.models import Consultation
from consultations.phases import Act, closing_of, last_moment
from consultations.queries import consultation_by_slug, phases_of
from consultations.wording import weekday
from frontend.keeping import keep_and_sign_in, kept_words
from frontend.pages.proposal_writing.similar import similar_values
from frontend.pages.proposal_writing.stages import STAGES, Stage, steps_at, url_of
from people.verdicts import require
from proposals.actions import save_draft
from proposals.models import Draft
from proposals.queries.drafts import draft_of
from proposals.rules import may_propose


@require_http_methods(["GET", "POST"])
def stage(request, slug, name):
    """One question: keep what was written, then go on, go back, or leave it for later."""
    consultation, here = consultation_or_404(slug), STAGES[name]
    if request.method == "POST":
        return answered(request, consultation, here)
    if refusal := refused(request, consultation):
        return refusal
    if (kept := kept_words(request)) is not None:
        save_draft(person=request.user, consultation=consultation, **here.typed(kept, consultation))
    draft = draft_of(request.user, consultation)
    form = here.form(initial=here.form_values(draft), consultation=consultation)
    return show(request, consultation, here, draft, form)


def answered(request, consultation: Consultation, here: Stage):
    if not request.user.is_authenticated:
        return HttpResponse(status=401) if is_autosave(request) else keep_and_sign_in(request)
    typed = here.typed(request.POST, consultation)
    draft = save_draft(person=request.user, consultation=consultation, **typed)
    if is_autosave(request):
        return HttpResponse(status=204)
    if refusal := refused(request, consultation):
        return refusal
    if request.POST.get("go") == "leave":
        messages.success(request, _("Your draft is kept. Only you can see it."))
        return redirect(consultation)
    if request.POST.get("go") == "back" and here.back:
        return redirect(url_of(here.back, consultation))
    form = here.form(request.POST, consultation=consultation)
    if not form.is_valid():
        return show(request, consultation, here, draft, form, status=400)
    onward = "pictures" if request.POST.get("go") == "pictures" else here.onward
    return redirect(url_of(onward, consultation))


@require_GET
def similar(request, slug):
    """Proposals that sound like hers, each to support instead; without any this page is skipped."""
    consultation = consultation_or_404(slug)
    if refusal := refused(request, consultation):
        return refusal
    draft = draft_of(request.user, consultation)
    found = similar_values(request.user, consultation, draft.title)
    if not found["similars"]:
        return redirect(url_of("text", consultation))
    values = page_values(consultation, draft, "similar") | found
    return render(request, "pages/proposal_writing/similar.html", values)


def show(request, consultation, here: Stage, draft: Draft, form, *, status=200):
    values = page_values(consultation, draft, here.name)
    values |= {"stage": here, "form": form, "template": f"pages/proposal_writing/{here.name}.html"}
    return render(request, "pages/proposal_writing/stage.html", values, status=status)


def page_values(consultation: Consultation, draft: Draft, current: str) -> dict:
    """What stands on every page of the way: where one is, and what happens in the end."""
    now = timezone.now()
    closes = closing_of(phases_of(consultation), Act.PROPOSE, now)
    return {
        "nav": "consultations",
        "consultation": consultation,
        "draft": draft,
        "trail": [
            {"text": consultation.title, "url": consultation.get_absolute_url()},
            {"text": _("Your proposal")},
        ],
        "closes": weekday(last_moment(closes), now) if closes else "",
        "here": url_of(current, consultation),
        **steps_at(current),
    }


def refused(request, consultation: Consultation):
    """Why she may not propose now, with her draft to read and copy; None where she may."""
    verdict = may_propose(request.user, consultation, phases_of(consultation))
    if verdict:
        return None
    if not request.user.is_authenticated:
        require(verdict)
    values = {
        "nav": "consultations",
        "consultation": consultation,
        "sentence": str(verdict),
        "draft": draft_of(request.user, consultation),
    }
    return render(request, "pages/proposal_writing/closed.html", values, status=403)


def is_autosave(request) -> bool:
    return "X-Autosave" in request.headers


def consultation_or_404(slug: str) -> Consultation:
    found = consultation_by_slug(slug)
    if found is None or not found.published:
        raise Http404
    return found
