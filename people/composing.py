"""A letter gets its words when it leaves: in the reader's language, with what is public then.

So words that were hidden while a mail server was down are in no letter, nor does anything leave
that its reader has read meanwhile, or no longer wants.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people import formats
from people.city import city_name
from people.languages import language_for
from people.letter_choices import choice_of, stop_address
from people.models import Letter, LetterChoice, Notice, Person
from people.told import Line, by_matter, lines_of

MATTERS, LINES = 12, 4
"""What one digest shows of each; the rest is counted, and stands in the inbox."""
MOST = 500


def compose(letter: Letter) -> bool:
    """Fill in what the letter says and to whom it goes; False where nothing is left to send.

    Nothing is stored: the words live as long as the sending.
    """
    person = letter.person
    if letter.kind == Letter.Kind.NECESSARY or person is None:
        with translation.override(language_for(letter.language)):
            letter.html = letter.html or dressed(paragraphs(letter.text), letter.subject)
        return True
    choice = choice_of(person)
    if not person.is_active or not choice.letters:
        return False
    letter.to = person.email
    if letter.kind == Letter.Kind.DECISION:
        with translation.override(language_for(letter.language)):
            dress(letter, person, paragraphs(letter.text), _("You wrote what this is about."))
        return True
    with translation.override(language_for(person.language)):
        return COMPOSERS[Letter.Kind(letter.kind)](letter, person, choice)


def compose_notice(letter: Letter, person: Person, choice: LetterChoice) -> bool:
    """What addresses one person, told alone. Read already, it needs no letter."""
    if not choice.at_once:
        Notice.objects.filter(letter_key=letter.key).update(letter_key="")  # a digest takes it up
        return False
    line = next(iter(present_lines(letter)), None)
    if line is None:
        return False
    letter.subject = " ".join(line.sentence.split()).rstrip(".")[:200]
    dress(letter, person, [line_block(line)], _("You get this at once because it concerns you."))
    return True


def compose_digest(letter: Letter, person: Person, choice: LetterChoice) -> bool:
    """What happened in everything that a person follows, by matter, the newest first."""
    matters = list(by_matter(present_lines(letter)).values())
    if not matters:
        return False
    count = len(matters)
    letter.subject = ngettext(
        "%(city)s: what is new in %(count)s matter",
        "%(city)s: what is new in %(count)s matters",
        count,
    ) % {"city": city_name(), "count": count}
    blocks = [matter_block(lines) for lines in matters[:MATTERS]]
    if count > MATTERS:
        blocks.append(
            {
                "text": ngettext(
                    "There is news of %(count)s more matter on your page.",
                    "There is news of %(count)s more matters on your page.",
                    count - MATTERS,
                )
                % {"count": count - MATTERS}
            }
        )
    why = (
        _(
            "You get this letter on days with news, because you follow these things or take part in them."
        )
        if choice.digest == LetterChoice.Digest.DAILY
        else _(
            "You get this letter in weeks with news, because you follow these things or take part in them."
        )
    )
    dress(letter, person, blocks, why)
    return True


COMPOSERS = {Letter.Kind.NOTICE: compose_notice, Letter.Kind.DIGEST: compose_digest}


def present_lines(letter: Letter) -> list[Line]:
    """The letter's notices, newest first: neither read since, nor about what was hidden since."""
    notices = Notice.objects.filter(letter_key=letter.key, person=letter.person, read__isnull=True)
    return [
        line
        for line in lines_of(list(notices.order_by("-pk")[:MOST]))
        if not line.gone and (line.notice.addressed or line.matter is None or line.matter.public)
    ]


def matter_block(lines: list[Line]) -> dict[str, Any]:
    """One matter: its title, and below it what happened."""
    matter = lines[0].matter
    hidden_away = len(lines) - LINES
    return {
        "title": matter.title if matter else "",
        "noun": matter.noun if matter else "",
        "url": absolute(matter.url if matter else lines[0].notice.url),
        "lines": [
            line_values(line, line.short if matter else line.sentence) for line in lines[:LINES]
        ],
        "more": ngettext("And %(count)s more.", "And %(count)s more.", hidden_away)
        % {"count": hidden_away}
        if hidden_away > 0
        else "",
    }


def line_block(line: Line) -> dict[str, Any]:
    """One notice alone."""
    return {"title": "", "url": "", "lines": [line_values(line, line.sentence)], "more": ""}


def line_values(line: Line, sentence: str) -> dict[str, Any]:
    return {
        "sentence": sentence,
        "day": day_of(line.notice.made),
        "url": absolute(line.notice.url),
        "words": line.excerpt,
        "by": line.quote.by or "",
    }


def day_of(at: datetime) -> str:
    return formats.day(timezone.localtime(at))


def paragraphs(text: str) -> list[dict[str, Any]]:
    """Plain words as blocks; one that is an address alone becomes a link."""
    blocks = [block.strip() for block in text.split("\n\n")]
    return [
        {"link": block}
        if block.startswith(("http://", "https://")) and " " not in block
        else {"text": block}
        for block in blocks
        if block
    ]


def dress(letter: Letter, person: Person, blocks: list[dict[str, Any]], why: str) -> None:
    """Give a letter that may be stopped its text and its HTML, with the ways to stop it."""
    around = {
        "why": why,
        "inbox_url": absolute(reverse("notices")),
        "choices_url": absolute(reverse("letter-choices")),
        "stop_url": absolute(stop_address(person)),
    }
    letter.text = render_to_string("letters/letter.txt", values(blocks, letter.subject) | around)
    letter.html = dressed(blocks, letter.subject, **around)


def dressed(blocks: list[dict[str, Any]], subject: str, **around: str) -> str:
    return render_to_string("letters/letter.html", values(blocks, subject) | around)


def values(blocks: list[dict[str, Any]], subject: str) -> dict[str, Any]:
    return {
        "city": city_name(),
        "home_url": absolute("/"),
        "language": translation.get_language(),
        "subject": subject,
        "blocks": blocks,
    }


def absolute(path: str) -> str:
    return settings.ALLOWED_ORIGINS[0] + path
