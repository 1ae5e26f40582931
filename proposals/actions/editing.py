"""Publishing a new version of a proposal."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.queries import phases_of
from intake.search import searchable
from intake.text import clean_line, clean_text
from people.verdicts import Stale, require
from proposals import hooks
from proposals.actions.counting import raise_counters
from proposals.actions.picturing import placed_pictures, settle
from proposals.events import VersionPublished
from proposals.models import BODY_LIMIT, TITLE_LIMIT, Proposal, Version
from proposals.rules import may_edit
from proposals.telling import tell_followers_of_version

NOTE_LIMIT = 200


@transaction.atomic
def publish_version(
    *,
    person,
    proposal: Proposal,
    title: str,
    body: str,
    base: int,
    note: str = "",
    pictures: Iterable[Mapping[str, Any]] | None = None,
) -> Version:
    """Put new words in the place of the old, which stay readable as an earlier version.

    `base` is the version the author was looking at: where another one was published meanwhile the
    answer is `Stale`, and nothing is lost. Without `pictures` those of the last version stay. The words that already stand make no new version.
    """
    title = clean_line(title, limit=TITLE_LIMIT, field="title")
    body = clean_text(body, limit=BODY_LIMIT, field="text")
    note = clean_line(note, limit=NOTE_LIMIT, field="note", required=False)

    standing = Proposal.objects.select_for_update().get(pk=proposal.pk)
    require(may_edit(person, standing, phases_of(standing.consultation)))
    placed = standing.pictures if pictures is None else placed_pictures(person, pictures, standing)
    if (standing.title, standing.body, standing.pictures) == (title, body, placed):
        return standing.versions.get(number=standing.version_number)
    if standing.version_number != base:
        raise Stale(
            _("Version %(number)s was published while you wrote. Compare it with yours first.")
            % {"number": standing.version_number}
        )

    standing.title, standing.body, standing.pictures = title, body, placed
    standing.version_number = base + 1
    standing.search_text = searchable(title, body, standing.where)
    standing.save(update_fields=["title", "body", "pictures", "version_number", "search_text"])
    version = Version.objects.create(
        proposal=standing,
        number=standing.version_number,
        title=title,
        body=body,
        author=person,
        published=timezone.now(),
        note=note,
        pictures=placed,
        language=standing.language,
    )
    settle(standing, placed)
    raise_counters(
        standing.pk,
        standing.consultation_id,
        because=VersionPublished(standing.pk, standing.consultation_id),
    )
    hooks.run(hooks.version_published, proposal=standing, version=version)
    tell_followers_of_version.enqueue(version.pk)
    return version
