"""Questions that can be taken part in today, and one that opens soon."""

from ..shapes import Consultation, Phase, Promise, prose
from .acts import DISCUSS, NOTHING, PROPOSE, SUPPORT, VOTE

FIRST_JOB = Consultation(
    key="a-first-job-within-reach",
    title="A first job within reach",
    standfirst=(
        "What would bring a first job within reach? 1,940 people under 25 in Lindhaven look for "
        "work. City and province have €1.2 million, and want to spend it on what would really "
        "have helped."
    ),
    body=prose("""
        Since 2019 we have paid for four programmes: a job fair, two rounds of wage subsidies, and
        an app. The fair is still full. The subsidies helped firms that would have hired anyway:
        our own auditors say so. The app was opened by 212 people, 40 of whom worked here.

        So this time we ask first. You may be looking for work yourself, or have found it and
        remember what was in the way; you may hire, teach, or sit at the kitchen table with
        somebody who has stopped answering letters. Write down **one thing** that would have
        helped, as concretely as you can: where, when, for whom.

        ## What the money may and may not do

        - It may pay for people, rooms, tools, tickets and repairs.
        - It may not pay wages in private firms again.
        - Half of it is the province’s, so one thing at least must reach beyond the city limits.

        You may write if you are 14 or older and live, work or learn in Lindhaven. Proposals are
        public the moment you send them, and can be supported and discussed at once.
    """),
    themes=("jobs-for-young-people", "economic-development"),
    place="lindhaven",
    departments=("work", "buildings", "marrow-mobility"),
    promise=Promise(
        who_decides="The city council, in open session, after the vote.",
        what_happens=(
            "Work and Skills costs every proposal with at least 60 supporters, puts those the law "
            "allows to the vote, and publishes why it left any out."
        ),
        answer_by=64,
        threshold=60,
    ),
    phases=(
        Phase(
            "Proposals and discussion", "propose", -23, 26, frozenset({PROPOSE, SUPPORT, DISCUSS})
        ),
        Phase("Vote", "vote", 27, 47, frozenset({VOTE})),
        Phase("The city answers", "answer", 48, 64, NOTHING),
        Phase("Carried out", "deliver", 65, 420, NOTHING),
    ),
    published=-30,
    who_may="Everybody aged 14 and over who lives, works or learns in Lindhaven",
    feeds="The European Social Fund Plus report, due in November",
)

SHORT_STAY = Consultation(
    key="living-beside-short-stay-flats",
    title="Living beside short-stay flats",
    standfirst=(
        "Flats let by the night fill the Old Town. Which rules would neighbours, hosts and hotel "
        "workers all accept?"
    ),
    body=prose("""
        Our inspectors counted 611 flats in the Old Town that are let by the night, one in nine.
        In Tolhuis it is one in five, and the primary school there has lost a class.

        Not everybody counts the same way. For some, those flats are the reason why the bakery is
        still open in February. For others they are four suitcases on the stairs at two in the
        morning. Both wrote to us, often from the same staircase.

        Nine proposals have been made and are closed now. We do not ask you to choose between them
        yet. **Argue with them.** Tell us what each would do in your house, and ask what you do not
        understand; Housing reads along and replies to questions within three working days.

        ## What is already fixed

        - National law allows letting one’s own home for 60 nights a year. We cannot change that.
        - The city may require a licence, limit their number by district, and inspect.
        - The night tax goes up to €3.20 in January whatever we decide here.
    """),
    themes=("social-polarisation",),
    place="old-town",
    departments=("housing", "legal"),
    promise=Promise(
        who_decides="The city council, on a by-law that Housing drafts from this discussion.",
        what_happens=(
            "Housing must write a rule from every proposal that people on both sides could accept, "
            "or say why not, and print the strongest argument against each rule beside it."
        ),
        answer_by=40,
        threshold=40,
    ),
    phases=(
        Phase("Proposals", "propose", -52, -16, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", "discuss", -15, 12, frozenset({DISCUSS})),
        Phase("The city answers", "answer", 13, 40, NOTHING),
        Phase("By-law in force", "deliver", 90, 365, NOTHING),
    ),
    published=-60,
    who_may="Everybody who lives in the Old Town, lets a flat there, or works in one",
)

GREENER_STREETS = Consultation(
    key="greener-streets",
    title="Greener streets",
    standfirst=(
        "Shade, rain and fewer parked cars: which plans should the city cost and build by next "
        "summer?"
    ),
    body=prose("""
        On nineteen days last year the paving of Market Square was hotter than 50 degrees. In
        September 31 millimetres fell in forty minutes and Kessel Road stood under water for the
        third time in five years. The two have the same cause: there is hardly any soil left that
        can drink.

        €840,000 is set aside for next year. That is enough for one large plan and a handful of
        small ones, or for a dozen small ones. Twelve proposals were discussed until last week and
        are in the vote now: one on its own, because it is the largest, and the others on a list
        from which you may choose as many as you like.

        ## How the vote counts

        The vote is open, not secret: the city’s system knows your choice, nobody is shown it, and
        only you can see it. Until the vote closes you may change your mind as often as you want.
        Before that no one sees a tally, and that includes the mayor, who has asked.
    """),
    themes=("depletion-of-natural-resources", "sustainable-regeneration"),
    place="lindhaven",
    departments=("parks", "streets", "water"),
    promise=Promise(
        who_decides="The city council votes six weeks after the ballots close, on this order of plans.",
        what_happens=(
            "Plans are costed in the order of the vote until the €840,000 are used up. If the "
            "council leaves that order it must say, plan by plan, why."
        ),
        answer_by=45,
        threshold=50,
    ),
    phases=(
        Phase("Proposals", "propose", -74, -40, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", "discuss", -39, -12, frozenset({SUPPORT, DISCUSS})),
        Phase("Vote", "vote", -11, 14, frozenset({VOTE})),
        Phase("The city answers", "answer", 15, 45, NOTHING),
        Phase("Planted and built", "deliver", 120, 330, NOTHING),
    ),
    published=-80,
    who_may="Everybody aged 14 and over who lives or works in Lindhaven",
)

GROWING_OLD = Consultation(
    key="a-city-to-grow-old-in",
    title="A city to grow old in",
    standfirst=(
        "What would let you stay in your own street at eighty-five? In ten years one in four of "
        "us will be over 70: which stairs, benches and crossings have to change first?"
    ),
    body=prose("""
        The call opens soon. Until then you may read what it will be about, look at the promise,
        and tell us at the participation desk if something is missing from it.

        We shall ask for places rather than programmes: the corner where there is no handrail, the
        crossing that turns red at the third step, the bench somebody took away in 2016. Proposals
        may be handed in on paper at every branch library, in large print, and by telephone on
        Tuesdays.

        Children may write as well. Whoever builds for a walking frame also builds for a pram.
    """),
    themes=("demographic-decline", "social-innovation"),
    place="lindhaven",
    departments=("streets", "housing", "sports-culture"),
    promise=Promise(
        who_decides="The city council, with next year’s budget.",
        what_happens=(
            "Streets and Squares walks every place that is named with somebody who cannot walk "
            "fast, and publishes what they found."
        ),
        answer_by=120,
        threshold=30,
    ),
    phases=(
        Phase("Proposals", "propose", 9, 44, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", "discuss", 45, 72, frozenset({SUPPORT, DISCUSS})),
        Phase("Vote", "vote", 73, 94, frozenset({VOTE})),
        Phase("The city answers", "answer", 95, 120, NOTHING),
    ),
    published=-5,
    who_may="Everybody who lives in Lindhaven, children included",
)
