"""Invented values for the gallery: usual, empty, refused, wrong, and as long as German gets.

The words here are specimens, not sentences of the product, so they are not translated.
"""

from fractions import Fraction

from django import forms
from django.utils.safestring import mark_safe

from frontend.courses import Runner, course, pairs
from frontend.figures import Strip, strips
from people.second_factor import qr_code

LONG_WORD = "Verkehrsinfrastrukturfinanzierungsgesellschaft"
LONG_TITLE = (
    "Aufenthaltsqualitätsverbesserung auf dem Marktplatz durch Baumpflanzungen und Sonnensegel"
)


class SpecimenForm(forms.Form):
    title = forms.CharField(max_length=80, help_text="80 characters at most.")
    body = forms.CharField(
        label="What should happen, and why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Say what you saw, what you would change, and who would gain.",
    )
    place = forms.ChoiceField(
        label="Where is it?",
        choices=[
            ("", "Choose a place"),
            ("1", "Old Town"),
            ("2", "Eastside"),
            ("3", f"Amt der {LONG_WORD}"),
        ],
        error_messages={"required": "Say where it is, from the list or in words"},
    )
    effect = forms.ChoiceField(
        label="What does it do for this theme?",
        widget=forms.RadioSelect,
        choices=[
            ("helps", "It helps"),
            ("costs", "It costs"),
            ("none", f"Auswirkungen auf die {LONG_WORD} sind nicht zu erwarten"),
        ],
        error_messages={"required": "Choose one of the three"},
    )
    themes = forms.MultipleChoiceField(
        label="Themes it touches",
        widget=forms.CheckboxSelectMultiple,
        choices=[("1", "Demographic decline"), ("2", "Social innovation")],
        required=False,
    )
    sure = forms.BooleanField(
        label="I have read the house rules",
        error_messages={"required": "Tick that you have read the house rules"},
    )

    def clean_title(self):
        over = len(self.cleaned_data["title"]) - 20
        if over > 0:
            raise forms.ValidationError(f"Shorten the title by {over} characters")
        return self.cleaned_data["title"]


def specimens() -> dict:
    """The context of the gallery page."""
    return {
        "follow_not": {"url": "#g-follow", "signed_in": True, "follows": False},
        "follow_yes": {"url": "#g-follow", "signed_in": True, "follows": True},
        "follow_nobody": {"url": "#g-follow", "signed_in": False, "follows": False},
        "form": SpecimenForm(auto_id="new_%s"),
        "wrong_form": SpecimenForm({"title": LONG_TITLE}, auto_id="wrong_%s"),
        "trail": [
            {"text": "Lindhaven", "url": "/"},
            {"text": "For the people who build and check"},
        ],
        "long_title": LONG_TITLE,
        "long_word": LONG_WORD,
        "steps": STEPS,
        "long_steps": LONG_STEPS,
        "yes_no": YES_NO,
        "three": THREE,
        "points": POINTS,
        "pictures": PICTURES,
        "entries": ENTRIES,
        "small_entries": SMALL_ENTRIES,
        "answer": ANSWER,
        "refusal_answer": REFUSAL_ANSWER,
        "verdicts": VERDICTS,
        "themes": THEMES,
        "levels": LEVELS,
        "tongues": TONGUES,
        "facts": FACTS,
        "links": LINKS,
        "dates": DATES,
        "task_steps": TASK_STEPS,
        "tasks": TASKS,
        "answers": ANSWERS,
        "parts": PARTS,
        "figure": FIGURE,
        "course": COURSE,
        "pairs": PAIRS,
        "strips": STRIPS,
        "table": TABLE,
        "options": OPTIONS,
        "similar": SIMILAR,
        "effects": EFFECTS,
        "kept": KEPT,
        "qr": qr_code("otpauth://totp/Lindhaven"),
        "duties": DUTIES,
        "items": ITEMS,
        "letter": LETTER,
        "letter_facts": [
            {"name": "found through", "value": "two reports"},
            {"name": "decided by", "value": "a person, no machine"},
        ],
        "words": mark_safe("<p>Sails this May, trees for our children.</p>"),
    }


