"""Words reduced to what people type when they look for them: Łódź is lodz, Straße is strasse."""

import re
import unicodedata

LONGEST_WORD = 64  # what an index keeps of a word, and what a search asks for

# Letters that Unicode does not take apart, as people without them on the keyboard write them.
_LETTERS = str.maketrans("łøđðħŧŋıəɓɗƙĸ", "loddhtniebdkk") | {
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("þ"): "th",
}


def fold(text):
    """`text` without case, accents and ligatures. What is equal to a reader becomes equal."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    # Taking apart may lay letters bare that fold again (ǿ holds ø, ℌ holds H).
    return unicodedata.normalize("NFC", bare.casefold().translate(_LETTERS))


def words(text):
    """The folded words of `text`, in any script; only letters, digits and their vowel signs."""
    folded = fold(text)
    if not folded.isascii():
        folded = "".join(letter if _is_part_of_word(letter) else " " for letter in folded)
    return [word[:LONGEST_WORD] for word in _WORD.findall(folded)]


def _is_part_of_word(letter):
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


_WORD = re.compile(r"[^\x00-\x2f\x3a-\x60\x7b-\x7f\s]+")
