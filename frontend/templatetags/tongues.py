"""Marking a text with the language it stands in."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join

from frontend.counted import forms
from people.languages import now_spoken, offered
from people.tongues import KNOWN

register = template.Library()


@register.filter
def marked(text: Any) -> Any:
    """A text in another language than the page's is marked with it; others stay as they are.

    Only for what stands between tags: in an attribute there is no place for a mark.
    """
    language = getattr(text, "language", "")
    if not language or language == now_spoken():
        return text
    return format_html('<span lang="{}" dir="auto">{}</span>', language, str(text))


@register.filter
def language_of(text: Any) -> str:
    """The language of a text, for the `lang` of the element it stands in."""
    return getattr(text, "language", "") or now_spoken()


@register.simple_tag
def counted(name: str) -> str:
    """`data-one`, `data-few`, `data-many`, `data-other`: the words that go with a live number."""
    return format_html_join("", ' data-{}="{}"', forms(name).items())


@register.simple_tag
def written_in() -> list[dict[str, Any]]:
    """The languages somebody's words may be in; none to choose where the city has one."""
    spoken, codes = now_spoken(), offered()
    if len(codes) == 1:
        return []
    return [{"code": code, "name": KNOWN[code], "current": code == spoken} for code in codes]