def step(name: str, when: str, state: str) -> dict:
    return {"name": name, "when": when, "state": state}


STEPS = [
    step("Proposed", "12 March", "done"),
    step("Discussed", "until 5 April", "done"),
    step("Vote", "until 4 May", "now"),
    step("The city answers", "by 5 June", "coming"),
    step("Carried out", "next winter", "coming"),
]
LONG_STEPS = [
    step("Vorschlagseinreichung", "bis 12. September", "done"),
    step("Öffentlichkeitsbeteiligung", "bis 5. Oktober", "now"),
    step("Abstimmung", "bis 4. November", "coming"),
    step("Stellungnahme der Verwaltung", "bis 5. Dezember", "coming"),
    step("Umsetzung", "ab Frühjahr", "coming"),
]
YES_NO = [
    {"value": "yes", "text": "For", "sign": "for", "pressed": False},
    {"value": "no", "text": "Against", "sign": "against", "pressed": True},
]
THREE = [
    {"value": "agree", "text": "Stimme zu", "sign": "", "pressed": True},
    {"value": "disagree", "text": "Stimme nicht zu", "sign": "", "pressed": False},
    {"value": "pass", "text": "Enthaltung", "sign": "", "pressed": False},
]


def point(number: int, kind: str, words: str, who: str, **more) -> dict:
    return {
        "id": number,
        "kind": kind,
        "body_html": mark_safe(f"<p>{words}</p>"),  # noqa: S308 - our own words
        "who": who,
        "when": "14 April",
        "url": f"#point-{number}",
        "reply_url": "#reply",
        "report_url": "#report",
        **more,
    }


