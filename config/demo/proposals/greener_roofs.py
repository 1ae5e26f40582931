"""More proposals to “Greener streets”: roofs, walls, rails and a field that may flood."""

from ..shapes import Proposal, Version, once, prose

GREENER_ROOFS = (
    Proposal(
        key="meadow-shelters",
        consultation="greener-streets",
        author="lindhaven-beekeepers",
        title="Sixty bus shelters with a meadow on top",
        place="lindhaven",
        where="The sixty shelters that stand in full sun",
        helps=("depletion-of-natural-resources",),
        supporters=48,
        euros=90_000,
        versions=once(
            -60,
            """
            A steel roof reaches 61 degrees in August, and people stand under it. Six centimetres of
            crushed brick with stonecrop, thyme and wild pinks bring that down to 34; the firm
            that cleans the shelters measured it for us on the one at Lock Bridge, where a member did
            it without asking. (He apologises.)

            Each roof is four square metres. Sixty of them make a meadow larger than a tennis
            court, in sixty places a bee can reach from the last. At €1,500 apiece they need weeding
            once a year and nothing else.
            """,
        ),
    ),
    Proposal(
        key="ropewalk-summer",
        consultation="greener-streets",
        author="mariana-costa",
        title="Ropewalk without cars from June to September",
        place="ropewalk",
        where="Ropewalk between the Salt and Rope Café and the swing bridge",
        helps=("depletion-of-natural-resources", "social-innovation"),
        costs=("economic-development",),
        supporters=75,
        euros=24_000,
        versions=(
            Version(
                -59,
                prose("""
                    Three hundred metres, four months, no cars. Tubs with small trees at both ends,
                    tables in the middle, deliveries until ten in the morning.

                    Children on our street have learned to ride bicycles in the corridor.
                """),
            ),
            Version(
                -47,
                prose("""
                    Three hundred metres, four months, no cars. Tubs with small trees at both ends,
                    tables in the middle, deliveries until eleven in the morning, and at any hour
                    for the cold store’s ice.

                    Children on our street have learned to ride bicycles in the corridor.

                    The 27 people with a parking permit may use the harbour office’s yard for the
                    summer; the harbour master has agreed, grumbling. In October we count trade,
                    noise and grazed knees, and you decide whether to do it again.
                """),
                note="Deliveries until eleven, ice at any hour, and where the 27 permits go.",
            ),
        ),
    ),
    Proposal(
        key="green-cold-wall",
        consultation="greener-streets",
        author="harbour-cold-store",
        title="Climbing plants on the cold store’s south wall",
        place="quayside",
        where="Harbour Cold Store, wall towards Quay Street, 90 by 11 metres",
        helps=("depletion-of-natural-resources", "economic-development"),
        supporters=33,
        euros=42_000,
        versions=once(
            -56,
            """
            Our wall is the largest radiator in the harbour. It takes the sun all day and gives it
            back to Quay Street until midnight; ask anyone with a bedroom opposite.

            We would put up steel wires at our own expense, some €55,000. What we cannot plant is the
            pavement: it belongs to the city. We ask for a bed one metre wide at the foot, drained,
            with thirty vines, creepers and a hardy kiwi.

            It saves us cooling, in the region of €7,000 a year by our engineer’s reckoning, so judge
            our enthusiasm accordingly.
            """,
        ),
    ),
    Proposal(
        key="adopt-a-pit",
        consultation="greener-streets",
        author="wilma-hartog",
        title="Let me look after the tree outside my door",
        place="tolhuis",
        where="Any street tree whose neighbour wants it",
        helps=("depletion-of-natural-resources", "social-innovation"),
        supporters=69,
        euros=15_000,
        versions=once(
            -54,
            """
            I watered the lime on Tolhuis Lane for two dry summers, until a gentleman from the city
            told me that it was not my tree. The year after that it was nobody’s: it died.

            A card with a name, a key for the hydrant, a half-day course, and permission in writing
            to plant something round the foot. Parks inspects once a year. Who loses interest hands
            the card back without being scolded.

            Four thousand two hundred trees and nine gardeners. I can do the sum, and so can you.
            """,
        ),
    ),
    Proposal(
        key="pale-asphalt",
        consultation="greener-streets",
        author="ilkka-virtanen",
        title="Pale asphalt when Station Street is resurfaced anyway",
        place="eastside",
        where="Station Street, East Station to the ring road, 1.1 km",
        helps=("depletion-of-natural-resources",),
        supporters=41,
        euros=67_000,
        versions=once(
            -51,
            """
            Station Street gets a new surface next spring. Black binder: 58 °C on a July afternoon.
            Clear binder with light granite chips: 47 °C. I lay roads for a living, in another
            city, and have measured both with the same instrument.

            Extra cost €61 a metre, once in eighteen years. It also reflects the lamps, so that
            every third one can be dimmed after eleven; that pays back about a third.

            Drawback: tyre marks show. One gets used to it.
            """,
        ),
    ),
    Proposal(
        key="pond-that-floods",
        consultation="greener-streets",
        author="carmen-ortega",
        title="A playing field that may flood at Lock Meadows",
        place="lock-meadows",
        where="The old hockey pitch below the lock",
        helps=("depletion-of-natural-resources", "demographic-decline"),
        supporters=54,
        euros=118_000,
        versions=once(
            -48,
            """
            Nobody has played hockey there since the club merged with Brickfields. Lower it by 80
            centimetres, keep the slope gentle, and let the stream in when it rains hard. That makes
            room for 3,100 cubic metres, which the lock keeper says is what came through
            our gardens in September.

            Three hundred and fifty days a year it is a meadow with two goals. On the others
            it is a lake, with a sign. Children will tell you it is the better park for it.
            """,
        ),
    ),
    Proposal(
        key="tram-bed-line-five",
        consultation="greener-streets",
        author="pekka-rantala",
        title="Plant the tram bed on line 5",
        place="kessel-road",
        where="Line 5 from Kessel Road to the ring-road loop, 2.4 km",
        helps=("depletion-of-natural-resources", "sustainable-regeneration"),
        supporters=59,
        versions=once(
            -46,
            """
            Grass between the rails. Half of Europe does it, it is quieter by four decibels and cooler
            by a lot, and the weed killer they spray now three times a year runs into the canal.

            I know the track is the province’s. That is why I write it here, where both have
            to read it: every time I ask one office, it gives me the telephone number of the other. I
            have both by heart.
            """,
        ),
    ),
)
