"""Proposals to “Living beside short-stay flats”, closed and under discussion."""

from ..shapes import Proposal, Version, once, prose

SHORT_STAY = (
    Proposal(
        key="a-number-that-answers",
        consultation="living-beside-short-stay-flats",
        author="marguerite-duval",
        title="A number on the door that somebody answers at night",
        place="tolhuis",
        where="Every short-stay flat in the Old Town",
        helps=("social-polarisation",),
        supporters=92,
        versions=(
            Version(
                -50,
                prose("""
                    At a quarter to three on a Sunday I rang the owner of the flat above mine.
                    The voicemail was in a language I do not speak, with music.

                    Every flat that is let by the night needs a telephone number beside the bell.
                    Whoever answers must be able to come within half an hour.
                """),
            ),
            Version(
                -33,
                prose("""
                    At a quarter to three on a Sunday I rang the owner of the flat above mine.
                    The voicemail was in a language I do not speak, with music.

                    Every flat that is let by the night needs a telephone number beside the bell,
                    and that number has to reach a person, from ten at night until seven. Whoever
                    answers must be able to come within half an hour, or send somebody.

                    Hosts may share one person for a whole street. If the number fails three
                    times in a year, the licence rests for three months.
                """),
                note="Hosts may share a person, which two of them had asked for under points.",
            ),
        ),
    ),
    Proposal(
        key="live-where-you-let",
        consultation="living-beside-short-stay-flats",
        author="saskia-blok",
        title="Whoever lets by the night lives in the building",
        place="old-town",
        where="Old Town, both neighbourhoods",
        helps=("social-polarisation", "demographic-decline"),
        costs=("economic-development",),
        supporters=71,
        versions=once(
            -48,
            """
            For half of the year at least, with a name on a letterbox. I have nothing against my
            neighbour Bea who lets her back room to cyclists; I have everything against a company
            from two hundred kilometres away that owns four floors of my house and has never carried
            a bag of rubbish down.

            It is easy to check: the population register knows who lives where. No inspector need
            climb a stair.

            Those who let without living there get two years to sell, or to let by the month.
            """,
        ),
    ),
    Proposal(
        key="five-years-no-licences",
        consultation="living-beside-short-stay-flats",
        author="tenants-union-old-town",
        title="No new licences in the Old Town for five years",
        place="old-town",
        where="Between the canal, the ramparts and Station Street",
        helps=("social-polarisation", "demographic-decline"),
        costs=("economic-development",),
        supporters=83,
        versions=once(
            -47,
            """
            Rents for two rooms in Tolhuis rose by 41 % in six years, wages by 14. Between those two
            numbers lie 122 of our members who had to leave.

            We ask for a pause: no new licence for five years, and none passed on when a flat is
            sold. The 611 that exist would shrink by themselves to about 400. In the meantime the
            city counts properly, every January, and publishes by street.

            A pause is a modest word. We considered others.
            """,
        ),
    ),
    Proposal(
        key="rooms-without-licence",
        consultation="living-beside-short-stay-flats",
        author="beatriz-fonseca",
        title="Let the spare room alone",
        place="market-quarter",
        where="Homes in which the owner or tenant really lives",
        helps=("economic-development", "social-innovation"),
        supporters=56,
        versions=once(
            -45,
            """
            I am 67. I let my back room, with breakfast, to people who cycle down the canal. It pays
            the heating. They whisper on the stairs because I ask them to, and some send a card at
            New Year.

            Please write the by-law so that it knows the difference between me and an investor. A
            room in a home where somebody lives should need no licence at all, only a line in the
            register: who, which room, how many nights.

            If I have to fill in the eleven pages that Housing showed at the information evening I
            shall stop, and the room will be full of ironing.
            """,
        ),
    ),
    Proposal(
        key="tax-for-the-cleaners",
        consultation="living-beside-short-stay-flats",
        author="nadia-benali",
        title="Let the night tax pay the cleaners’ tram",
        place="old-town",
        where="Hotels and short-stay flats alike",
        helps=("social-polarisation", "economic-development"),
        supporters=47,
        versions=once(
            -41,
            """
            Twenty turnovers a week, three floors, no lift, and the linen bag weighs eleven kilos. The
            guests pay the city €2.60 a night for the pleasure of our clean town. I clean it and pay
            €61 for a pass to get there.

            About 430 of us work in flats and hotels here. A pass each would take an eighth of the
            tax. The rest can go on paying for the fireworks.
            """,
        ),
    ),
    Proposal(
        key="empty-pays-more",
        consultation="living-beside-short-stay-flats",
        author="anton-reiter",
        title="A flat left empty for a year pays more",
        place="lindhaven",
        where="Everywhere, beginning with the Old Town",
        helps=("social-polarisation", "sustainable-regeneration"),
        supporters=64,
        versions=once(
            -39,
            """
            We speak of the flats that are let for nights and forget those not let at all. On
            Lantern Street I count, on my evening walk, fourteen windows in which I have
            not seen a light since the winter before last. (I am a retired surveyor; it is a
            harmless habit.)

            Three times the property tax from the thirteenth month on. Exempt: inheritance under
            dispute, building works with a permit, a stay in hospital or abroad for up to two years.

            Electricity use shows what is empty, and the network belongs to the city. It can be
            done without looking through anybody’s curtains.
            """,
        ),
    ),
    Proposal(
        key="quiet-suitcases",
        consultation="living-beside-short-stay-flats",
        author="dariusz-pawlak",
        title="Asphalt strips for suitcases on Lantern Street",
        place="tolhuis",
        where="Lantern Street and Tolhuis Lane, from the tram stop to the canal",
        helps=("social-polarisation", "demographic-decline"),
        supporters=29,
        versions=once(
            -36,
            """
            Sixty-two decibels: a hard-shell case on our cobbles, measured from my bed with a
            telephone. First flight leaves at 6:10, so they start rolling at four.

            Lay two smooth strips, each 40 cm wide, in the middle of the lane. The cobbles stay left
            and right for the photographs. Prams and wheelchairs would cry with joy. The one on
            Ropewalk cost €84 a metre; ours is 310 metres.

            It solves nothing about rents, I know. It would let me sleep while the rest of you
            argue.
            """,
        ),
    ),
    Proposal(
        key="share-by-street",
        consultation="living-beside-short-stay-flats",
        author="lucia-ferrante",
        title="One flat in twelve on any street, no more",
        place="old-town",
        where="Street by street, as in the land register",
        helps=("social-polarisation",),
        costs=("economic-development",),
        supporters=51,
        versions=once(
            -31,
            """
            A cap for the whole Old Town does nothing for the street that is already full. A ban
            punishes streets with a single flat. So count per street: one home in twelve may be let
            by the night, and where there are more, no licence is renewed until there are not.

            Lantern Street has 31 of 140. It would have to lose 19. Rampart Walk has one of 96 and
            could take seven.

            Who goes first where there are too many? Draw lots, once, in public, with the hosts in
            the room. I let a flat myself, on Lantern Street; I might lose.
            """,
        ),
    ),
    Proposal(
        key="hosts-code",
        consultation="living-beside-short-stay-flats",
        author="hotel-lockkeeper",
        title="The same fire rules for flats as for hotels",
        place="old-town",
        where="Every building with more than two short-stay flats",
        helps=("social-polarisation",),
        supporters=42,
        versions=once(
            -28,
            """
            Our hotel has 22 rooms, is inspected each spring, and trains its staff to empty the house
            in four minutes. Across the lane sleep just as many guests in nine flats, behind
            one wooden staircase and a smoke alarm that chirps.

            We compete with them, so take this as coming from a rival. But fire does not ask what is
            on the booking page. Above two flats in one house the rules for small hotels should
            hold: second way out, doors that close by themselves, a plan on the wall.

            The fire service reckons €6,000 a house. Give owners three years.
            """,
        ),
    ),
)