POINTS = [
    {
        "point": point(
            1,
            "for",
            "My mother is 81 and has stopped coming to the market since the summer before last.",
            "Ines",
        ),
        "reaction": {"url": "#reaction", "mine": "", "totals": ""},
    },
    {
        "point": point(
            2,
            "against",
            "Leaves block the drains every November. Who sweeps, and who pays for it?",
            "Jonas, stallholder",
            city={
                "who": "Parks department",
                "body_html": "two more sweeping rounds in November are in the costing.",
            },
            replies_text="1 reply",
            replies=[
                {
                    "id": 21,
                    "who": "Anneke",
                    "when": "15 April",
                    "body_html": mark_safe("<p>The school would sweep on Fridays.</p>"),
                    "report_url": "#report",
                }
            ],
        ),
        "reaction": {"url": "#reaction", "mine": "agree", "totals": "37 agree, 9 disagree, 4 pass"},
    },
    {
        "point": point(
            3,
            "for",
            f"Die {LONG_WORD} hat 2019 schon einmal Schattenspender zugesagt.",
            f"{LONG_WORD} e. V.",
            yours=True,
            edit_url="#edit",
            lang="de",
        ),
        "reaction": {"refusal": "These are your own words, so you cannot react to them."},
    },
    {
        "point": point(
            4,
            "against",
            "",
            "",
            hidden={
                "text": "A point was hidden on 14 April because it named a private person "
                "(house rule 4).",
                "log_url": "#log",
            },
            reply_url="",
        ),
        "reaction": None,
    },
    {
        "point": point(
            6,
            "for",
            "We counted again: nineteen benches, nine of them in the sun.",
            "Amara Osei",
            yours=True,
            earlier_url="#earlier",
            edit_url="#words",
            removal_url="#removal",
            report_url="",
        ),
        "reaction": None,
    },
    {
        "point": point(
            7,
            "against",
            "",
            "",
            hidden={"text": "A point was withdrawn by its author on 14 April."},
            reply_url="",
        ),
        "reaction": None,
    },
    {
        "point": point(5, "question", "Would the sails be taken down before storms?", "Mirela"),
        "reaction": {"refusal": "Reactions open on 4 May."},
    },
]
PICTURES = [
    {
        "src": f"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} "
        f"{height}'%3E%3Crect width='{width}' height='{height}' fill='%239bb98a'/%3E%3C/svg%3E",
        "srcset": "",
        "width": width,
        "height": height,
        "alt": alt,
    }
    for width, height, alt in ((1600, 1000, "A meadow from above"), (600, 900, ""))
]
ENTRIES = [
    {
        "title": "Living beside short-stay flats",
        "url": "#entry-1",
        "above": "City of Lindhaven · Social polarisation",
        "line": "Which rules would neighbours, hosts and hotel workers all accept?",
        "act": {"text": "Agree or disagree", "url": "#entry-1"},
        "notes": ["Until Sunday 26 April", "512 people so far"],
    },
    {
        "title": LONG_TITLE,
        "url": "#entry-2",
        "above": f"Bezirk {LONG_WORD} · Nachhaltige Regeneration",
        "line": "Vierzehn Vorhaben, von Nachbarn geschrieben und von der Verwaltung berechnet.",
        "act": {"text": "Stimmzettel ausfüllen", "url": "#entry-2"},
        "notes": ["Bis Sonntag, 10. September", "2.107 Stimmzettel liegen vor"],
        "lang": "de",
    },
]
SMALL_ENTRIES = [
    {
        "title": "Open the old tram depot as first-job workrooms",
        "url": "#entry-3",
        "line": "Benches, tools and a person who answers questions, four afternoons a week.",
        "byline": "Leila Marsh and 5 co-authors · Eastside",
        "count": "312",
        "count_word": "people support this",
        "replied": True,
        "row": 1,
    },
    {
        "title": "Pay the first month’s tram pass",
        "url": "#entry-4",
        "line": "Whoever signs a first contract rides free until the first pay day.",
        "byline": "Tomasz Wrona · Northbank",
        "count": "1",
        "count_word": "person supports this",
        "verdict": {"kind": "late", "text": "Answer overdue since 5 June"},
        "row": 2,
    },
]
ANSWER = {
    "title": "The city’s first reply",
    "who": "Parks department, City of Lindhaven · 2 April",
    "verdict": {"kind": "partly"},
    "body_html": mark_safe(
        "<p>We have costed this at €212,000 over two years. Six trees must move, because the "
        "water main lies under pitches 4 to 9.</p>"
    ),
    "commitments": [
        {"what": "The sails hang by 20 June", "details": "Parks, Ilse Brandt. €84,000."},
        {
            "what": "Thirty-four trees before next winter",
            "details": "Parks with Streets. €128,000.",
            "state": {"kind": "agreed", "text": "Done on 2 November"},
        },
    ],
    "more_url": "#answer",
}
REFUSAL_ANSWER = {
    "title": f"Stellungnahme der {LONG_WORD}",
    "who": f"{LONG_WORD} mbH · 3. September",
    "verdict": {"kind": "refused"},
    "body_html": mark_safe("<p>Die Zuständigkeit liegt bei der Provinz.</p>"),
}
VERDICTS = [
    {"kind": "agreed", "text": ""},
    {"kind": "partly", "text": ""},
    {"kind": "refused", "text": ""},
    {"kind": "due", "text": "Answer due 5 June"},
    {"kind": "late", "text": "Answer overdue since 5 June"},
]
THEMES = [
    {"name": name, "url": "#themes", "counts": counts}
    for name, counts in [
        ("Demographic decline", "6 decided"),
        ("Economic development and competitiveness", "4 decided"),
        ("Social polarisation", "1 open, 5 decided"),
        ("Depletion of natural resources", "1 open, 9 decided"),
        ("New urban economies", "7 decided"),
        ("Beschäftigungsmöglichkeiten für junge Menschen", "1 offen, 2 entschieden"),
        ("Social innovation", "1 open, 8 decided"),
        ("Sustainable regeneration", "1 open, 5 decided"),
    ]
]
LEVELS = [
    {"name": "Neighbourhoods", "role": "9 of 11 have sent proposals", "current": False},
    {"name": "City of Lindhaven", "role": "collects, votes and answers", "current": True},
    {"name": "Province of Marrow", "role": "pays half, joins the answer", "current": False},
    {"name": "European Social Fund Plus", "role": "report due in November", "current": False},
]
FACTS = [
    {"name": "ballots", "value": "4,318"},
    {"name": "projects", "value": "9 of 14"},
    {"name": "to be spent", "value": "€583,000"},
]
LINKS = [
    {"text": "A mix, new each day", "url": "#links", "current": True},
    {"text": "Newest", "url": "#links", "current": False},
    {"text": "Most supported", "url": "#links", "current": False},
    {"text": "Unterstützungsstärkste Vorschläge", "url": "#links", "current": False},
]
DATES = [
    {
        "day": "10 May",
        "iso": "2026-05-10",
        "strong": "The ballot closes at 20:00.",
        "text": "Paper ballots from the desk are added the same evening.",
    },
    {"day": "11 May", "iso": "2026-05-11", "strong": "The count.", "text": "Anyone can repeat it."},
]
TASK_STEPS = [
    {"text": "A title", "url": "#steps", "state": "done"},
    {"text": "Similar ones", "state": "now"},
    {"text": "What and why", "state": ""},
    {"text": "Zusammenfassung und Absendung", "state": ""},
]
TASKS = [
    {"text": "The question", "url": "#tasks", "state": "done", "state_text": "Done"},
    {"text": "Phases", "url": "#tasks", "state": "wrong", "state_text": "Voting would end first"},
    {
        "text": "Who decides",
        "url": "#tasks",
        "state": "todo",
        "state_text": "To do",
        "hint": "2 min",
    },
]
ANSWERS = [
    {"name": "Title", "value": "Shade for the market square", "url": "#check", "missing": False},
    {"name": "Where", "value": "Say where it is", "url": "#check", "missing": True},
    {"name": "Begründung", "value": LONG_TITLE, "url": "#check", "missing": False},
]
PARTS = [
    {"kind": "same", "text": "A playground for "},
    {"kind": "old", "text": "small children with a fence and a sandpit"},
    {"kind": "same", "text": " "},
    {"kind": "new", "text": "every child, with ramps and a quiet corner"},
    {"kind": "same", "text": "."},
]
COURSE = course(
    [
        Runner(
            "Amélie Quandt", "elected at stage 1", [Fraction(41), Fraction(30), Fraction(30)], 0
        ),
        Runner("Bo Birk", "elected at stage 3", [Fraction(22), Fraction(25), Fraction(31)], 2),
        Runner(
            f"{LONG_WORD} e. V.", "nicht gewählt", [Fraction(17), Fraction(21), Fraction(22)], None
        ),
        Runner("Nobody’s Friend", "out at stage 2", [Fraction(0), Fraction(0)], None),
    ],
    limit=Fraction(30),
    title="Columns: votes for each candidate at 3 stages. Amélie Quandt and Bo Birk are elected.",
    caption="A column for each stage. Filled: elected. Hatched: not. Broken line: the quota of 30.",
)
PAIRS = pairs(
    ["a", "b", "c"],
    {"a": {"b": 9, "c": 7}, "b": {"a": 4, "c": 5}, "c": {"a": 6, "b": 5}},
    title="Squares: each candidate against each other one.",
    caption="Row against column. Filled: the row is ahead. Hatched: behind. Hollow: level.",
)
STRIPS = strips(
    [
        Strip("By votes", "2 projects, €90,000", [(60_000, True), (30_000, False)]),
        Strip(
            "Equal Shares",
            "3 projects, €95,000",
            [(60_000, True), (20_000, False), (15_000, False)],
        ),
    ],
    whole=100_000,
    title="A budget of €100,000 as two strips.",
    caption="Filled: paid for either way. Hatched: in this way only. Empty: not spent.",
)
FIGURE = {
    "title": "Bars: 2,432 votes for the playground, 1,454 for night toilets.",
    "caption": "Votes for each project. Filled: won. Hatched: not this year.",
    "height": 84,
    "rows": [
        {
            "name": "A playground for every child",
            "y_text": 14,
            "y_bar": 20,
            "y_value": 30,
            "width": "318.0",
            "x_value": "325.0",
            "value": "2,432",
            "won": True,
        },
        {
            "name": "Night toilets",
            "y_text": 56,
            "y_bar": 62,
            "y_value": 72,
            "width": "190.1",
            "x_value": "197.1",
            "value": "1,454",
            "won": False,
        },
    ],
}
TABLE = {
    "caption": "Ballots by channel, Harbour",
    "columns": [
        {"name": "Channel", "number": False},
        {"name": "Ballots", "number": True},
        {"name": "Anmerkung", "number": False},
    ],
    "rows": [
        {
            "head": "Online",
            "cells": [
                {"text": "about 310", "name": "Ballots", "number": True},
                {"text": "rounded", "name": "Anmerkung", "number": False},
            ],
        },
        {
            "head": "By post",
            "cells": [
                {"text": "fewer than 5", "name": "Ballots", "number": True},
                {"text": LONG_WORD, "name": "Anmerkung", "number": False},
            ],
        },
    ],
}
OPTIONS = [
    {
        "id": 7,
        "title": "Benches every 150 metres on Mill Street",
        "line": "Thirty-one benches, half of them with armrests.",
        "price": "€28,000",
        "ticked": True,
    },
    {
        "id": 10,
        "title": f"Regenwassergärten an der {LONG_WORD}",
        "line": "Elf Beete.",
        "price": "€110,000",
        "ticked": False,
    },
]
EFFECTS = [
    {"sentence": "14 supports stay counted, without you.", "url": "#g-leaving"},
    {"sentence": f"Die Beteiligung an der {LONG_WORD} bleibt ohne Namen bestehen."},
]
KEPT = [
    [
        {"name": "Title", "value": "A pond for the market"},
        {"name": "Words", "value": f"For frogs.\nUnd für die {LONG_WORD}."},
    ],
    [{"name": "Device", "value": "Firefox on Android"}, {"name": "Since", "value": "4 May 2026"}],
]
SIMILAR = {
    "title": "Open the old tram depot as first-job workrooms",
    "url": "#similar",
    "line": "Benches, tools and a person who answers questions.",
    "byline": "Leila Marsh and 5 co-authors · 312 people support this",
    "why": "Like yours: the tram depot.",
    "support_url": "#similar",
    "given": False,
}
DUTIES = [
    {"text": "3 reports to judge", "note": "oldest 5 hours, limit 24", "url": "#duties"},
    {
        "text": "7 proposals to check",
        "note": "one was due yesterday",
        "url": "#duties",
        "late": True,
    },
    {
        "text": "2 answers due this week",
        "note": "24 and 26 April",
        "url": "#duties",
        "current": True,
    },
]


def item(number: int, title: str, **more) -> dict:
    usual = {
        "id": number,
        "kind": "Report",
        "title": title,
        "url": f"#item-{number}",
        "why": "names a private person",
        "consultation": "Greener streets",
        "waiting": "5 h",
        "due": "22 April, 09:02",
        "due_state": "",
        "who": "",
        "yours": False,
        "current": False,
    }
    return usual | more


ITEMS = [
    item(1, "A night school in the Harbour library", due="20 April, late", due_state="late"),
    item(2, "Point against “Shade for the market square”", who="You", yours=True, current=True),
    item(3, "Reply under “Pay the first month’s tram pass”", who="Chidi is on this"),
    item(4, LONG_TITLE, due_state="soon", consultation=LONG_WORD),
]
LETTER = [
    "Your point of 21 April is hidden from the public since today, because it describes a "
    "private person and where he lives (house rule 4).",
    "Reword it and it returns to its place. If you think we are wrong, you can appeal.",
]

TONGUES = [
    {"code": "en", "name": "English", "url": "#g-languages", "current": True},
    {"code": "de", "name": "Deutsch", "url": "#g-languages", "current": False},
    {"code": "pl", "name": "Polski", "url": "#g-languages", "current": False},
]
