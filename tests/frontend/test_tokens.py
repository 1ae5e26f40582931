"""Colours are chosen by arithmetic: every pair that carries words reaches WCAG AA, light and dark."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TOKENS = (Path(settings.BASE_DIR) / "frontend/styles/tokens.css").read_text()
COLOURS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\((#\w{3,6}), (#\w{3,6})\);", TOKENS
    )
}
WORDS = [
    ("ink", "paper"),
    ("ink", "raised"),
    ("ink", "sunken"),
    ("ink", "sand"),
    ("ink", "civic-wash"),
    ("ink", "danger-wash"),
    ("ink", "notice-wash"),
    ("ink-soft", "paper"),
    ("ink-soft", "raised"),
    ("ink-soft", "sunken"),
    ("ink-soft", "sand"),
    ("ink-soft", "civic-wash"),
    ("link", "paper"),
    ("link", "raised"),
    ("link", "civic-wash"),
    ("visited", "paper"),
    ("visited", "raised"),
    ("civic", "paper"),
    ("civic", "raised"),
    ("civic", "civic-wash"),
    ("on-civic", "civic"),
    ("for", "raised"),
    ("for", "paper"),
    ("against", "raised"),
    ("against", "paper"),
    ("danger", "raised"),
    ("danger", "paper"),
    ("notice", "paper"),
]
EDGES = [("line-strong", "paper"), ("line-strong", "raised")]


@pytest.mark.parametrize(("front", "back"), WORDS)
def test_words_can_be_read(front, back):
    for scheme in (0, 1):
        assert contrast(COLOURS[front][scheme], COLOURS[back][scheme]) >= 4.5


@pytest.mark.parametrize(("edge", "back"), EDGES)
def test_edges_of_controls_can_be_seen(edge, back):
    for scheme in (0, 1):
        assert contrast(COLOURS[edge][scheme], COLOURS[back][scheme]) >= 3


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
