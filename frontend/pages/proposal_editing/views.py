"""Change the text, see what changed, publish it as a new version."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.queries import phases_of
from frontend.keeping import keep_and_sign_in, kept_words
from frontend.pages.pictures.choosing import Choice, choice_in, choice_of
from frontend.pages.pictures.showing import picture_values
from frontend.pages.proposal_editing.forms import VersionForm
from people.verdicts import Stale, require
from proposals.actions import publish_version
from proposals.diffs import word_diff
from proposals.models import Proposal
from proposals.queries.reading import proposals_to_read
from proposals.rules import may_edit, may_read


@require_http_methods(["GET", "POST"])
def edit(request, number):
    """Edit → preview with what changed → publish. Going back keeps every word."""
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    proposal = readable_or_404(request, number)
    require(may_edit(request.user, proposal, phases_of(proposal.consultation)))
    if request.method == "GET":
        form = VersionForm(initial=first_words(request, proposal))
        return show(request, proposal, form, choice_of(proposal.pictures))
    form, step, choice = (
        VersionForm(request.POST),
        request.POST.get("step"),
        choice_in(request, proposal),
    )
    if step == "edit":
        return show(request, proposal, VersionForm(initial=request.POST.dict()), choice)
    if not form.is_valid() or choice.troubles:
        return show(request, proposal, form, choice, status=400)
    act = publish if step == "publish" else preview
    return act(request, proposal, form, choice)


def publish(request, proposal: Proposal, form: VersionForm, choice: Choice):
    try:
        version = publish_version(
            person=request.user, proposal=proposal, pictures=choice.pictures, **form.cleaned_data
        )
    except Stale as trouble:
        return show_both(request, proposal, form, choice, str(trouble.sentence))
    messages.success(
        request,
        _("Version %(number)s is published. Those who support it are told.")
        % {"number": version.number},
    )
    return redirect(version.proposal)


def preview(request, proposal: Proposal, form: VersionForm, choice: Choice):
    """Everything once more, with the words that changed."""
    words = form.cleaned_data
    if words["base"] != proposal.version_number:
        return show_both(request, proposal, form, choice, stale_sentence(proposal))
    same_pictures = told(choice.pictures) == told(proposal.pictures)
    if (words["title"], words["body"]) == (proposal.title, proposal.body) and same_pictures:
        form.add_error(None, _("You have not changed anything yet."))
        return show(request, proposal, form, choice, status=400)
    values = {
        "words": words,
        "title_diff": word_diff(proposal.title, words["title"]),
        "body_diff": word_diff(proposal.body, words["body"]),
        "next_number": proposal.version_number + 1,
        "shown": picture_values(choice.pictures),
        "carried": choice.pictures,
        "pictures_changed": not same_pictures,
    }
    return show(request, proposal, form, choice, template="preview.html", **values)


def told(pictures) -> list[tuple[str, str]]:
    """What a reader is told of pictures: which they are, in which order, and what they show."""
    return [(one["picture"], "" if one.get("decorative") else one["alt"]) for one in pictures]


def show_both(request, proposal: Proposal, form: VersionForm, choice: Choice, sentence: str):
    """Another version was published meanwhile: both texts stand on the page, none is lost."""
    words = form.cleaned_data
    again = VersionForm(initial={**words, "base": proposal.version_number})
    values = {
        "stale": sentence,
        "title_diff": word_diff(proposal.title, words["title"]),
        "body_diff": word_diff(proposal.body, words["body"]),
    }
    return show(request, proposal, again, choice, status=409, **values)


def show(request, proposal, form, choice: Choice, *, template="edit.html", status=200, **values):
    values |= {
        "nav": "consultations",
        "proposal": proposal,
        "form": form,
        "choice": choice.values(),
        "trail": trail_to(proposal),
    }
    return render(request, f"pages/proposal_editing/{template}", values, status=status)


def first_words(request, proposal: Proposal) -> dict:
    """The text as it stands, or what she wrote before she had to sign in again."""
    words = {"title": proposal.title, "body": proposal.body, "base": proposal.version_number}
    return words | (kept_words(request) or {})


def stale_sentence(proposal: Proposal) -> str:
    return _("Version %(number)s was published while you wrote. Compare it with yours first.") % {
        "number": proposal.version_number
    }


def readable_or_404(request, number: int) -> Proposal:
    """The proposal, where this person may read its words; otherwise it is not there."""
    proposal = (
        proposals_to_read()
        .select_related("consultation__place")
        .prefetch_related("consultation__phases")
        .filter(pk=number)
        .first()
    )
    if proposal is None or not may_read(request.user, proposal):
        raise Http404
    return proposal


def trail_to(proposal: Proposal) -> list[dict[str, str]]:
    consultation = proposal.consultation
    return [
        {"text": consultation.title, "url": consultation.get_absolute_url()},
        {
            "text": _("Proposal %(number)s") % {"number": proposal.pk},
            "url": reverse("proposal", kwargs={"number": proposal.pk}),
        },
    ]
