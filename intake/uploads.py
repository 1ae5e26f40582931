"""Pictures from people: judged by what they hold, drawn anew, and kept without anything else.

Neither the file nor its name stays. What comes out is WebP in a few widths, turned upright, without
place, camera or comment. A picture that moves is refused, and one with too many pixels unread.
"""

import io
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from intake.errors import BadInput

MOST_BYTES = 10_000_000
MOST_PIXELS = 50_000_000
MOST_PIXELS_UNPACKED = 25_000_000
"""Of formats that must be unpacked whole; a JPEG is read smaller."""
LEAST_SIDE = 16
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
WIDTHS = (480, 960, 1600)
LONGEST_SIDE = 3200
QUALITY = 80


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture drawn anew: its largest size, and the file of each width."""

    width: int
    height: int
    files: dict[int, bytes]


def clean_picture(upload: UploadedFile, field: str = "file") -> CleanPicture:
    """What an uploaded file shows, in every width up to its own; `BadInput` with a sentence otherwise."""
    if not upload.size:
        raise refused(_("This file is empty. Choose a picture."), "empty", field)
    if upload.size > MOST_BYTES:
        raise refused(
            _("This file is larger than 10 MB. Save the picture smaller, or take another."),
            "too-large",
            field,
        )
    upload.seek(0)
    return redrawn(upload.read(), field)


def redrawn(content: bytes, field: str = "file") -> CleanPicture:
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            check(picture, field)
            drawn = upright(picture)
    except BadInput:
        raise
    except Exception as trouble:  # a broken picture breaks its reader in many ways
        raise refused(
            _("This file is not a picture that we can read. Send it as JPEG, PNG or WebP."),
            "not-a-picture",
            field,
        ) from trouble
    widths = [width for width in WIDTHS if width < drawn.width][: len(WIDTHS)]
    largest = min(drawn.width, WIDTHS[-1])
    files = {width: as_webp(drawn, width) for width in [*widths, largest]}
    return CleanPicture(largest, scaled_height(drawn, largest), files)


def check(picture: Image.Image, field: str) -> None:
    """Everything that the first bytes tell, before any pixel is unpacked."""
    most = MOST_PIXELS if picture.format in {"JPEG", "MPO"} else MOST_PIXELS_UNPACKED
    if picture.width * picture.height > most:
        raise refused(
            _("This picture has more than %(most)s million pixels. Save it smaller.")
            % {"most": most // 1_000_000},
            "too-many-pixels",
            field,
        )
    if min(picture.width, picture.height) < LEAST_SIDE:
        raise refused(_("This picture is too small to see anything."), "too-small", field)
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        raise refused(_("This picture moves. Send one that stands still."), "moves", field)


def upright(picture: Image.Image) -> Image.Image:
    """The pixels alone, turned as the camera was held, at most `LONGEST_SIDE` long."""
    if picture.format in {"JPEG", "MPO"}:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    turned = ImageOps.exif_transpose(picture).convert("RGBA" if has_alpha else "RGB")
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    bare = Image.new(turned.mode, turned.size)
    bare.paste(turned)
    return bare


def as_webp(picture: Image.Image, width: int) -> bytes:
    size = (width, scaled_height(picture, width))
    shown = picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    shown.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()


def scaled_height(picture: Image.Image, width: int) -> int:
    return max(1, round(picture.height * width / picture.width))


def refused(sentence: str, code: str, field: str) -> BadInput:
    return BadInput(sentence, code=code, field=field)
