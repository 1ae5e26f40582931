"""The eight themes: four that press on every city, then four where new answers grow."""

from .shapes import Theme

THEMES = (
    Theme(
        "demographic-decline",
        "Demographic decline",
        "Fewer children, more people over eighty, and young families who move to Marrow: "
        "how a city stays a good place to be born in, to raise a child in and to grow old in.",
        True,
    ),
    Theme(
        "economic-development",
        "Economic development and competitiveness",
        "Work that stays when a big employer goes, streets where small firms can pay the rent, "
        "and ways to get to a shift that starts before the first tram.",
        True,
    ),
    Theme(
        "social-polarisation",
        "Social polarisation",
        "What pulls neighbours apart, from rents to noise to who is heard at Town Hall, "
        "and what lets people who disagree go on sharing a staircase.",
        True,
    ),
    Theme(
        "depletion-of-natural-resources",
        "Depletion of natural resources",
        "Water, soil, trees, clean air and cool nights: what the city uses up faster "
        "than it grows back, and how to stop.",
        True,
    ),
    Theme(
        "new-urban-economies",
        "New urban economies",
        "Repair, reuse, food grown nearby and money that goes round twice before it leaves town.",
        False,
    ),
    Theme(
        "jobs-for-young-people",
        "Jobs for young people",
        "The first contract, the first tool bag, the first boss who explains things: "
        "what stands between a school leaver and a working week.",
        False,
    ),
    Theme(
        "social-innovation",
        "Social innovation",
        "Things neighbours already do for each other, and what the city could lend them: "
        "keys, halls, a van on Saturdays, somebody who picks up the telephone.",
        False,
    ),
    Theme(
        "sustainable-regeneration",
        "Sustainable regeneration",
        "Depots, verges, shut shops and tired squares brought back into use "
        "without pushing out the people who stayed through the bad years.",
        False,
    ),
)
