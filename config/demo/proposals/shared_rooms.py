"""Proposals to “A charter for the city’s shared rooms”, closed and waiting for answers."""

from ..shapes import Proposal, Version, Withdrawal, once, prose

SHARED_ROOMS = (
    Proposal(
        key="five-people-are-enough",
        consultation="shared-rooms",
        author="youssef-haddou",
        title="Five people and two telephone numbers are enough",
        place="lindhaven",
        where="All 214 rooms on the city’s list",
        helps=("social-innovation", "social-polarisation"),
        supporters=78,
        versions=(
            Version(
                -96,
                prose("""
                    We play backgammon. We are not an association, we have no statutes, our treasurer
                    is a biscuit tin. For that reason the Quay Street school could not let us in.

                    Any ten people who live here should be able to ask for a room.
                """),
            ),
            Version(
                -80,
                prose("""
                    We play backgammon. We are not an association, we have no statutes, our treasurer
                    is a biscuit tin. For that reason the Quay Street school could not let us in.

                    Any five people who live, work or learn here should be able to ask for a room.
                    Two of them can be reached by telephone while it is in use. In one sentence they
                    say what they will do there, and nobody asks what they believe.
                """),
                note="Five instead of ten, and “work or learn”: both came up under questions.",
            ),
        ),
    ),
    Proposal(
        key="key-box",
        consultation="shared-rooms",
        author="abdel-touati",
        title="A key box at every hall, so caretakers can go home",
        place="lindhaven",
        where="First the twelve school halls, then the depots",
        helps=("social-innovation",),
        supporters=66,
        versions=once(
            -94,
            """
            I have been a caretaker for sixteen years. After six I unlock, wait, and lock again, so
            forty people can do yoga and I can miss dinner. The overtime for that, in my
            building alone, was €9,200 last year.

            A box with a code that works from 18:00 to 22:30 and is new each week. €340 a piece.
            If something breaks, the log says who had the code. I would come in the morning, see
            what is wet, and ring the two numbers on the form.
            """,
        ),
    ),
    Proposal(
        key="free-for-neighbours",
        consultation="shared-rooms",
        author="janneke-prins",
        title="No rent for neighbours, full rent for business",
        place="lindhaven",
        where="Every shared room; tariff printed beside the light switch",
        helps=("social-innovation", "social-polarisation"),
        costs=("economic-development",),
        supporters=61,
        versions=once(
            -92,
            """
            Today a hall costs €14, €31 or €52 an hour, depending on which of three offices you
            write to. The same hall.

            Two lines would do. If nobody earns anything by it, it is free, heating included. If
            tickets are sold or a fee is taken, €45. A hat passed round for the pianist does not make
            it business.

            All those rents together brought in €23,700 last year, and the three offices spent 60
            working days on invoices. I used to write them.
            """,
        ),
    ),
    Proposal(
        key="as-you-found-it",
        consultation="shared-rooms",
        author="harbour-choir",
        title="Two photographs instead of a deposit",
        place="harbour",
        where="Rooms without a caretaker on duty",
        helps=("social-innovation",),
        supporters=45,
        versions=once(
            -90,
            """
            The deposit is €250. Our choir has it, the mothers who cook on Thursdays do not.

            Take one picture when you come in and one when you leave, and send both to the desk.
            Chairs stacked, floor swept, windows shut: that is three things, and a picture shows all
            three. Whoever leaves a mess twice pays for the cleaner and waits for half a year.

            We have kept this rule among ourselves since 2018, and the altos are strict.
            """,
        ),
    ),
    Proposal(
        key="one-cupboard-each",
        consultation="shared-rooms",
        author="repair-circle-depot",
        title="A cupboard with a lock for each regular group",
        place="depot-yard",
        where="Halls with at least three weekly groups",
        helps=("social-innovation", "new-urban-economies"),
        supporters=39,
        versions=once(
            -88,
            """
            Every Wednesday we carry four soldering stations, two sewing machines and a box of 1,200
            screws up from a cellar, and every Wednesday back. One member has a hernia that we
            consider ours.

            A metal cupboard, 190 by 90 by 45, is €210 second-hand. One per group that meets at least
            three times a month; given back when it stops. No food, no gas, no paint.
            """,
        ),
    ),
    Proposal(
        key="quiet-after-ten",
        consultation="shared-rooms",
        author="nuala-flynn",
        title="Quiet after ten, and ask those who live behind the wall",
        place="brickfields",
        where="Halls that share a wall with homes",
        helps=("social-polarisation",),
        supporters=47,
        versions=once(
            -85,
            """
            My bedroom and the Brick Lane gym have a wall in common. I know the warm-up of the salsa
            group by heart and have nothing against salsa before ten.

            Windows shut from nine, music off at ten, out by half past. Before a new group gets a
            weekly slot, put a note in the eleven letterboxes nearby and wait a week for
            what comes back. Most of us will say go ahead; a few will ask for Tuesdays.
            """,
        ),
    ),
    Proposal(
        key="no-in-writing",
        consultation="shared-rooms",
        author="hamid-rezai",
        title="A no within five working days, in writing",
        place="lindhaven",
        where="The booking desk of Schools and Buildings",
        helps=("social-polarisation", "social-innovation"),
        supporters=52,
        versions=once(
            -82,
            """
            We asked for a room in October for the Nowruz dinner in March. In February somebody said
            on the telephone that it was difficult. Difficult is not an answer, I could not cook it.

            Yes or no within five working days. If no, one line why, and the name of another room that
            is free that evening. If no answer comes, it counts as yes.
            """,
        ),
    ),
    Proposal(
        key="one-unbooked-room",
        consultation="shared-rooms",
        author="liv-amundsen",
        title="Keep one room per district that nobody can book",
        place="lindhaven",
        where="Five rooms, one in each district, ground floor",
        helps=("social-innovation", "demographic-decline"),
        supporters=28,
        versions=once(
            -78,
            """
            Everything has a slot now. I would like one place to which you can simply go: a table, a
            kettle, a lamp, open from four to nine, where nothing is organised and nobody
            signs a list.

            I am told that this is what the library is for. The library is wonderful and one must
            whisper in it.
            """,
        ),
    ),
    Proposal(
        key="dance-floor-in-gym",
        consultation="shared-rooms",
        author="gianni-russo",
        title="A sprung dance floor for the Depot school gym",
        place="depot-yard",
        where="Gym of the Depot school",
        helps=("social-innovation",),
        supporters=17,
        withdrawn=Withdrawal(
            -70,
            "The caretaker opened a hatch and showed me: the floor is sprung already, since 1988. It "
            "only needs 400 screws tightened. We did it on Saturday.",
        ),
        versions=once(
            -86,
            """
            Twenty-six couples, average age 61, and a concrete floor. You can hear the knees.

            A sprung floor of 180 square metres costs about €38,000 and lasts thirty years if nobody
            drags a vaulting horse across it.
            """,
        ),
    ),
)
