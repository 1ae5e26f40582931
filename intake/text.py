"""Words from people: one form for the same words, nothing hidden in them, and a limit with a mend.

Every step is linear in the length of what came in, and what is far too long is refused unread.
"""

import re
import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.errors import BadInput

MOST_LINKS = 50


def clean_line(text, *, limit, field=None, required=True):
    """One line of at most `limit` characters; line breaks and runs of space become one space.

    `field` is the noun that the sentences use: "Shorten the title by 12 characters."
    """
    text = _without_hidden(_sized(text, limit, field))
    text = _LINE_SPACE.sub(" ", text).strip()
    return _limited(text, limit, field, required)


def clean_text(text, *, limit, field=None, required=True, links=MOST_LINKS):
    """Prose of at most `limit` characters: line breaks are \\n, and no more than one empty line."""
    text = _without_hidden(_sized(text, limit, field))
    text = _BLANK_LINE.sub("", text)
    text = _EMPTY_LINES.sub("\n\n", text).strip("\n").rstrip()
    text = _limited(text, limit, field, required)
    _refuse_many_links(text, links)
    return text


def storable(text):
    """`text` itself, unless it holds a NUL or half a character, which no database keeps whole."""
    if _UNSTORABLE.search(text):
        sentence = _("This holds a character that cannot be stored. Write that part again.")
        raise BadInput(sentence, code="unstorable")
    return text


def showable(text):
    """`text` with whatever cannot be stored or sent replaced, to hand back to who wrote it."""
    return _UNSTORABLE.sub("\ufffd", text)


def _sized(text, limit, field):
    if not isinstance(text, str):
        raise BadInput(_("Write this as text."), code="not-text", field=field)
    # Hidden characters and spaces may go, but not this many: spare us the work.
    if len(text) > 2 * limit + 1000:
        raise _too_long(len(text) - limit, field)
    return storable(text)


def _without_hidden(text):
    if text.isascii():
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return _CONTROLS.sub("", _BREAKS.sub("\n", text))
    text = _BREAKS.sub("\n", text.replace("\r\n", "\n"))
    text = _CONTROLS.sub("", text)
    text = _HIDDEN.sub("", text)
    text = _FLAG_TAGS.sub(lambda match: match[0] if len(match[0]) > 1 else "", text)
    text = _VARIATIONS.sub(r"\1", text)
    text = _JOINERS.sub(_joiner, text)
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION_MARKS.sub("", text)
    # Normalising sorts the accents on a letter, slowly when there are thousands.
    text = _ACCENTS.sub(lambda match: match[0][:MOST_ACCENTS], text)
    return unicodedata.normalize("NFC", text)


def _joiner(match):
    """Keep a joiner where it changes what is read: in Persian and Indic words, between emoji."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    if _shapes(before) and _shapes(after):
        return match[0][0]
    if match[0][0] == "\u200d" and _pictures(before) and _pictures(after):
        return "\u200d"
    return ""


def _shapes(character):
    return "\u0600" <= character <= "\u1cff" and not character.isspace()


def _pictures(character):
    return "\u2190" <= character <= "\u2bff" or character >= "\U0001f000" or character == "\ufe0f"


def _limited(text, limit, field, required):
    if not text.strip(_BLANK):
        if not required:
            return ""
        sentence = _("Write the {field}.").format(field=field) if field else _("Write something.")
        raise BadInput(sentence, code="required", field=field)
    if len(text) > limit:
        raise _too_long(len(text) - limit, field)
    return text


def _too_long(excess, field):
    if field:
        sentence = ngettext(
            "Shorten the {field} by {excess} character.",
            "Shorten the {field} by {excess} characters.",
            excess,
        )
    else:
        sentence = ngettext(
            "Shorten this by {excess} character.", "Shorten this by {excess} characters.", excess
        )
    sentence = sentence.format(field=field, excess=f"{excess:,}")
    return BadInput(sentence, code="too-long", field=field)


def _refuse_many_links(text, links):
    if len(_LINKS.findall(text)) > links:
        sentence = ngettext(
            "Use fewer links: at most {links}.", "Use fewer links: at most {links}.", links
        )
        raise BadInput(sentence.format(links=links), code="too-many-links")


MOST_ACCENTS = 8  # on one letter; no living language needs more


def _accents():
    """A character class of everything that Unicode stacks onto the letter before it."""
    marks = [c for c in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(c)]
    return "".join(marks)


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BREAKS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# Zero-width and filler characters, and everything that turns the reading direction around.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a]"
)
# The flags of England, Scotland and Wales are spelt in letters that are hidden anywhere else.
_FLAG_TAGS = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f|[\U000e0000-\U000e007f]")
_VARIATION = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_VARIATIONS = re.compile(f"({_VARIATION}){_VARIATION}+")
_JOINERS = re.compile("[\u200c\u200d]+")
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_ACCENTS = re.compile(f"[{re.escape(_accents())}]{{{MOST_ACCENTS + 1},}}")
_LINE_SPACE = re.compile(r"[^\S\u00a0\u202f]+|\s{2,}")
_BLANK_LINE = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")
_LINKS = re.compile(r"://|\]\(|mailto:", re.IGNORECASE)
# What has no ink of its own: alone, it is as good as nothing.
_BLANK = " \t\n\u00a0\u1680\u2000-\u200f\u202f\u205f\u2800\u3000\u061c\ufe0e\ufe0f"
