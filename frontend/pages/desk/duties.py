"""What waits at the desk, as sentences with counts and the age or date of the first."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation, Role
from consultations.queries import drafts_for
from consultations.roles import roles_of
from consultations.wording import due_day
from discussions.queries.reports import waiting_for
from people.models import Person
from proposals.queries.answers import MANY, answers_begun, owed_in

COUNTED = 100


def duties_of(person: Person, owed: list[Consultation], now: datetime) -> list[dict]:
    """Only what this person's roles let her do; each sentence leads to its list."""
    roles = roles_of(person)
    found: list[dict] = []
    if roles.holds_anywhere(Role.MODERATOR):
        found.append(reports_duty(person, now))
    if roles.holds_anywhere(Role.EVALUATOR):
        found += answer_duties(owed, now)
        found += begun_duties(roles.places(Role.EVALUATOR), roles.consultations(Role.EVALUATOR))
    if roles.holds_anywhere(Role.ORGANISER):
        found.append(
            drafts_duty(roles.places(Role.ORGANISER), roles.consultations(Role.ORGANISER), now)
        )
    return found


def reports_duty(person: Person, now: datetime) -> dict:
    waiting = waiting_for(person)
    return {
        "text": ngettext("%(count)s report to judge", "%(count)s reports to judge", waiting.items)
        % {"count": waiting.items},
        "note": _("oldest %(age)s") % {"age": age(waiting.oldest, now)}
        if waiting.oldest
        else _("nothing waits"),
        "url": reverse("desk-reports"),
    }


def answer_duties(owed: list[Consultation], now: datetime) -> list[dict]:
    """What must be answered, and apart from it what is late already."""
    today = timezone.localdate(now)
    late = [one for one in owed if one.promise.answer_by < today]
    ahead = [one for one in owed if one.promise.answer_by >= today]
    url = reverse("desk-answers")
    number = owed_in(ahead, COUNTED)
    duties: list[dict] = [
        {
            "text": ngettext(
                "%(count)s proposal to answer", "%(count)s proposals to answer", number
            )
            % {"count": capped(number)},
            "note": _("first due on %(date)s") % {"date": due_day(ahead[0].promise.answer_by, now)}
            if ahead
            else _("nothing is due"),
            "url": f"{url}?consultation={ahead[0].slug}" if ahead else url,
        }
    ]
    if late:
        number = owed_in(late, COUNTED)
        duties.append(
            {
                "text": ngettext("%(count)s answer overdue", "%(count)s answers overdue", number)
                % {"count": capped(number)},
                "note": _("promised by %(date)s")
                % {"date": due_day(late[0].promise.answer_by, now)},
                "url": f"{url}?consultation={late[0].slug}",
                "late": True,
            }
        )
    return duties


def begun_duties(places, consultations) -> list[dict]:
    begun = answers_begun(places, consultations)
    if not begun:
        return []
    number = len(begun)
    return [
        {
            "text": ngettext("%(count)s answer begun", "%(count)s answers begun", number)
            % {"count": number if number <= MANY else _("more than %(count)s") % {"count": MANY}},
            "note": _("last: %(title)s") % {"title": begun[0].proposal.title},
            "url": reverse("proposal-answer", args=[begun[0].proposal_id]),
        }
    ]


def drafts_duty(places, consultations, now: datetime) -> dict:
    drafts = list(drafts_for(places, consultations)[: MANY + 1])
    return {
        "text": ngettext(
            "%(count)s consultation in preparation",
            "%(count)s consultations in preparation",
            len(drafts),
        )
        % {"count": len(drafts)},
        "note": _("oldest %(age)s") % {"age": age(drafts[0].made, now)}
        if drafts
        else _("begin one"),
        "url": reverse("setup"),
    }


def age(since: datetime, now: datetime) -> str:
    """ "5 hours": the biggest unit alone."""
    if now - since < timedelta(minutes=1):
        return _("less than a minute")
    return timesince(since, now, depth=1)


def capped(number: int) -> str:
    return str(number) if number <= COUNTED else _("more than %(count)s") % {"count": COUNTED}
