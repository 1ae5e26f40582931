"""Who at Town Hall, in the district and in the province has to answer."""

from .shapes import Department

DEPARTMENTS = (
    Department(
        "participation",
        "Participation desk",
        "Keeps these pages, reads what is reported, and votes on paper with those who prefer it.",
        "lindhaven",
    ),
    Department(
        "parks",
        "Parks and Trees",
        "4,200 street trees, nine parks, and the people who water both.",
        "lindhaven",
    ),
    Department(
        "streets",
        "Streets and Squares",
        "Paving, lamps, benches, and everything that is dug up to lay a pipe.",
        "lindhaven",
    ),
    Department("water", "Water and Drains", "What falls, what floods and what we drink.", "lindhaven"),
    Department(
        "housing",
        "Housing",
        "Licences for letting, inspections, and 6,100 homes that the city owns.",
        "lindhaven",
    ),
    Department(
        "work",
        "Work and Skills",
        "Apprenticeships, first contracts, and the counter for people under 25.",
        "lindhaven",
    ),
    Department(
        "sports-culture",
        "Sports and Culture",
        "The baths, the library and its four branches, and summer evenings.",
        "lindhaven",
    ),
    Department(
        "buildings",
        "Schools and Buildings",
        "Halls, depots, boilers, and 1,140 keys, most of them labelled.",
        "lindhaven",
    ),
    Department(
        "legal",
        "Legal",
        "Reads every promise before it is made and every licence before it is refused.",
        "lindhaven",
    ),
    Department(
        "eastside-office",
        "Eastside district office",
        "Prepares what the district council decides and spends.",
        "eastside",
    ),
    Department(
        "marrow-mobility",
        "Marrow Mobility",
        "The province’s trams, night buses and stations, East Station among them.",
        "province-of-marrow",
    ),
)
