"""A city's colour: whether it can be read, and the nearest one that can.

Contrast is WCAG's (relative luminance of sRGB); "nearest" is the shortest way in OKLab, where equal
steps look equal. The hue is kept: it is the hue by which people know their city.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, cos, dist, sin

from django.utils.translation import gettext as _

from intake.errors import BadInput

READABLE = 4.5
"""WCAG 2.2 AA for text."""

LIGHT_GROUNDS = ("#fcfbf8", "#ffffff", "#f4f2ee", "#f5efe3")
DARK_GROUNDS = ("#14171d", "#1b1f26", "#0d1116", "#1d1c1a")
"""What the colour stands on: paper, raised, sunken, sand, as `styles/tokens.css` has them."""
INKS = ("#191e27", "#ecebe7")

Rgb = tuple[float, float, float]


@dataclass(frozen=True)
class Palette:
    """The colour and its wash in light and dark, and what is written on it."""

    light: str
    light_wash: str
    on_light: str
    dark: str
    dark_wash: str
    on_dark: str


def clean_colour(text: str, field: str = "colour") -> str:
    """`#015c5c`, from what was typed; refused, with the nearest that passes, where it cannot be read."""
    colour = parsed(text, field)
    nearest = nearest_readable(colour)
    if nearest == colour:
        return colour
    raise BadInput(
        _(
            "%(colour)s can be read badly on white (contrast %(contrast)s, at least 4.5 is needed). "
            "The nearest colour that can be read is %(nearest)s."
        )
        % {
            "colour": colour,
            "nearest": nearest,
            # Rounded down: 4.49 is not 4.5.
            "contrast": f"{int(worst(colour, LIGHT_GROUNDS) * 10) / 10:.1f}",
        },
        code="contrast",
        field=field,
    )


def parsed(text: str, field: str = "colour") -> str:
    """Three or six hexadecimal digits, with or without #, as `#rrggbb`."""
    digits = text.strip().lower().removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits, re.ASCII):
        digits = "".join(2 * digit for digit in digits)
    if not re.fullmatch(r"[0-9a-f]{6}", digits, re.ASCII):
        raise BadInput(
            _("Write the colour as # and six digits or letters from a to f, like #015c5c."),
            code="colour",
            field=field,
        )
    return f"#{digits}"


def palette(colour: str) -> Palette:
    """Everything the styles need, from one readable colour."""
    _lightness, chroma, hue = to_oklch(to_rgb(colour))
    dark = nearest_readable(_hex(_within(0.78, min(chroma, 0.13), hue)), DARK_GROUNDS, READABLE)
    return Palette(
        light=colour,
        light_wash=_hex(_within(0.956, min(chroma, 0.016), hue)),
        on_light="#ffffff",
        dark=dark,
        dark_wash=_hex(_within(0.275, min(chroma, 0.035), hue)),
        on_dark=DARK_GROUNDS[0],
    )


def nearest_readable(
    colour: str, grounds: Iterable[str] = LIGHT_GROUNDS, least: float = READABLE
) -> str:
    """The colour itself where it passes on every ground, else the nearest of its hue that does."""
    grounds = tuple(grounds)
    if worst(colour, grounds) >= least:
        return colour
    lightness, chroma, hue = to_oklch(to_rgb(colour))
    here = to_oklab(to_rgb(colour))
    end = 0.0 if luminance(grounds[0]) > 0.18 else 1.0
    passing = []
    for share in range(11):
        tried = _just_readable(lightness, end, chroma * share / 10, hue, grounds, least)
        passing.append((dist(here, to_oklab(to_rgb(tried))), tried))
    return min(passing)[1]


def _just_readable(
    fails: float, passes: float, chroma: float, hue: float, grounds: tuple[str, ...], least: float
) -> str:
    """Where on the way to black or white a colour of this chroma begins to pass."""
    found = _hex(_within(passes, chroma, hue))
    for _step in range(10):
        middle = (fails + passes) / 2
        tried = _hex(_within(middle, chroma, hue))
        if worst(tried, grounds) >= least:
            passes, found = middle, tried
        else:
            fails = middle
    return found


def worst(colour: str, grounds: Iterable[str]) -> float:
    """The lowest contrast of a colour with any of the grounds."""
    return min(contrast(colour, ground) for ground in grounds)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = map(_linear, to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def to_rgb(colour: str) -> Rgb:
    """Three shares from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def to_oklab(rgb: Rgb) -> Rgb:
    """Björn Ottosson's OKLab: lightness, green to red, blue to yellow."""
    red, green, blue = map(_linear, rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def to_oklch(rgb: Rgb) -> Rgb:
    """Lightness, chroma and hue in radians."""
    lightness, a, b = to_oklab(rgb)
    return lightness, dist((0, 0), (a, b)), atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> Rgb:
    """Back to sRGB; shares below 0 or above 1 are colours that no screen shows."""
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _curved(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _curved(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _curved(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _within(lightness: float, chroma: float, hue: float) -> Rgb:
    """The colour, or one less vivid where the screen cannot show it."""
    while True:
        rgb = from_oklch(lightness, chroma, hue)
        if chroma == 0 or all(-0.0005 <= share <= 1.0005 for share in rgb):
            return rgb
        chroma = max(0.0, chroma - 0.004)


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, share))):02x}" for share in rgb)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _curved(share: float) -> float:
    if share <= 0.0031308:
        return 12.92 * share
    return 1.055 * share ** (1 / 2.4) - 0.055
