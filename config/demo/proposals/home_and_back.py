"""Proposals to “To work and home again”, decided by city and province together."""

from ..shapes import Proposal, once

HOME_AND_BACK = (
    Proposal(
        key="night-buses",
        consultation="to-work-and-home-again",
        author="dorota-lis",
        title="Night buses until three on every line",
        place="lindhaven",
        where="All nine lines, from the last tram until three",
        helps=("economic-development", "jobs-for-young-people"),
        costs=("depletion-of-natural-resources",),
        supporters=97,
        versions=once(
            -248,
            """
            I bake, my sister nurses, our neighbour guards the cold store. Three women, three cars,
            one direction, half past two in the morning.

            One bus an hour per line would do until three. We asked at the hospital gate for four nights
            and wrote down who would leave the car at home: 118 of 190.
            """,
        ),
    ),
    Proposal(
        key="market-hall-makers",
        consultation="to-work-and-home-again",
        author="paloma-reyes",
        title="A market hall for small makers",
        place="depot-yard",
        where="The old tram depot, bays 7 to 9",
        helps=("new-urban-economies", "economic-development"),
        supporters=74,
        versions=once(
            -244,
            """
            The shortest way to work is the stairs. Plenty of us make things at home, soap, shoes,
            lampshades, and take a van to fairs a hundred kilometres away to sell them.

            Give us forty stalls under the depot roof, from Thursday to Sunday, at €12 a day. We bring our
            own lamps. I have a list of 57 names, and they all know what a Tuesday without customers
            is.
            """,
        ),
    ),
    Proposal(
        key="parking-for-carers",
        consultation="to-work-and-home-again",
        author="rik-postma",
        title="Free parking for care workers",
        place="lindhaven",
        where="Resident zones of all five districts",
        helps=("economic-development", "demographic-decline"),
        costs=("depletion-of-natural-resources",),
        supporters=69,
        versions=once(
            -240,
            """
            Fourteen clients between seven and noon, twenty minutes each, and seven of those minutes go
            on looking for a space. Twice a month I get a ticket while I am washing somebody’s back.

            A card behind the windscreen for people who care at home. There are about 320 of us.
            """,
        ),
    ),
    Proposal(
        key="shift-board",
        consultation="to-work-and-home-again",
        author="bogdan-munteanu",
        title="A board at the factory gate: who drives where at five",
        place="harbour",
        where="Gates of the cold store, the laundry and the mill",
        helps=("new-urban-economies", "social-innovation"),
        supporters=31,
        versions=once(
            -236,
            """
            Cork, pins, cards. “Brickfields, 4:50, two seats.” On my shift it got nine people
            into three cars, until the cleaning firm took it down for hygiene.

            I want it back, with a small roof, and a rule that nobody may take it down.
            """,
        ),
    ),
    Proposal(
        key="lamp-at-last-stop",
        consultation="to-work-and-home-again",
        author="hilde-claessens",
        title="Someone at the last stop until the last tram has gone",
        place="brickfields",
        where="Terminus of line 3, Brickfields",
        helps=("social-polarisation",),
        supporters=36,
        versions=once(
            -231,
            """
            The terminus has one lamp, one bench, and me, for eleven minutes, at ten past midnight.

            A kiosk that stays open would be enough. Let it at half rent to somebody who likes to
            sit up late: tea, newspapers, a chair, a bell to the police.
            """,
        ),
    ),
)
