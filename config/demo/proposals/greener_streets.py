"""Proposals to “Greener streets”; all but the tram bed are in the vote."""

from ..shapes import Proposal, Version, once, prose

GREENER_STREETS = (
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
