"""Claims: a moderator is on an item, so that two do not judge it at once."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from discussions.actions.reporting import target
from discussions.events import ItemClaimed, ItemReleased
from discussions.models import Claim
from discussions.phrases import moment
from discussions.rules import consultation_of, may_judge
from live.announcing import announce
from people.verdicts import Stale, require

HELD_FOR = timedelta(minutes=15)


@transaction.atomic
def claim_item(*, person, item):
    """Hold an item for a quarter of an hour, and show that to the other moderators.

    Claiming again begins the time anew. Raises `Stale` where somebody else holds it; a claim that
    has run out is nobody's.
    """
    require(may_judge(person, item))
    now = timezone.now()
    claim = held(item)
    if claim is None:
        claim = first_claim(person, item, now) or held(item)
    if claim.by_id != person.pk and claim.until > now:
        raise Stale(
            _("%(who)s is on this until %(until)s.")
            % {"who": claim.by.display_name, "until": moment(claim.until)},
            "claimed",
        )
    claim.by, claim.until = person, now + HELD_FOR
    claim.save(update_fields=["by", "until"])
    announce(ItemClaimed(consultation=consultation_of(item).pk))
    return claim


@transaction.atomic
def release_item(*, person, item):
    """Let go of an item; nothing happens where she does not hold it."""
    gone, _by_model = Claim.objects.filter(**target(item), by=person).delete()
    if gone:
        announce(ItemReleased(consultation=consultation_of(item).pk))


def held(item) -> Claim | None:
    return (
        Claim.objects.select_for_update(of=("self",))
        .select_related("by")
        .filter(**target(item))
        .first()
    )


def first_claim(person, item, now) -> Claim | None:
    """Insert it, or None where somebody was quicker: the constraint decides."""
    try:
        with transaction.atomic():
            return Claim.objects.create(**target(item), by=person, until=now + HELD_FOR)
    except IntegrityError:
        return None
