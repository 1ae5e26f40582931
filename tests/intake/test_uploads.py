"""Pictures at the door: what they hold decides, and nothing but the pixels comes through."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from intake import uploads
from intake.errors import BadInput
from intake.uploads import clean_picture
from tests.factories import a_picture_file


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def a_file(content: bytes, name="photo.jpg"):
    return SimpleUploadedFile(name, content)


def saved(picture: Image.Image, kind: str, **how) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_becomes_webp_in_every_width_below_its_own(kind):
    clean = clean_picture(a_picture_file(size=(1200, 800), kind=kind))
    assert (clean.width, clean.height) == (1200, 800)
    shown = {width: opened(content) for width, content in clean.files.items()}
    assert {width: (one.format, one.size) for width, one in shown.items()} == {
        480: ("WEBP", (480, 320)),
        960: ("WEBP", (960, 640)),
        1200: ("WEBP", (1200, 800)),
    }


def test_a_large_picture_is_kept_at_most_1600_wide():
    assert list(clean_picture(a_picture_file(size=(4000, 3000), kind="JPEG")).files) == [
        480, 960, 1600
    ]  # fmt: skip


def test_where_and_when_it_was_taken_goes_and_upright_it_stays():
    exif = Image.Exif()
    exif[0x0112] = 6  # held sideways
    exif[0x010F] = "CanaryCamera"
    exif.get_ifd(0x8825)[1] = "N"
    content = saved(Image.new("RGB", (600, 300), "red"), "JPEG", exif=exif, comment=b"CanaryNote")
    assert b"Canary" in content
    clean = clean_picture(a_file(content))
    assert (clean.width, clean.height) == (300, 600)
    for one in clean.files.values():
        assert b"Canary" not in one
        assert not opened(one).getexif()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"not a picture", "not-a-picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "not-a-picture"),
        (b"<!doctype html><script>alert(1)</script>", "not-a-picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "not-a-picture"),
        (saved(Image.new("RGB", (400, 300)), "PNG")[:200], "not-a-picture"),
        (saved(Image.new("RGB", (400, 300)), "BMP"), "not-a-picture"),
        (saved(Image.new("RGB", (9, 300)), "PNG"), "too-small"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(content, code):
    with pytest.raises(BadInput) as refused:
        clean_picture(a_file(content))
    assert refused.value.code == code
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_picture_that_moves_is_refused(kind):
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    content = saved(frames[0], kind, save_all=True, append_images=frames[1:])
    with pytest.raises(BadInput, match="moves"):
        clean_picture(a_file(content))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    content = saved(Image.new("1", (6000, 6000)), "PNG")
    assert len(content) < 50_000
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("it was unpacked"))
    with pytest.raises(BadInput, match="million pixels"):
        clean_picture(a_file(content))


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    with pytest.raises(BadInput, match="larger than 10 MB"):
        clean_picture(a_picture_file(size=(1200, 900), kind="JPEG"))
