"""Proposals to “Greener streets”; all but the tram bed are in the vote."""

from ..shapes import Proposal, Version, once, prose

GREENER_ONE = (
    Proposal(
        key="shade-for-the-square",
        consultation="greener-streets",
        author="amara-osei",
        title="Shade for the market square before next summer",
        place="market-quarter",
        where="South side of Market Square, from Town Hall to the fountain",
        helps=("depletion-of-natural-resources", "demographic-decline"),
        costs=("economic-development",),
        supporters=158,
        euros=212_000,
        versions=(
            Version(
                -73,
                prose("""
                    On nineteen days last year the square was too hot to cross at noon. The
                    stallholders packed up early, and the benches by the fountain stood empty until
                    evening.

                    We propose fifty plane trees in two straight rows.
                """),
                title="Fifty trees for the market square",
            ),
            Version(
                -58,
                prose("""
                    On nineteen days last year the square was too hot to cross at noon. The
                    stallholders packed up early, and the benches by the fountain stood empty until
                    evening.

                    We propose forty plane trees along the south side, planted in groups so that
                    the stalls keep their pitches, with rain kept from the roofs to water them.
                """),
                note="Forty in groups instead of fifty in rows: the stallholders showed us why.",
                title="Forty trees for the market square",
            ),
            Version(
                -44,
                prose("""
                    On nineteen days last year the square was too hot to cross at noon. The
                    stallholders packed up early, and the benches by the fountain stood empty until
                    evening.

                    We propose forty plane trees along the south side, planted in groups so that
                    the stalls keep their pitches, with rain kept from the roofs to water them.
                    Until the trees have grown, sails between the lamp posts would do the work.

                    What it would take: two winters of planting, the sails each May to September,
                    and one gardener for three mornings a week. The market would lose no trading
                    day, but six pitches move by four metres.
                """),
                note="The sails, so that something happens before next summer; what it takes.",
            ),
        ),
    ),
    Proposal(
        key="kessel-road-drinks",
        consultation="greener-streets",
        author="radka-stoyanova",
        title="Let Kessel Road drink its own rain",
        place="kessel-road",
        where="Kessel Road between the underpass and number 140",
        helps=("depletion-of-natural-resources", "sustainable-regeneration"),
        costs=("economic-development",),
        supporters=112,
        euros=128_000,
        versions=once(
            -70,
            """
            My cellar has been under water three times. The insurer has sent a letter with the word
            “finally” in it.

            Kessel Road is eleven metres wide and asphalt from wall to wall. Take 1.6 m off either
            side, dig out what is underneath, and fill it with gravel, sand and anything that
            likes wet feet. Fourteen beds, each able to swallow nine cubic metres before the drain
            has to do anything.

            We lose 38 parking spaces out of 97. I park there too. I would rather walk from Sheds
            Lane than carry my washing machine upstairs again.
            """,
        ),
    ),
    Proposal(
        key="school-gate-trees",
        consultation="greener-streets",
        author="greet-peeters",
        title="One big tree at every school gate",
        place="lindhaven",
        where="The gates of the 19 primary schools",
        helps=("depletion-of-natural-resources", "demographic-decline"),
        supporters=84,
        euros=76_000,
        versions=once(
            -69,
            """
            Stand at the gate of the Eastside School at half past three in June. Sixty parents in a
            row along the only wall that throws a shadow, like pigeons.

            One tree per gate, but a grown one: a lime or hornbeam of eight metres, with a
            bench round the trunk. They cost €4,000 planted and survive if somebody waters them for
            two summers. Every school has a class that would fight for that job.

            Saplings are cheaper. My youngest would be at university by the time one shaded her.
            """,
        ),
    ),
    Proposal(
        key="plums-on-the-verge",
        consultation="greener-streets",
        author="ottilie-brandl",
        title="Plums, pears and a ladder for Orchard End",
        place="orchard-end",
        where="The verge of Orchard Way, both sides, 600 metres",
        helps=("depletion-of-natural-resources", "new-urban-economies", "social-innovation"),
        supporters=57,
        euros=31_000,
        versions=once(
            -66,
            """
            There has been no orchard in Orchard End since 1974, when they built my house on it.

            Ninety half-standard fruit trees on the verge that is mown eleven times a year for
            nobody. Old local sorts: Marrow Yellow, Widow’s Pear, the little blue plum. Who picks?
            Whoever comes by. A ladder hangs on a chain outside number 40, which is mine.

            Wasps, yes. Rotten fruit on the pavement, for three weeks, which nine of us have
            promised in writing to sweep.
            """,
        ),
    ),
    Proposal(
        key="rampart-car-park",
        consultation="greener-streets",
        author="cyclists-of-the-marrow-valley",
        title="Turn half the Rampart car park back into rampart",
        place="old-town",
        where="Rampart car park, the forty spaces nearest the canal",
        helps=("depletion-of-natural-resources", "sustainable-regeneration"),
        costs=("economic-development",),
        supporters=91,
        euros=164_000,
        versions=once(
            -65,
            """
            The Rampart car park has 84 spaces. We counted on six Saturdays between ten and four:
            at the fullest moment 51 were taken. The other half heats the canal.

            Our plan lifts the asphalt from the forty spaces by the water, brings back the
            grass bank shown on every postcard before 1961, and keeps a paved strip along the wall for
            walking frames and bicycles. The soil was tested in 2020 and is clean.

            Seven disabled bays stay, two metres closer to the gate than now. Income from parking
            falls by roughly €26,000 a year: that is the price, and we name it.
            """,
        ),
    ),
    Proposal(
        key="thousand-butts",
        consultation="greener-streets",
        author="fritz-ackermann",
        title="A thousand water butts on a thousand downpipes",
        place="lindhaven",
        where="House by house, beginning with The Allotments and Brickfields",
        helps=("depletion-of-natural-resources",),
        supporters=63,
        euros=58_000,
        versions=once(
            -62,
            """
            Roof of 70 square metres, 30 millimetres of rain: two thousand litres, straight into the
            sewer. In July the same people water the tomatoes from the tap.

            City buys 1,000 butts of 300 litres, with lid and tap, in bulk. €58 each. You pay €10 so
            that you value it. Two volunteers from the allotment society come and cut the pipe.
            We have done 41 for friends. One leaks.

            No planning, no digging, no committee. First one could stand on Saturday.
            """,
        ),
    ),
)

GREENER_TWO = (
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
