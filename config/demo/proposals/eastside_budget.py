"""The ten projects of “The Eastside budget”, voted on and answered."""

from ..shapes import Proposal, Version, once, prose

EASTSIDE_BUDGET = (
    Proposal(
        key="playground-for-every-child",
        consultation="the-eastside-budget",
        author="parents-of-linden-park",
        title="A playground for every child in Linden Park",
        place="linden-park",
        where="Linden Park, the sandpit by the eastern gate",
        helps=("demographic-decline", "social-polarisation"),
        supporters=94,
        euros=120_000,
        versions=(
            Version(
                -158,
                prose("""
                    The swings were taken down in 2021 and the sandpit is used by foxes. We would like
                    a playground for small children, with a fence.
                """),
                title="A playground for small children",
            ),
            Version(
                -139,
                prose("""
                    The swings were taken down in 2021 and the sandpit is used by foxes.

                    We would like a playground for every child, with ramps instead of ladders, a quiet
                    corner behind the limes, and two swings that a wheelchair fits on.

                    What changed our minds was a boy called Elias, who told our meeting that he
                    knows every bench in the park because he has sat on all of them.
                """),
                note="For every child, with ramps, a quiet corner and swings for wheelchairs.",
            ),
        ),
    ),
    Proposal(
        key="roof-for-bicycles",
        consultation="the-eastside-budget",
        author="kade-bicycle-works",
        title="Covered bicycle parking at East Station",
        place="eastside",
        where="Forecourt of East Station, under the old mail canopy",
        helps=("depletion-of-natural-resources", "economic-development"),
        supporters=81,
        euros=150_000,
        versions=once(
            -157,
            """
            Two hundred places under a roof, forty of them behind a lock. I replace eleven rusted
            chains a week, so this proposal is bad for business.

            The canopy is there already and covers three broken vending machines. What is needed is a
            floor, stands, lamps and cameras that someone looks at.
            """,
        ),
    ),
    Proposal(
        key="canal-path-lights",
        consultation="the-eastside-budget",
        author="sofia-almeida",
        title="Night lights on the canal path",
        place="eastside",
        where="Towpath from the lock to Lock Bridge, 900 metres",
        helps=("social-polarisation", "economic-development"),
        costs=("depletion-of-natural-resources",),
        supporters=88,
        euros=62_000,
        versions=once(
            -155,
            """
            I finish at the laundry at eleven. The path takes nine minutes and is dark; the road takes
            twenty-four and has a kebab shop halfway, so I take the road.

            Thirty-one lamps that brighten when somebody comes and dim again behind them. Amber, so
            that the bats are not driven off, and switched off altogether from one until five.
            """,
        ),
    ),
    Proposal(
        key="benches-mill-street",
        consultation="the-eastside-budget",
        author="northbank-elders-table",
        title="A bench every 150 metres on Mill Street",
        place="linden-park",
        where="Mill Street from the pharmacy to the clinic, 4.6 km both sides",
        helps=("demographic-decline",),
        supporters=72,
        euros=28_000,
        versions=once(
            -154,
            """
            We meet on Northbank, but our doctor is on Mill Street, and so is everybody else’s. Between
            the tram stop and the clinic there is nothing to sit on but a flower box and one’s dignity.

            Thirty-one benches, half of them with armrests, because getting down is not the problem.
            """,
        ),
    ),
    Proposal(
        key="fountains-tram-stops",
        consultation="the-eastside-budget",
        author="fatou-diallo",
        title="Drinking fountains at six tram stops",
        place="eastside",
        where="Lines 2 and 5, the six stops between Kessel Road and the baths",
        helps=("depletion-of-natural-resources", "demographic-decline"),
        supporters=58,
        euros=45_000,
        versions=once(
            -151,
            """
            Cold water, for bottles, for children and, lower down, for dogs. The nearest public tap to
            the Linden Park stop is in the cemetery.

            A half-litre bottle at the kiosk is €2.20. Tap water costs the city a fifth of a cent.
            """,
        ),
    ),
    Proposal(
        key="free-swimming",
        consultation="the-eastside-budget",
        author="daan-kuipers",
        title="Free swimming hours for under-20s",
        place="linden-park",
        where="Eastside Baths, Monday to Thursday from six to eight",
        helps=("social-polarisation", "demographic-decline"),
        supporters=53,
        euros=54_000,
        versions=once(
            -149,
            """
            I am a lifeguard. In the evening the big pool is a third full, and outside sit thirty kids
            on the wall who could be in it, but a ticket is €5.40.

            Four evenings a week for two years. The water is warm anyway, and we are paid anyway.

            Last August we pulled two boys from the canal. Neither could swim 25 metres.
            """,
        ),
    ),
    Proposal(
        key="rain-gardens-kessel",
        consultation="the-eastside-budget",
        author="henk-timmer",
        title="Eleven rain gardens along Kessel Road",
        place="kessel-road",
        where="Kessel Road, odd numbers, 11 to 97",
        helps=("depletion-of-natural-resources",),
        supporters=49,
        euros=110_000,
        versions=once(
            -147,
            """
            Eleven beds that take the rain from the carriageway before it takes the stairs to
            my workshop. The lathe has been on bricks since September, and so have I.

            Sedge, iris, water mint. They want a flood now and then and look after themselves between.
            """,
        ),
    ),
    Proposal(
        key="school-kitchen",
        consultation="the-eastside-budget",
        author="eastside-school",
        title="A community kitchen in the Eastside School",
        place="kessel-road",
        where="Eastside School, the former boiler room",
        helps=("social-innovation", "social-polarisation"),
        supporters=46,
        euros=95_000,
        versions=once(
            -144,
            """
            At noon we serve 210 meals that arrive in a lorry. In the evening forty neighbours
            could cook here, if there were anything to cook on.

            Four stoves, two ovens, a sink one can bathe a toddler in, and a door to Kessel Road of its
            own, so that nobody walks through the school. Classes use it in the morning, neighbours
            from five.
            """,
        ),
    ),
    Proposal(
        key="repair-cafe-depot",
        consultation="the-eastside-budget",
        author="elif-demir",
        title="A repair café in the old tram depot",
        place="depot-yard",
        where="Bay 1 of the old tram depot, beside the gate",
        helps=("new-urban-economies", "social-innovation"),
        supporters=41,
        euros=38_000,
        versions=once(
            -142,
            """
            Tools, two volunteers a day and an electrician on Saturdays. Toasters, zips, radios, that
            one drawer.

            In four years our circle has mended 2,300 things in a cellar with a single socket. We keep a
            book. The record is a 1951 gramophone, and the most frequent patient is the hairdryer.
            """,
        ),
    ),
    Proposal(
        key="bee-meadow",
        consultation="the-eastside-budget",
        author="benno-fuchs",
        title="A bee meadow on the ring-road verge",
        place="eastside",
        where="Ring road, eastern verge, from the bridge to the baths",
        helps=("depletion-of-natural-resources",),
        supporters=38,
        euros=18_000,
        versions=once(
            -140,
            """
            Two hectares, mown nine times a year by a man in ear protectors. Mow once, in
            September, and sow yarrow, sainfoin, knapweed and clover.

            Signs that explain it, because the first year it looks like neglect. In the second people
            stop and ask for the seed.
            """,
        ),
    ),
)
