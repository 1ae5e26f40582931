"""Three open polls: two on greener streets, running, and the Eastside vote, counted."""

from .shapes import Option, Poll, prose

POLLS = (
    Poll(
        consultation="the-eastside-budget",
        kind="approval",
        question="Which projects should Eastside pay for?",
        explanation=prose("""
            Tick every project you want paid for, as many as you like. Projects are taken in the
            order of their votes; one that does not fit into what is left of the €600,000 is passed
            over, and the next is tried.
        """),
        opens=-95,
        closes=-74,
        turnout=139,
        euros=600_000,
        options=(
            Option(
                "p1", "A playground for every child", 0.66, "playground-for-every-child", won=True
            ),
            Option("p2", "Covered bicycle parking", 0.59, "roof-for-bicycles", won=True),
            Option("p3", "Night lights on the canal path", 0.56, "canal-path-lights", won=True),
            Option("p4", "A bench every 150 metres", 0.50, "benches-mill-street", won=True),
            Option("p5", "Drinking fountains at six stops", 0.45, "fountains-tram-stops", won=True),
            Option("p6", "Free swimming for under-20s", 0.42, "free-swimming", won=True),
            Option("p7", "Eleven rain gardens", 0.38, "rain-gardens-kessel", won=True),
            Option("p8", "A community kitchen", 0.32, "school-kitchen", won=False),
            Option("p9", "A repair café", 0.28, "repair-cafe-depot", won=False),
            Option("p10", "A bee meadow", 0.25, "bee-meadow", won=True),
        ),
    ),
    Poll(
        consultation="greener-streets",
        kind="yes-no",
        question="Should the city plan shade for the market square before next summer?",
        explanation=prose("""
            Yes means: the city plans and pays for this first, about €223,000 with the new feet for
            the lamp posts. No means: the money is free for the plans on the list. You may also
            abstain, which counts as taking part.
        """),
        opens=-11,
        closes=14,
        turnout=126,
        options=(
            Option("yes", "Yes", 0.71),
            Option("no", "No", 0.22),
            Option("abstain", "Abstain", 0.07),
        ),
        proposal="shade-for-the-square",
    ),
    Poll(
        consultation="greener-streets",
        kind="approval",
        question="Which of the other plans should the city cost and build?",
        explanation=prose("""
            Tick all you approve of, as many or as few as you like. The plan with the most ticks is
            costed first. The sums beside them are estimates by Parks and Trees.
        """),
        opens=-11,
        closes=14,
        turnout=117,
        options=(
            Option("p1", "Let Kessel Road drink its own rain", 0.58, "kessel-road-drinks"),
            Option("p2", "One big tree at every school gate", 0.63, "school-gate-trees"),
            Option("p3", "Plums, pears and a ladder", 0.34, "plums-on-the-verge"),
            Option("p4", "Half the Rampart car park", 0.47, "rampart-car-park"),
            Option("p5", "A thousand water butts", 0.41, "thousand-butts"),
            Option("p6", "Sixty bus shelters with a meadow", 0.37, "meadow-shelters"),
            Option("p7", "Ropewalk without cars in summer", 0.39, "ropewalk-summer"),
            Option("p8", "Climbing plants on the cold store", 0.21, "green-cold-wall"),
            Option("p9", "Let me look after the tree", 0.52, "adopt-a-pit"),
            Option("p10", "Pale asphalt on Station Street", 0.26, "pale-asphalt"),
            Option("p11", "A playing field that may flood", 0.36, "pond-that-floods"),
        ),
    ),
)
