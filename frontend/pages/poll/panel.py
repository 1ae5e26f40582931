"""A poll in ready values: for its own page, and as a panel on a proposal's page."""

from django.urls import reverse
from django.utils.translation import ngettext

from consultations.phases import last_moment
from consultations.wording import deadline, place_in_words
from frontend.pages.poll.ballot_form import choice_word, words_of
from frontend.pages.poll.result import result_values
from frontend.signing_in import sign_in_url
from people.formats import money
from people.formats import number as written
from voting.ballots import YES_NO
from voting.models import Poll
from voting.phrases import OPEN_POLL, day, moment
from voting.queries.reading import ballot_of, own_ballots, polls_of_proposal, result_of
from voting.rules import may_vote


def page_values(request, poll: Poll, now, *, filled=None, trouble="") -> dict:
    """Everything the page of a poll shows; one query more, for the reader's own ballot."""
    own = None if poll.imported else ballot_of(request.user, poll)
    return {
        "nav": "consultations",
        "version": poll.live_v,
        "trail": [
            {"text": poll.consultation.title, "url": poll.consultation.get_absolute_url()},
            {
                "text": place_in_words(poll.consultation.place),
                "url": reverse("place", args=[poll.consultation.place.slug]),
            },
        ],
        "trouble": trouble,
        **poll_values(request, poll, now, own=own, filled=filled),
    }


def poll_panels(request, proposal, now) -> list[dict]:
    """Panels of the polls about a proposal, ready for `pages/poll/panel.html`.

    Two queries however many polls: the polls, and the reader's own ballots in them.
    """
    found = polls_of_proposal(proposal.pk)
    ballots = own_ballots(request.user, found) if found else {}
    panels = []
    for poll in found:
        poll.proposal = proposal
        values = poll_values(request, poll, now, own=ballots.get(poll.pk))
        panels.append({"version": poll.live_v, "on_proposal": True, **values})
    return panels


def poll_values(request, poll: Poll, now, *, own: dict | None, filled=None) -> dict:
    """`own` is the reader's own ballot, `filled` one she is filling in."""
    state = poll.state(now)
    verdict = may_vote(request.user, poll, now)
    ballot = filled or own or {}
    return {
        "poll": poll,
        "state": state,
        "label": "" if poll.imported else OPEN_POLL,
        "opens": moment(poll.opens),
        "closes": deadline(poll.closes, now),
        "last_day": day(last_moment(poll.closes)),
        "turnout": poll.head.turnout,
        "turnout_text": turnout_text(poll.head.turnout),
        "own": words_of(poll, own) if own else [],
        "refusal": "" if verdict or verdict.code == "sign-in" else str(verdict),
        "sign_in_url": sign_in_url(place_of(poll)) if verdict.code == "sign-in" else "",
        "choices": yes_no_choices(ballot) if poll.kind == Poll.Kind.YES_NO else [],
        "options": option_rows(poll, ballot) if poll.kind == Poll.Kind.APPROVAL else [],
        "result": result_values(poll, result_of(poll) or {}) if state == "counted" else None,
    }


def turnout_text(turnout: int) -> str:
    text = ngettext("%(count)s ballot is in", "%(count)s ballots are in", turnout)
    return text % {"count": written(turnout)}


def yes_no_choices(ballot: dict) -> list[dict]:
    signs = {"yes": "for", "no": "against", "abstain": ""}
    return [
        {
            "value": choice,
            "text": choice_word(choice),
            "sign": signs[choice],
            "pressed": ballot.get("choice") == choice,
        }
        for choice in YES_NO
    ]


def option_rows(poll: Poll, ballot: dict) -> list[dict]:
    ticked = set(ballot.get("choices") or [])
    return [
        {
            "id": option.key,
            "title": option.title,
            "line": option.facts.get("line", ""),
            "url": option.proposal.get_absolute_url() if option.proposal else "",
            "price": money(option.cost, poll.currency) if option.cost is not None else "",
            "ticked": option.key in ticked,
        }
        for option in poll.options.all()
    ]


def place_of(poll: Poll) -> str:
    """Where a ballot in it is filled in."""
    return poll.proposal.get_absolute_url() if poll.proposal_id else poll.get_absolute_url()
