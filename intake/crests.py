"""A city's crest: any picture comes in, one small clean PNG stays.

Drawn anew, so that nothing of the file itself is kept. SVG is refused: it is a program as much as a
picture, and a crest is needed in one size only.
"""

import io

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from intake.errors import BadInput

MOST_BYTES = 2_000_000
MOST_PIXELS = 24_000_000
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
HEIGHT, WIDTH = 192, 384
"""Three times what the masthead shows, for sharp screens."""


def clean_crest(content: bytes, field: str = "crest") -> bytes:
    """The picture as a PNG of at most 384 by 192 pixels, without anything else that was in the file."""
    if len(content) > MOST_BYTES:
        raise BadInput(
            _("This file is larger than 2 MB. Save the crest smaller: 400 pixels are enough."),
            code="too-large",
            field=field,
        )
    if content.lstrip()[:256].lower().startswith((b"<svg", b"<?xml", b"<!doctype")):
        raise BadInput(
            _("This is an SVG drawing. Save the crest as a PNG, 200 pixels high, and choose that."),
            code="svg",
            field=field,
        )
    try:
        picture = Image.open(io.BytesIO(content), formats=FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise BadInput(
                _("This picture has too many pixels. Save the crest 400 pixels wide."),
                code="too-many-pixels",
                field=field,
            )
        drawn = ImageOps.exif_transpose(picture).convert("RGBA")
    except BadInput:
        raise
    except Exception as trouble:  # a broken picture breaks its reader in many ways
        raise BadInput(
            _("This file is not a picture that we can read. Choose a PNG, JPEG or WebP file."),
            code="not-a-picture",
            field=field,
        ) from trouble
    drawn.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    clean = Image.new("RGBA", drawn.size)
    clean.paste(drawn)
    out = io.BytesIO()
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()
