"""What the district council of Eastside answered, project by project."""

from .shapes import Answer, Commitment, prose


def _answer(proposal: str, kind: str, department: str, day: int, because: str, **facts) -> Answer:
    return Answer(
        proposal=proposal,
        kind=kind,
        department=department,
        author="ilse-brandt",
        day=day,
        because=prose(because),
        **facts,
    )


EASTSIDE_BUDGET = (
    _answer(
        "playground-for-every-child",
        "will",
        "parks",
        -51,
        """
        It came first, by a distance, and it is the one project to which nobody at the district
        office had an objection. Elias has been asked to join the jury for the swings, and has
        accepted on condition that he may try them.
        """,
        money="€120,000 from the Eastside budget",
        who="Parks and Trees, with the Parents of Linden Park",
        by_when="Open within seven months",
        commitments=(
            Commitment("Drawings hang in the district office for comment", -21, "Ilse Brandt", -23),
            Commitment("The playground opens", 160, "Ilse Brandt, Parks and Trees"),
        ),
    ),
    _answer(
        "roof-for-bicycles",
        "partly",
        "marrow-mobility",
        -46,
        """
        The canopy belongs to the province, which lets us use the half that does not carry the
        overhead line: 120 places, 24 of them behind a lock. We asked three times for more
        and publish the letters.

        Cargo bicycles get eight wide stands by the entrance.
        """,
        money="€97,000 instead of €150,000",
        who="Streets and Squares, under a contract with Marrow Mobility",
        by_when="A season later than voted",
        commitments=(
            Commitment("The contract with the province is signed", -30, "Petra Blom, Legal", -27),
            Commitment("120 places are open", 130, "Karim Bell, Streets and Squares"),
        ),
    ),
    _answer(
        "canal-path-lights",
        "will",
        "streets",
        -51,
        """
        Amber, dimming, dark from one until five, none on the far bank: as written. A bat ecologist
        walks the path before and after, and if two of the nine kinds leave we change the hours.
        """,
        money="€62,000 from the Eastside budget, €1,300 a year for power",
        who="Streets and Squares",
        by_when="Within six weeks",
        commitments=(Commitment("Thirty-one lamps burn", -8, "Karim Bell, Streets and Squares"),),
    ),
    _answer(
        "benches-mill-street",
        "will",
        "streets",
        -50,
        """
        Thirty-one benches, sixteen with armrests, none under a bedroom window: the elders’ table
        walked the street with us, with a folding chair, and sat at each spot first.
        """,
        money="€28,000 from the Eastside budget",
        who="Streets and Squares",
        by_when="Within two months",
        commitments=(
            Commitment("The last bench is bolted down", 12, "Karim Bell, Streets and Squares"),
        ),
    ),
    _answer(
        "fountains-tram-stops",
        "partly",
        "water",
        -48,
        """
        Four of six. At the baths and at Depot Yard the platform stands on the province’s own water
        main, at a pressure that would serve dogs and nobody else. The four others come with a
        lower bowl.
        """,
        money="€30,000 instead of €45,000, and €3,600 a year for sampling",
        who="Water and Drains",
        by_when="Turned on after the first winter",
    ),
    _answer(
        "free-swimming",
        "will",
        "sports-culture",
        -50,
        """
        Four evenings a week for two years. As for the woman with €1,050 a month: the council has
        asked Sports and Culture what one euro for everybody would cost, and wants to know within
        five months. Until then it is under-20s, as voted.
        """,
        money="€54,000 from the Eastside budget",
        who="Eastside Baths",
        by_when="Within a month",
        commitments=(
            Commitment("The doors are open, Monday to Thursday", -18, "Eastside Baths", -18),
            Commitment("A report on one euro for everybody", 95, "Sports and Culture"),
        ),
    ),
    _answer(
        "rain-gardens-kessel",
        "wont",
        "eastside-office",
        -47,
        """
        A reason in the ground: the gas main under the odd numbers is from 1957 and is dug up for
        renewal next year. Whatever we planted would be lifted out again by an excavator.

        The plan moves to the city’s consultation “Greener streets”, for the time after the main,
        and we have told the people there that it won here.
        """,
        money="Nothing now; the €110,000 return to the pot",
        who="Eastside district office hands it to Parks and Trees",
        by_when="After the gas main, in about eighteen months",
    ),
    _answer(
        "school-kitchen",
        "will",
        "buildings",
        -45,
        """
        By the count it was the first that no longer fitted; it does since the rain gardens wait and
        the bicycle roof costs less. The parish hall was asked: its
        kitchen has two rings and a leaking roof, but the priest will lend his forty chairs.
        """,
        money="€95,000 from the Eastside budget",
        who="Schools and Buildings, with the Eastside School",
        by_when="In the next school year",
        commitments=(
            Commitment("The door to Kessel Road is cut", 110, "Hanne Vos, Schools and Buildings"),
        ),
    ),
    _answer(
        "repair-cafe-depot",
        "wont",
        "legal",
        -45,
        """
        A reason in law: bay 1 has one exit, and for open house with more than twenty people the
        building code wants two. The second can only be cut through bay 2, about which the city
        is asking in “A first job within reach” at this moment.

        We would be sorry to lose the gramophone. Until bay 2 is settled the circle may use the
        district office’s hall on Saturdays, electrician included.
        """,
        money="Nothing from the budget; the hall is free",
        who="Legal; the district office lends the hall",
        by_when="To be asked again when bay 2 is decided",
    ),
    _answer(
        "bee-meadow",
        "will",
        "parks",
        -51,
        """
        To be sown behind a shepherd and sixty sheep. The man in the ear protectors has been
        trained on the scythe bar and is said to be pleased with the quiet.
        """,
        money="€18,000 from the Eastside budget",
        who="Parks and Trees",
        by_when="Sown within a month; it flowers in its second summer",
        commitments=(
            Commitment("Seed is in the ground and signs are up", -20, "Ilse Brandt", -29),
        ),
    ),
)
