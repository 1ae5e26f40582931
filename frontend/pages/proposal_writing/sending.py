"""Check everything once more, send it, and read what happens next."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consultations.models import Consultation, Theme
from consultations.phases import Step, last_moment, steps
from consultations.queries import phases_of
from consultations.wording import due_day, place_in_words
from frontend.keeping import keep_and_sign_in
from frontend.pages.pictures.showing import picture_values
from frontend.pages.proposal_writing.stages import STAGES, url_of
from frontend.pages.proposal_writing.views import consultation_or_404, page_values, refused
from intake.errors import BadInput
from intake.markdown import render as as_html
from proposals.actions import submit_proposal
from proposals.actions.picturing import placed_pictures
from proposals.models import Draft, Proposal, ThemeEffect
from proposals.queries.drafts import draft_of


@require_http_methods(["GET", "POST"])
def check(request, slug):
    """Every answer with its way back; POST sends it. Sent twice it is one proposal."""
    consultation = consultation_or_404(slug)
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    if refusal := refused(request, consultation):
        return refusal
    draft = draft_of(request.user, consultation)
    if draft.pk is None:
        return already_sent(request, consultation)
    troubles = troubles_of(draft, consultation)
    if request.method == "POST" and not troubles:
        return send(request, consultation, draft)
    values = page_values(consultation, draft, "check")
    values |= {"answers": answers(draft, consultation, troubles), "troubles": troubles}
    status = 400 if request.method == "POST" else 200
    return render(request, "pages/proposal_writing/check.html", values, status=status)


def send(request, consultation: Consultation, draft: Draft):
    proposal = submit_proposal(
        person=request.user,
        consultation=consultation,
        title=draft.title,
        body=draft.body,
        place=draft.place,
        where=draft.where,
        effects=draft.effects,
        pictures=draft.pictures,
        language=request.POST.get("language", ""),
    )
    return redirect("proposal-sent", proposal.pk)


@require_GET
def sent(request, number):
    """Sent: it is public now, who reads it, and the next dates. For its author alone."""
    proposal = (
        Proposal.objects.public()
        .select_related("consultation")
        .filter(pk=number, author=request.user.pk or 0)
        .first()
    )
    if proposal is None:
        raise Http404
    consultation = consultation_or_404(proposal.consultation.slug)
    now = timezone.now()
    promise = getattr(consultation, "promise", None)
    values = {
        "nav": "consultations",
        "proposal": proposal,
        "consultation": consultation,
        "readers": [department.name for department in consultation.departments.all()],
        "who_decides": promise.who_decides.rstrip(".") if promise else "",
        "dates": next_dates(consultation, now),
    }
    return render(request, "pages/proposal_writing/sent.html", values)


def already_sent(request, consultation: Consultation):
    """A second press finds the draft gone: show what became of it, or begin."""
    newest = Proposal.objects.filter(author=request.user, consultation=consultation).order_by("-id")
    if proposal := newest.first():
        return redirect("proposal-sent", proposal.pk)
    return redirect(url_of("title", consultation))


def troubles_of(draft: Draft, consultation: Consultation) -> list[dict[str, str]]:
    """What must be mended before it can be sent, each with the page where that is done."""
    troubles = []
    for stage in STAGES.values():
        form = stage.form(stage.form_values(draft), consultation=consultation)
        for messages in form.errors.values():
            url = url_of(stage.name, consultation)
            troubles.append({"stage": stage.name, "sentence": str(messages[0]), "url": url})
    try:
        placed_pictures(draft.person, draft.pictures)
    except BadInput as trouble:
        url = url_of("pictures", consultation)
        troubles.append({"stage": "pictures", "sentence": trouble.sentence, "url": url})
    return troubles


def answers(draft: Draft, consultation: Consultation, troubles) -> list[dict]:
    wrong = {trouble["stage"] for trouble in troubles}
    place = ", ".join(
        part for part in (draft.where, place_in_words(draft.place) if draft.place else "") if part
    )
    values = {
        "title": draft.title or _("No title yet"),
        "text": as_html(draft.body) if draft.body else _("No text yet"),
        "place": place or _("No place in particular"),
        "themes": themes_line(draft) or _("None named"),
    }
    rows = [
        {
            "name": stage.word,
            "value": values[name],
            "url": url_of(name, consultation),
            "missing": name in wrong,
        }
        for name, stage in STAGES.items()
    ]
    rows.insert(
        2,
        {
            "name": _("Pictures"),
            "value": pictures_line(draft) or _("None"),
            "url": url_of("pictures", consultation),
            "missing": "pictures" in wrong,
        },
    )
    return rows


def pictures_line(draft: Draft) -> str:
    """The pictures as they will stand, small."""
    return render_to_string(
        "pages/pictures/small.html", {"pictures": picture_values(draft.pictures)}
    ).strip()


def themes_line(draft: Draft) -> str:
    """ "Helps Social innovation. Costs Jobs for young people." """
    if not draft.effects:
        return ""
    names = dict(Theme.objects.filter(slug__in=draft.effects).values_list("slug", "name"))
    said: dict[str, list[str]] = {effect: [] for effect in ThemeEffect.Effect.values}
    for slug, effect in draft.effects.items():
        if slug in names:
            said[effect].append(names[slug])
    sentences = {"helps": _("Helps %(names)s."), "costs": _("Costs %(names)s.")}
    return " ".join(
        sentences[effect] % {"names": ", ".join(found)} for effect, found in said.items() if found
    )


def next_dates(consultation: Consultation, now) -> list[dict]:
    """When the open steps end and the coming ones begin, and the day the city answers by."""
    dates = [date_of(step, now) for step in steps(phases_of(consultation), now)]
    if promise := getattr(consultation, "promise", None):
        dates.append(
            {
                "day": due_day(promise.answer_by, now),
                "iso": promise.answer_by.isoformat(),
                "strong": _("The city answers"),
                "text": _("by this day at the latest."),
            }
        )
    return sorted((date for date in dates if date), key=lambda date: date["iso"])


def date_of(step: Step, now) -> dict | None:
    if step.state == "done":
        return None
    moment = last_moment(step.closes) if step.is_now else step.opens
    date = timezone.localtime(moment).date()
    return {
        "day": due_day(date, now),
        "iso": date.isoformat(),
        "strong": step.name,
        "text": _("until this day.") if step.is_now else _("from this day."),
    }
