"""Pictures of a proposal being written: a page of its own beside the text, for whoever has some."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.keeping import keep_and_sign_in
from frontend.pages.pictures.choosing import choice_in, choice_of
from frontend.pages.proposal_writing.stages import url_of
from frontend.pages.proposal_writing.views import consultation_or_404, page_values, refused
from proposals.actions import save_draft
from proposals.queries.drafts import draft_of


@require_http_methods(["GET", "POST"])
def pictures(request, slug):
    """Whatever arrives is kept in the draft before anything is judged."""
    consultation = consultation_or_404(slug)
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    if refusal := refused(request, consultation):
        return refusal
    draft = draft_of(request.user, consultation)
    choice = choice_of(draft.pictures)
    if request.method == "POST":
        choice = choice_in(request)
        draft = save_draft(person=request.user, consultation=consultation, pictures=choice.pictures)
        if way := onward(request, consultation, choice):
            return way
    values = page_values(consultation, draft, "text")
    values |= {"choice": choice.values(), "here": url_of("pictures", consultation)}
    status = 400 if choice.troubles else 200
    return render(request, "pages/proposal_writing/pictures.html", values, status=status)


def onward(request, consultation, choice):
    """Where it goes next: back and away at once, on only when nothing is left to mend."""
    go = request.POST.get("go")
    if go == "leave":
        messages.success(request, _("Your draft is kept. Only you can see it."))
        return redirect(consultation)
    if go == "back":
        return redirect(url_of("text", consultation))
    if choice.troubles or request.FILES:
        return None  # new pictures are shown, to be described
    return redirect(url_of("place", consultation))
