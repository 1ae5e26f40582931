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
        *("ul", "ol", "li", "a", "h3", "h4", "h5", "h6"),
    },
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener",
)


@lru_cache(maxsize=512)
def render(markdown) -> SafeString:
    """Safe HTML. Headings begin at h3, below the page's own; links lead to the web or to mail."""
    tokens = _MARKDOWN.parse(markdown)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 2, 6)}"
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return mark_safe(_CLEANER.clean(html))  # noqa: S308 - cleaned by allow-list on this line
