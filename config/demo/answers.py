"""What the city has answered: all of Eastside, the way to work, and three about shared rooms."""

from .shapes import Answer, Commitment, prose

HOME_AND_BACK = (
    Answer(
        proposal="night-buses",
        kind="will",
        department="marrow-mobility",
        author="bo-lindqvist",
        day=-158,
        because=prose("""
            118 of 190 people at one gate is more than we count on most lines at noon. The depot at
            Northbank is staffed all night anyway, and eleven drivers have asked for these shifts
            themselves, because they pay a supplement and the roads are empty.

            One bus an hour on every line, until three. After a year we look at the figures line by
            line, in public, before anything is cut.
        """),
        money="€940,000 a year; the city pays two thirds, the province a third",
        who="Marrow Mobility, with Streets and Squares for the stops",
        by_when="First departure within four months",
        commitments=(
            Commitment(
                "Stops at the hospital and the cold store get light and a roof",
                -70,
                "Karim Bell, Streets and Squares",
                done=-77,
            ),
            Commitment("First night bus leaves Market Square", -38, "Marrow Mobility", done=-38),
            Commitment(
                "Passengers per line are published for the first half year", 150, "Marrow Mobility"
            ),
        ),
    ),
    Answer(
        proposal="market-hall-makers",
        kind="partly",
        department="buildings",
        author="petra-blom",
        day=-152,
        because=prose("""
            We sent an engineer up to the trusses of bays 7 to 9. They carry the roof and snow, and
            not much more: with forty stalls, lamps and visitors the fire service allows 180 people
            at a time, and forty stalls do not live on 180 people.

            Twelve stalls fit, along the street side where there are two exits. The price is the one
            that the Market Traders’ Guild pays in the rain, as they asked, and not a euro less.
        """),
        money="€66,000 for lamps, power and a second door; €12 a day per stall comes back",
        who="Schools and Buildings",
        by_when="Open within the year",
        commitments=(
            Commitment(
                "The second door is cut and signed off by the fire service",
                -60,
                "Hanne Vos, Schools and Buildings",
                done=-52,
            ),
            Commitment(
                "Stalls are given out by lot among those on the makers’ list",
                21,
                "Hanne Vos, with the makers",
            ),
        ),
    ),
    Answer(
        proposal="parking-for-carers",
        kind="wont",
        department="streets",
        author="bo-lindqvist",
        day=-149,
        because=prose("""
            We do not doubt the seven minutes. But in the streets where carers work most there is
            no free space to be had, paid or not, so a card would let them search for nothing.

            Instead the council gives all 320 carers who want one a pass for the tram, and Streets
            marks forty loading bays, ten minutes each, near the addresses that the care services name.
            If the tickets do not stop by next summer we shall look at the card again.

            This answer is three days late. The bays were not agreed with the fire service in time.
        """),
        money="€118,000 a year for passes, €31,000 once for paint and signs",
        who="Streets and Squares",
        by_when="Passes at once, bays within the year",
        commitments=(
            Commitment(
                "Passes can be fetched at the counter with a letter from the employer",
                -120,
                "Work and Skills",
                done=-124,
            ),
            Commitment("Forty loading bays are marked", -12, "Karim Bell, Streets and Squares"),
        ),
    ),
)

SHARED_ROOMS = (
    Answer(
        proposal="five-people-are-enough",
        kind="will",
        department="buildings",
        author="ilse-brandt",
        day=-17,
        because=prose("""
            No law asks for statutes; we looked for it, and found only a circular from 1979.
            Liability is settled with the city’s own insurer, who covers groups from five people on
            for €4 a year each, which we pay.

            To the question about parties: yes, on the same terms, except in the six weeks
            before an election, when no party meets in a school.
        """),
        money="€2,600 a year for insurance",
        who="Schools and Buildings",
        by_when="With the charter",
        commitments=(
            Commitment(
                "The one-page form replaces the three there are",
                30,
                "Hanne Vos, Schools and Buildings",
            ),
        ),
    ),
    Answer(
        proposal="key-box",
        kind="partly",
        department="buildings",
        author="ilse-brandt",
        day=-11,
        because=prose("""
            Boxes: yes, at the twelve school halls, and a colleague on call by telephone until eleven,
            which the proposal forgot and the washroom taught us.

            Not yet at the depots. Their doors open onto the tracks of a siding that the province still
            uses twice a week.
        """),
        money="€4,080 for boxes, €18,000 a year for the call duty, less the overtime saved",
        who="Schools and Buildings, agreed with the caretakers",
        by_when="Six halls within three months, the rest within six",
        commitments=(
            Commitment("Boxes hang at the first six halls", 75, "Abdel Touati and Hanne Vos"),
            Commitment("All taps are painted red", 20, "The caretakers"),
        ),
    ),
    Answer(
        proposal="free-for-neighbours",
        kind="wont",
        department="legal",
        author="petra-blom",
        day=-6,
        because=prose("""
            Two lines instead of three tariffs would be a relief to us as well. We may not do it as
            proposed: while the city receives money from the province’s recovery fund, which ends
            the year after next, it must charge at least what heating costs.

            What we can do is charge all alike, €6 an hour, and drop the invoices: it is paid with the
            code. When the fund ends the council will be asked again, and this page will say so.
        """),
        money="About €9,000 less income a year",
        who="Legal, with Finance",
        by_when="One tariff from the new year",
    ),
)
