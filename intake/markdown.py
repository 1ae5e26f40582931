"""Markdown as people write it, as HTML that may stand on any page."""

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# No pictures: they would be fetched from other hosts, and tell them who reads.
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
# Nor references: words in them would be stored, and shown to nobody.
_MARKDOWN.disable(["image", "reference", "html_block", "html_inline"])

_CLEANER = nh3.Cleaner(
    tags={
        *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote"),
        *("ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "h6"),
    },
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener",
)


@lru_cache(maxsize=512)
def render(markdown, heading: int = 3) -> SafeString:
    """Safe HTML. Headings begin at h`heading`, below the page's own, and never skip a level, however
    they were written; links lead to the web or to mail."""
    tokens = _MARKDOWN.parse(markdown)
    _relevel([t for t in tokens if t.type in ("heading_open", "heading_close")], heading)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return mark_safe(_CLEANER.clean(html))  # noqa: S308 - cleaned by allow-list on this line


def _relevel(headings, first: int) -> None:
    written = sorted({token.tag for token in headings})
    above = first - 1
    for opening, closing in zip(headings[::2], headings[1::2], strict=True):
        above = min(first + written.index(opening.tag), above + 1, 6)
        opening.tag = closing.tag = f"h{above}"
