"""Numbers that stand in addresses, cursors and bodies, as text."""

LARGEST_ID = 2**63 - 1  # of a row, on both databases


def whole(text: str | None) -> int | None:
    """The number that `text` spells in plain digits; None where no row could have it."""
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
