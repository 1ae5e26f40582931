"""Titles and sentences by number: all different, all found by search, none meant to be read."""

WHAT = (
    *("benches", "lamps", "lime trees", "a fountain", "a crossing", "bicycle stands"),
    *("a night bus", "rain gardens", "a reading room", "swings", "a repair café", "quiet hours"),
    *("a kitchen", "ramps", "shade sails"),
)
WHERE = (
    *("Mill Street", "Kessel Road", "Lantern Street", "the ring road", "Lock Meadows"),
    *("the old depot", "Ropewalk", "Orchard Way", "Station Street", "the market square"),
    *("Brick Lane", "Quay Street", "the canal path"),
)
WHY = (
    *("because the tram stops there", "before winter comes", "since the school moved"),
    *("as neighbours have asked for years", "so that prams get through"),
    *("while the street is dug up anyway", "although it costs parking"),
)
BUT = (
    *("the budget is small", "somebody has to sweep it", "the noise worries me"),
    *("my mother would use it", "it was promised once before", "the pipe below is old"),
    *("shops need deliveries", "it would be the first in the district", "children asked for it"),
    *("the bus has to turn", "it lasts thirty years"),
)


def title_of(number: int) -> str:
    return f"Number {number}: {WHAT[number % 15]} for {WHERE[number % 13]}"


def body_of(number: int) -> str:
    what, where = WHAT[number % 15], WHERE[number % 13]
    return (
        f"We ask for {what} at {where}, {WHY[number % 7]}. It is request {number} of this call.\n\n"
        f"It would cost about €{1_000 + number * 37 % 90_000:,} and a summer of work, and "
        f"{BUT[number % 11]}. Whoever lives near {WHERE[(number + 5) % 13]} knows what is meant."
    )


def point_of(number: int) -> str:
    return (
        f"Thought {number}: {BUT[number % 11]}, {WHY[number % 7]}, and {WHAT[number % 15]} "
        f"at {WHERE[number % 13]} would do as well."
    )
