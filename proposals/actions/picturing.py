"""Pictures of a proposal: kept when they are sent, placed when a version is published."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.errors import BadInput
from intake.text import clean_line
from intake.uploads import CleanPicture, clean_picture
from people.verdicts import is_signed_in, require, sign_in_first
from proposals.models import ALT_LIMIT, Picture, Proposal
from proposals.pictures import remove_files, write_files

MOST_PICTURES = 6
"""On one version of a proposal."""
MOST_LOOSE = 40
"""Of one person, on no proposal yet."""
LOOSE_FOR = timedelta(days=30)


def keep_picture(*, person, upload, field: str = "file") -> Picture:
    """Keep what a file shows under a name nobody can guess, for its sender's eyes until it is placed."""
    if not is_signed_in(person):
        require(sign_in_first(_("Sign in to add a picture.")))
    refuse_too_many(person, field)
    # Drawing it anew takes a while: on SQLite nobody else could write meanwhile.
    clean = clean_picture(upload, field)
    return keep_clean(person=person, clean=clean, field=field)


@transaction.atomic
def keep_clean(*, person, clean: CleanPicture, field: str) -> Picture:
    forget_old(person)
    refuse_too_many(person, field)
    picture = Picture.objects.create(
        name=secrets.token_urlsafe(16).replace("-", "x").replace("_", "y"),
        by=person,
        width=clean.width,
        height=clean.height,
        made=timezone.now(),
    )
    write_files(picture, clean.files)
    return picture


def refuse_too_many(person, field: str) -> None:
    """Asked before a picture is drawn, too: drawing is what costs."""
    lately = loose_pictures(person).filter(made__gte=timezone.now() - LOOSE_FOR)
    if lately.count() >= MOST_LOOSE:
        raise BadInput(
            _("You have sent many pictures that stand on no proposal yet. Use these first."),
            code="too-many",
            field=field,
        )


def forget_old(person) -> None:
    """Pictures that were sent long ago and never stood anywhere."""
    forget(loose_pictures(person).filter(made__lt=timezone.now() - LOOSE_FOR))


def forget_loose(person) -> None:
    """She leaves: what stands on no proposal goes with her, file and all."""
    forget(loose_pictures(person))


def loose_pictures(person):
    return Picture.objects.filter(by=person, proposal=None)


def forget(pictures) -> None:
    for picture in pictures:
        transaction.on_commit(partial(remove_files, picture))
    pictures.delete()


def placed_pictures(
    person, chosen: Iterable[Mapping[str, Any]], proposal: Proposal | None = None
) -> list[dict[str, Any]]:
    """What a version keeps of its pictures: name, alternative text, size.

    Each is one's own and on no other proposal, or stands on this one already. Where the text is
    empty, somebody has said that the picture only decorates.
    """
    chosen = list(chosen)
    if len(chosen) > MOST_PICTURES:
        more = len(chosen) - MOST_PICTURES
        raise BadInput(
            ngettext("Take %(more)s picture away.", "Take %(more)s pictures away.", more)
            % {"more": more},
            code="too-many",
            field="pictures",
        )
    known = {
        picture.name: picture
        for picture in Picture.objects.filter(name__in=[one["picture"] for one in chosen])
        if (picture.proposal_id is None and picture.by_id == person.pk)
        or (proposal is not None and picture.proposal_id == proposal.pk)
    }
    placed = []
    for one in {one["picture"]: one for one in chosen}.values():
        picture = known.get(one["picture"])
        if picture is None:
            raise BadInput(
                _("One of the pictures is not there any more."), code="unseen", field="pictures"
            )
        alt = clean_line(
            one.get("alt") or "", limit=ALT_LIMIT, field=_("description"), required=False
        )
        if not alt and not one.get("decorative"):
            raise BadInput(
                _("Say what each picture shows, or that it only decorates."),
                code="no-description",
                field="pictures",
            )
        placed.append(
            {
                "picture": picture.name,
                "alt": "" if one.get("decorative") else alt,
                "width": picture.width,
                "height": picture.height,
            }
        )
    return placed


def settle(proposal: Proposal, placed: list[dict[str, Any]]) -> None:
    """From now on these pictures belong to this proposal."""
    if placed:
        names = [one["picture"] for one in placed]
        Picture.objects.filter(name__in=names, proposal=None).update(proposal=proposal)
