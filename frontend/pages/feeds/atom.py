"""Atom feeds: new consultations, what the city answered, and what it owes."""

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultations.models import Consultation
from consultations.queries import phases_of, published_consultations
from consultations.wording import due_day, state_sentence
from frontend.pages.consultation.rows import answered_text
from people.city import city_name
from proposals.models import Answer, Counters
from proposals.queries.answers import late_consultations, public_answers, waiting_in
from proposals.queries.listing import first_words

NEWEST = 50


class CityFeed(Feed):
    """What the feeds share: Atom, and ids that are the pages' addresses."""

    feed_type = Atom1Feed

    def __call__(self, request, *args, **kwargs):
        answer = require_safe(super().__call__)(request, *args, **kwargs)
        answer.headers.setdefault("Access-Control-Allow-Origin", "*")
        return answer

    def feed_guid(self) -> str | None:
        return None

    def author_name(self) -> str:
        return city_name()


class ConsultationsFeed(CityFeed):
    """What the city asks, the newest first."""

    link = "/consultations/"
    feed_url = "/consultations.atom"

    def title(self) -> str:
        return _("%(city)s: consultations") % {"city": city_name()}

    def subtitle(self) -> str:
        return _("What the city asks, the newest first.")

    def items(self) -> list[Consultation]:
        return list(published_consultations()[:NEWEST])

    def item_title(self, item: Consultation) -> str:
        return item.title

    def item_description(self, item: Consultation) -> str:
        stands = state_sentence(item, phases_of(item), timezone.now())
        return f"{item.standfirst} {stands}.".strip()

    def item_pubdate(self, item: Consultation) -> datetime | None:
        return item.published

    def item_updateddate(self, item: Consultation) -> datetime | None:
        """When something last changed in it by its calendar: a phase began, or it was published."""
        now = timezone.now()
        begun = [one.opens for one in phases_of(item) if one.opens <= now]
        return max([*begun, item.published]) if item.published else None

    def item_categories(self, item: Consultation) -> list[str]:
        return [theme.slug for theme in item.themes.all()]


class OutcomesFeed(CityFeed):
    """What the city answered, the newest first."""

    link = "/outcomes/"
    feed_url = "/outcomes.atom"

    def title(self) -> str:
        return _("%(city)s: outcomes") % {"city": city_name()}

    def subtitle(self) -> str:
        return _("What the city has answered, the newest first.")

    def items(self) -> list[Answer]:
        return list(public_answers().order_by("-published", "-pk")[:NEWEST])

    def item_title(self, item: Answer) -> str:
        return f"{item.proposal.title}: {answered_text(item)}"

    def item_description(self, item: Answer) -> str:
        return first_words(item.because, 300)

    def item_link(self, item: Answer) -> str:
        return f"{item.proposal.get_absolute_url()}#answer"

    def item_pubdate(self, item: Answer) -> datetime:
        return item.published

    def item_updateddate(self, item: Answer) -> datetime:
        return item.published


class OverdueFeed(CityFeed):
    """Answers that the city promised and has not given, the latest promise first."""

    link = "/outcomes/"
    feed_url = "/outcomes/overdue.atom"

    def title(self) -> str:
        return _("%(city)s: overdue answers") % {"city": city_name()}

    def subtitle(self) -> str:
        return _("What the city has promised to answer by a day that has passed.")

    def items(self) -> list[Counters]:
        late = [one.consultation for one in late_consultations(timezone.now())]
        return waiting_in(late, NEWEST)

    def item_title(self, item: Counters) -> str:
        return item.proposal.title

    def item_description(self, item: Counters) -> str:
        due = item.consultation.promise.answer_by
        return _("Promised by %(date)s in “%(title)s”; there is no answer yet.") % {
            "date": due_day(due, timezone.now()),
            "title": item.consultation.title,
        }

    def item_link(self, item: Counters) -> str:
        """With a name of its own: the answer that comes later is another entry of the same page."""
        return f"{item.proposal.get_absolute_url()}#overdue"

    def item_pubdate(self, item: Counters) -> datetime:
        return promised(item)

    def item_updateddate(self, item: Counters) -> datetime:
        return promised(item)


def promised(item: Counters) -> Any:
    """The end of the promised day."""
    day = item.consultation.promise.answer_by
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
