"""Markdown from people becomes HTML that can do nothing but be read."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.markdown import render

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&colon;alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(1)>",
    "[a](vbscript:x)",
    "![x](https://example.org/spy.png)",
    "<svg/onload=alert(1)>",
    "<a href='https://example.org' style='position:fixed'>x</a>",
    "`<b onclick=x>`",
    "[x](https://example.org 'a\" onmouseover=\"x')",
    "<div\n\n</div><iframe src=//example.org>",
]
ALLOWED = re.compile(
    r"</?(?:p|em|strong|code|pre|blockquote|ul|li|h[3-6])>|<(?:br|hr)>|</?ol>|<ol start=\"\d+\">|</a>"
    r'|<a href="(?:https?:|mailto:|[^":]*")[^<>]*rel="nofollow noopener">'
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_words(hostile):
    only_allowed(render(hostile))


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), max_size=6).map("".join))
def test_no_mixture_makes_a_tag_that_is_not_allowed(mixture):
    only_allowed(render(mixture))


def only_allowed(html):
    assert "<" not in ALLOWED.sub("", html), html


def test_headings_stay_below_those_of_the_page():
    assert render("# One\n## Two\n###### Six") == "<h3>One</h3>\n<h4>Two</h4>\n<h5>Six</h5>\n"
    assert render("## Two\n# One\n### Three", 2) == "<h2>Two</h2>\n<h2>One</h2>\n<h3>Three</h3>\n"


def test_links_lead_to_the_web_and_vouch_for_nothing():
    assert render("[Parks](https://example.org/a)") == (
        '<p><a href="https://example.org/a" rel="nofollow noopener">Parks</a></p>\n'
    )


def test_no_words_are_hidden_in_a_reference():
    assert "secret" in render("[a]: https://example.org 'secret'")


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "*a_",
        "`",
        "> ",
        "- ",
        "[a](",
        "<",
        "![[",
        "a**b",
        "\\",
        "[a]: b\n",
        "1. ",
        "&",
        "~~",
        "_ ",
    ],
)
def test_the_worst_markdown_is_drawn_in_time(unit):
    began = time.process_time()
    render(unit * (20_000 // len(unit)))
    assert time.process_time() - began < 2
