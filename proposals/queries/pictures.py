"""Pictures, with what decides who may see them."""

from django.db.models import Q

from proposals.models import Picture


def picture_to_see(name: str) -> Picture | None:
    return Picture.objects.select_related("proposal__consultation").filter(name=name).first()


def own_pictures(person, names, proposal=None) -> list[Picture]:
    """Those of these pictures that this person may place: her own loose ones, and the proposal's."""
    loose = Q(by=person.pk, proposal=None)
    mine = loose | Q(proposal=proposal) if proposal is not None else loose
    return list(Picture.objects.filter(mine, name__in=names))
