"""What the eight themes mean in Lindhaven; which they are is the same in every city."""

from consultations.themes import THEMES as EIGHT
from consultations.themes import THREATS

from .shapes import Theme

LINES = {
    "demographic-decline": (
        "Fewer children, more people over eighty, and young families who move to Marrow: "
        "how a city stays a good place to be born in, to raise a child in and to grow old in."
    ),
    "economic-development": (
        "Work that stays when a big employer goes, streets where small firms can pay the rent, "
        "and ways to get to a shift that starts before the first tram."
    ),
    "social-polarisation": (
        "What pulls neighbours apart, from rents to noise to who is heard at Town Hall, "
        "and what lets people who disagree go on sharing a staircase."
    ),
    "depletion-of-natural-resources": (
        "Water, soil, trees, clean air and cool nights: what the city uses up faster "
        "than it grows back, and how to stop."
    ),
    "new-urban-economies": (
        "Repair, reuse, food grown nearby and money that goes round twice before it leaves town."
    ),
    "jobs-for-young-people": (
        "The first contract, the first tool bag, the first boss who explains things: "
        "what stands between a school leaver and a working week."
    ),
    "social-innovation": (
        "Things neighbours already do for each other, and what the city could lend them: "
        "keys, halls, a van on Saturdays, somebody who picks up the telephone."
    ),
    "sustainable-regeneration": (
        "Depots, verges, shut shops and tired squares brought back into use "
        "without pushing out the people who stayed through the bad years."
    ),
}

THEMES = tuple(Theme(slug, str(name), LINES[slug], slug in THREATS) for slug, name, _line in EIGHT)
