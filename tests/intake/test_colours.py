"""A city's colour can be read everywhere, or the nearest one that can is named."""

import re
from colorsys import hsv_to_rgb
from math import dist
from pathlib import Path

import pytest
from django.conf import settings

from intake import colours
from intake.errors import BadInput

RAINBOW = [
    colours._hex(hsv_to_rgb(hue / 12, saturation / 2, value / 4))
    for hue in range(12)
    for saturation in range(3)
    for value in range(5)
]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#767676", "#ffffff", 4.54), ("#015c5c", "#ffffff", 7.82)],
)
def test_contrast_is_what_wcag_says(one, other, ratio):
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_oklab_is_what_its_author_says_and_leads_back():
    assert colours.to_oklab((1.0, 1.0, 1.0)) == pytest.approx((1, 0, 0), abs=1e-3)
    assert colours.to_oklab((1.0, 0.0, 0.0)) == pytest.approx((0.628, 0.2249, 0.1258), abs=1e-3)
    for colour in RAINBOW:
        assert colours._hex(colours.from_oklch(*colours.to_oklch(colours.to_rgb(colour)))) == colour


def test_the_grounds_are_those_of_the_stylesheet():
    tokens = (Path(settings.BASE_DIR) / "frontend/styles/tokens.css").read_text()
    pairs = dict(re.findall(r"--([\w-]+): (light-dark\([^)]+\));", tokens))
    names = ("paper", "raised", "sunken", "sand")
    stand = [pairs[name] for name in names]
    ours = zip(colours.LIGHT_GROUNDS, colours.DARK_GROUNDS, strict=True)
    assert stand == [f"light-dark({light}, {dark})" for light, dark in ours]
    assert pairs["ink"] == "light-dark({}, {})".format(*colours.INKS)


@pytest.mark.parametrize("typed", ["#015C5C", "015c5c", " #015c5c "])
def test_a_readable_colour_is_kept(typed):
    assert colours.clean_colour(typed) == "#015c5c"


@pytest.mark.parametrize("typed", ["teal", "#12", "#12345g", "#1234567", "٣٣٣٣٣٣", "url(x)"])
def test_what_is_no_colour_is_told_how_one_is_written(typed):
    with pytest.raises(BadInput, match="like #015c5c"):
        colours.clean_colour(typed)


def test_a_pale_colour_is_refused_with_the_nearest_that_passes():
    with pytest.raises(BadInput, match=r"contrast 1\.\d") as refusal:
        colours.clean_colour("#ffd200")
    named = refusal.value.sentence.split()[-1].rstrip(".")
    assert colours.clean_colour(named) == named


def test_the_nearest_is_nearer_than_any_other_of_its_hue_and_barely_passes():
    for colour in ("#ffd200", "#7fc97f", "#ff8888", "#cccccc"):
        nearest = colours.nearest_readable(colour)
        assert 4.5 <= colours.worst(nearest, colours.LIGHT_GROUNDS) < 4.75
        here = colours.to_oklab(colours.to_rgb(colour))
        assert dist(here, colours.to_oklab(colours.to_rgb(nearest))) <= dist(
            here, colours.to_oklab(colours.to_rgb("#000000"))
        )


def test_every_palette_can_be_read_in_light_and_dark():
    for colour in RAINBOW:
        tones = colours.palette(colours.nearest_readable(colour))
        light = (*colours.LIGHT_GROUNDS, tones.light_wash, tones.on_light)
        dark = (*colours.DARK_GROUNDS, tones.dark_wash, tones.on_dark)
        assert colours.worst(tones.light, light) >= 4.5, colour
        assert colours.worst(tones.dark, dark) >= 4.5, colour
        assert colours.contrast(colours.INKS[0], tones.light_wash) >= 7, colour
        assert colours.contrast(colours.INKS[1], tones.dark_wash) >= 7, colour
