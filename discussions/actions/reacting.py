"""Agree, disagree or pass: one reaction each, replaced by the next, taken back at will."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import Phase
from discussions.models import Point, Reaction
from discussions.rules import may_react
from intake.errors import BadInput
from people.verdicts import Stale, require

# The stored total of each value. Totals are in no public snapshot: nothing is announced.
TOTALS = {
    Reaction.Value.AGREE: "agree",
    Reaction.Value.DISAGREE: "disagree",
    Reaction.Value.PASS: "passed",
}


@transaction.atomic
def react(*, person, point, value):
    """Keep one person's reaction to a point; another value replaces it, the same changes nothing."""
    require(may_react(person, point))
    value = checked_value(value)
    reaction = reaction_of(person, point)
    if reaction is None:
        if created := first_reaction(person, point, value):
            move_totals(point, up=value)
            return created
        reaction = reaction_of(person, point)
        if reaction is None:  # made by another tab and taken back again meanwhile
            return react(person=person, point=point, value=value)
    if reaction.value != value:
        move_totals(point, up=value, down=reaction.value)
        reaction.value, reaction.given = value, timezone.now()
        reaction.save(update_fields=["value", "given"])
    return reaction


@transaction.atomic
def take_back(*, person, point):
    """Forget one person's reaction; nothing happens where there was none."""
    require(may_react(person, point))
    reaction = reaction_of(person, point)
    if reaction is not None:
        reaction.delete()
        move_totals(point, down=reaction.value)


def checked_value(value) -> str:
    try:
        return Reaction.Value(value)
    except ValueError:
        raise BadInput(_("Choose agree, disagree or pass."), field="value") from None


def reaction_of(person, point) -> Reaction | None:
    """Hers, held until this act is done, so that two tabs cannot move a total twice."""
    return Reaction.objects.select_for_update().filter(person=person, point=point).first()


def first_reaction(person, point, value) -> Reaction | None:
    """Insert it, or None where another tab was quicker: the constraint decides."""
    try:
        with transaction.atomic():
            return Reaction.objects.create(
                person=person, point=point, value=value, given=timezone.now()
            )
    except IntegrityError:
        return None


def move_totals(point, *, up=None, down=None) -> None:
    changes = {}
    if up:
        changes[TOTALS[Reaction.Value(up)]] = F(TOTALS[Reaction.Value(up)]) + 1
    if down:
        changes[TOTALS[Reaction.Value(down)]] = F(TOTALS[Reaction.Value(down)]) - 1
    if not Point.objects.filter(pk=point.pk).update(**changes):
        raise Stale(_("Its author deleted this meanwhile."), "deleted")


def forget_marks(consultation_id: int, now) -> None:
    """Once nothing can be said any more in a consultation, nobody needs to know who came back."""
    if not Phase.objects.filter(
        consultation=consultation_id, takes_points=True, closes__gt=now
    ).exists():
        here = Reaction.objects.filter(point__proposal__consultation=consultation_id)
        here.exclude(mark="").update(mark="")
