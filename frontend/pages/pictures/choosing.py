"""Choosing pictures on a form, with and without scripts: those there are, and new files.

Files are kept as soon as they arrive, so that a mistake elsewhere on the page never asks for them
again; a file that is no picture is refused by itself, with its sentence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from frontend.pages.pictures.showing import values_of
from intake.errors import BadInput
from intake.text import clean_line, showable
from proposals.actions import keep_picture
from proposals.actions.picturing import MOST_PICTURES
from proposals.models import ALT_LIMIT
from proposals.queries.pictures import own_pictures

LONGEST_NAME = 60


@dataclass
class Choice:
    """What was chosen so far, and what must be mended."""

    pictures: list[dict[str, Any]] = field(default_factory=list)
    troubles: list[dict[str, str]] = field(default_factory=list)

    def values(self) -> dict[str, Any]:
        """For `pages/pictures/fields.html`."""
        wrong = {one["at"]: one["sentence"] for one in self.troubles}
        return {
            "pictures": [
                values_of(one)
                | {
                    "name": one["picture"],
                    "number": number,
                    "decorative": one["decorative"],
                    "error": wrong.get(one["picture"], ""),
                }
                for number, one in enumerate(self.pictures, start=1)
            ],
            "troubles": self.troubles,
            "error": wrong.get("files", ""),
            "room": MOST_PICTURES - len(self.pictures),
            "alt_limit": ALT_LIMIT,
        }


def choice_of(placed: Iterable[Mapping[str, Any]]) -> Choice:
    """Pictures that stand already."""
    return Choice(
        [dict(one) | {"decorative": one.get("decorative", not one["alt"])} for one in placed]
    )


def choice_in(request, proposal=None) -> Choice:
    """What the form says: pictures kept or taken away, their descriptions, and new files."""
    names = list(dict.fromkeys(request.POST.getlist("picture")))[: 2 * MOST_PICTURES]
    sizes = {one.name: one for one in own_pictures(request.user, names, proposal)}
    chosen = Choice()
    for name in names:
        if name in sizes and not request.POST.get(f"remove-{name}"):
            chosen.pictures.append(
                {
                    "picture": name,
                    "alt": request.POST.get(f"alt-{name}", ""),
                    "decorative": bool(request.POST.get(f"decorative-{name}")),
                    "width": sizes[name].width,
                    "height": sizes[name].height,
                }
            )
    take_files(request, chosen)
    describe(chosen)
    return chosen


def take_files(request, chosen: Choice) -> None:
    """Each new file by itself: the good ones are kept, the others named with what is wrong."""
    for file in request.FILES.getlist("files"):
        if len(chosen.pictures) >= MOST_PICTURES:
            sentence = _("A proposal takes %(most)s pictures.") % {"most": MOST_PICTURES}
            chosen.troubles.append({"at": "files", "sentence": sentence})
            return
        try:
            picture = keep_picture(person=request.user, upload=file)
        except BadInput as trouble:
            sentence = _("“%(file)s”: %(trouble)s") % {
                "file": shown_name(file.name),
                "trouble": trouble.sentence,
            }
            chosen.troubles.append({"at": "files", "sentence": sentence})
            continue
        chosen.pictures.append(
            {
                "picture": picture.name,
                "alt": "",
                "decorative": False,
                "width": picture.width,
                "height": picture.height,
            }
        )


def shown_name(name: str) -> str:
    """A file's name as its sender knows it, in one clean line; it is said once and never kept."""
    try:
        return clean_line(showable(name or "")[:LONGEST_NAME], limit=LONGEST_NAME, required=False)
    except BadInput:
        return ""


def describe(chosen: Choice) -> None:
    """Who cannot see a picture is told what it shows."""
    for number, one in enumerate(chosen.pictures, start=1):
        sentence = ""
        try:
            one["alt"] = clean_line(
                one["alt"], limit=ALT_LIMIT, field=_("description"), required=False
            )
        except BadInput as trouble:
            one["alt"], sentence = showable(one["alt"]), trouble.sentence
        if not one["alt"] and not one["decorative"]:
            sentence = _("Say what picture %(number)s shows, or that it only decorates.") % {
                "number": number
            }
        if sentence:
            chosen.troubles.append({"at": one["picture"], "sentence": sentence})
