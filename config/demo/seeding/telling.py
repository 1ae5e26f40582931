"""What people were told: of new versions they had supported, of replies, and of answers."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from config.demo.seeding.city import BATCH, City
from people.models import Notice
from proposals.models import Answer, Version
from voting.models import Support

UNREAD = timedelta(days=40)
"""Whatever is older has been read."""


def tell_people(city: City) -> None:
    notices = [*of_versions(), *of_replies(city), *of_answers()]
    notices.sort(key=lambda notice: notice.made)
    now = timezone.now()
    for notice in notices:
        if notice.made < now - UNREAD:
            notice.read = notice.made + timedelta(days=1)
    made = [notice.made for notice in notices]
    Notice.objects.bulk_create(notices, batch_size=BATCH)
    for notice, moment in zip(notices, made, strict=True):
        notice.made = moment  # a new row is dated by the database's own clock
    Notice.objects.bulk_update(notices, ["made"], batch_size=300)


def of_versions() -> Iterator[Notice]:
    for version in Version.objects.filter(number__gt=1).select_related("proposal"):
        for support in Support.objects.select_related("person").filter(
            proposal=version.proposal, given__lt=version.published
        ):
            yield Notice(
                person=support.person,
                topic=version.proposal.topic,
                event="proposal.version-published",
                ref=str(version.number),
                facts={"title": version.title, "number": version.number},
                url=f"/proposals/{version.proposal_id}/versions/{version.number}/",
                made=version.published,
            )


def of_replies(city: City) -> Iterator[Notice]:
    for reply in city.points:
        if reply.parent and reply.parent.author_id != reply.author_id:
            yield Notice(
                person_id=reply.parent.author_id,
                topic=reply.proposal.topic,
                event="point.replied",
                ref=str(reply.pk),
                facts={"who": reply.author.display_name, "title": reply.proposal.title},
                url=reply.get_absolute_url(),
                made=reply.posted,
            )


def of_answers() -> Iterator[Notice]:
    for answer in Answer.objects.select_related("proposal"):
        proposal = answer.proposal
        told = set(Support.objects.filter(proposal=proposal).values_list("person_id", flat=True))
        if proposal.author_id:
            told.add(proposal.author_id)
        for person_id in sorted(told):
            yield Notice(
                person_id=person_id,
                topic=proposal.topic,
                event="answer.published",
                facts={"title": proposal.title},
                url=f"/proposals/{proposal.pk}/#answer",
                made=answer.published,
            )
