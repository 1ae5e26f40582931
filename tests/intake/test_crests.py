"""A crest is drawn anew; what is no picture, or more than one, is refused in words."""

import io

import pytest
from PIL import Image, PngImagePlugin

from intake.crests import clean_crest
from intake.errors import BadInput


def a_picture(kind="PNG", size=(400, 400), **how) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#7a1f5c").save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_any_picture_becomes_a_small_png(kind):
    drawn = Image.open(io.BytesIO(clean_crest(a_picture(kind, (1600, 800)))))
    assert (drawn.format, drawn.size) == ("PNG", (384, 192))


def test_nothing_else_of_the_file_is_kept():
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "taken at 12 Mill Lane")
    exif = Image.Exif()
    exif[0x010E] = "taken at 12 Mill Lane"
    given = a_picture(pnginfo=words, exif=exif) + b"<script>alert(1)</script>"
    assert b"Mill Lane" in given
    clean = clean_crest(given)
    assert b"Mill Lane" not in clean
    assert b"script" not in clean


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "svg"),
        (b"\n<?xml version='1.0'?><svg/>", "svg"),
        (b"%PDF-1.7 hello", "not-a-picture"),
        (b"", "not-a-picture"),
        (a_picture()[:60], "not-a-picture"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 2_000_000, "too-large"),
    ],
)
def test_what_is_no_picture_gets_a_sentence(content, code):
    with pytest.raises(BadInput) as refusal:
        clean_crest(content)
    assert refusal.value.code == code
    assert refusal.value.sentence.endswith(".")


def test_a_picture_of_too_many_pixels_is_not_even_unpacked():
    with pytest.raises(BadInput) as refusal:
        clean_crest(a_picture(size=(6000, 6000)))
    assert refusal.value.code == "too-many-pixels"
