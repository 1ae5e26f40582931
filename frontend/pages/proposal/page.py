"""A proposal's page in ready values."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.phases import day
from consultations.queries import phases_of
from consultations.wording import due_day, place_in_words
from discussions.models import Decision
from discussions.phrases import tombstone
from discussions.queries.decisions import decisions_about
from frontend.pages.answering.reply import reply_section
from frontend.pages.follows.button import follow_values
from frontend.pages.pictures.showing import picture_values
from frontend.pages.points.section import points_section
from frontend.pages.poll.panel import poll_panels
from frontend.pages.support.panel import support_panel
from frontend.timeline import timeline
from intake.markdown import render as as_html
from proposals.models import Proposal, ThemeEffect
from proposals.queries.numbers import status_of
from proposals.rules import may_edit, may_withdraw


def page_values(request, proposal: Proposal, now) -> dict[str, Any]:
    """Everything the page shows. What it needs of the proposal was fetched with it."""
    phases = phases_of(proposal.consultation)
    panels, support = polls(request, proposal, now), support_panel(request, proposal, now)
    # One act a page: where people vote now, support is a figure to read.
    support["quiet"] = bool(support["refusal"]) and any(one["state"] == "open" for one in panels)
    return {
        "nav": "consultations",
        "proposal": proposal,
        "version": proposal.live_v,
        "consultation_version": proposal.consultation_v,
        "status": status_of(proposal),
        "trail": trail(proposal),
        "byline": byline(proposal, now),
        **timeline(phases, now),
        "body": as_html(proposal.body, 2),
        "pictures": picture_values(proposal.pictures),
        "effects": effects(proposal),
        "place": place_line(proposal),
        "state": state_line(proposal, now),
        "polls": panels,
        "support": support,
        "say": points_section(request, proposal, now),
        "follow": follow_values(
            request.user,
            reverse("proposal-following", args=[proposal.pk]),
            proposal.followed,
        ),
        "promise": promise_values(proposal, now),
        "answering": reply_section(proposal, now),
        "may_edit": may_edit(request.user, proposal, phases, now),
        "may_withdraw": may_withdraw(request.user, proposal, phases, now),
        "is_author": request.user.pk is not None and request.user.pk == proposal.author_id,
    }


def tombstone_values(proposal: Proposal, verdict) -> dict[str, Any]:
    """What stands where hidden words stood: no word of them, and the way to the reasons."""
    decision = hiding_decision(proposal)
    clause = decision.clause if decision else None
    return {
        "nav": "consultations",
        "trail": trail(proposal),
        "sentence": tombstone(_("A proposal"), proposal.hidden, clause.number, clause.title)
        if clause and proposal.hidden
        else str(verdict),
        "reasons_url": reasons_url(decision),
        "consultation": proposal.consultation,
    }


def hiding_decision(proposal: Proposal) -> Decision | None:
    """The decision by which it is hidden now; asked only where it is."""
    about = decisions_about({"proposal": proposal.pk})
    return next((one for one in about if one.kind == Decision.Kind.HIDE), None)


def reasons_url(decision: Decision | None) -> str:
    statement = getattr(decision, "statement", None)
    return reverse("statement", args=[statement.pk]) if statement else ""


def polls(request, proposal: Proposal, now) -> list[dict[str, Any]]:
    """Each poll about it as its finished panel: a panel's names would clash with the page's."""
    return [
        {
            "html": render_to_string("pages/poll/panel.html", panel, request),
            "topic": panel["poll"].topic,
            "version": panel["version"],
            "state": panel["state"],
        }
        for panel in poll_panels(request, proposal, now)
    ]


def trail(proposal: Proposal) -> list[dict[str, str]]:
    consultation = proposal.consultation
    return [
        {"text": consultation.title, "url": consultation.get_absolute_url()},
        {"text": place_in_words(consultation.place)},
        {"text": _("Proposal %(number)s") % {"number": proposal.pk}},
    ]


def byline(proposal: Proposal, now) -> dict[str, str]:
    """Who, when, which version; the version leads to what changed."""
    number = proposal.version_number
    changed = number > 1
    return {
        "author": author_name(proposal),
        "day": day(proposal.posted, now),
        "version": version_name(number) if changed else "",
        "version_url": reverse("proposal-version", args=[proposal.pk, number]) if changed else "",
    }


def author_name(thing: Any) -> str:
    """The name that others read; who left is a former participant."""
    return thing.author.display_name if thing.author else _("a former participant")


def version_name(number: int) -> str:
    known = {2: _("second version"), 3: _("third version"), 4: _("fourth version")}
    return known.get(number) or _("version %(number)s") % {"number": number}


def effects(proposal: Proposal) -> dict[str, list[str]]:
    """Names of the themes it helps and of those it costs."""
    found: dict[str, list[str]] = {"helps": [], "costs": []}
    for one in proposal.effects.all():
        found[ThemeEffect.Effect(one.effect).value].append(one.theme.name)
    return found


def place_line(proposal: Proposal) -> str:
    parts = [proposal.where, place_in_words(proposal.place) if proposal.place else ""]
    return ", ".join(part for part in parts if part)


def state_line(proposal: Proposal, now) -> dict[str, str] | None:
    """A sentence above the text when it no longer stands, and why."""
    if proposal.hidden:
        return {
            "text": _("Hidden from the public since %(date)s. Only you and the moderators read it.")
            % {"date": day(proposal.hidden, now)},
            "reason": "",
            "reasons_url": reasons_url(hiding_decision(proposal)),
        }
    withdrawal = getattr(proposal, "withdrawal", None)
    if withdrawal is None:
        return None
    return {
        "text": _("%(name)s withdrew this proposal on %(date)s.")
        % {"name": author_name(proposal), "date": day(withdrawal.at, now)},
        "reason": withdrawal.reason,
    }


def promise_values(proposal: Proposal, now) -> dict[str, Any] | None:
    """Who decides, what happens with what people write, and by when the city answers."""
    promise = getattr(proposal.consultation, "promise", None)
    if promise is None:
        return None
    return {
        "who": promise.who_decides.rstrip("."),
        "what": promise.what_happens,
        "by": due_day(promise.answer_by, now),
        "is_past": promise.answer_by < timezone.localdate(now),
    }
