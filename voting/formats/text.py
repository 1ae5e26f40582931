"""The bytes of a file as text."""

from voting.counting.errors import BadCount
from voting.counting.words import _


def text_of(data: bytes) -> str:
    """UTF-8 with or without a mark at its beginning. Raises `BadCount` naming the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        raise BadCount(_("The text is not UTF-8."), line=line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BadCount(_("The text has a NUL in it."), line=line)
    return text
