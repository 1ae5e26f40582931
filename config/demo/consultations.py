"""Seven questions the city asks, each at another point of its life."""

from .shapes import Consultation, Outcome, Phase, Promise, prose

PROPOSE, SUPPORT, DISCUSS, VOTE = "propose", "support", "discuss", "vote"
_NOTHING: frozenset[str] = frozenset()

FIRST_JOB = Consultation(
    key="a-first-job-within-reach",
    name="A first job within reach",
    question="What would bring a first job within reach?",
    standfirst=(
        "1,940 people under 25 in Lindhaven look for work. The city and the province will spend "
        "€1.2 million over two years, and want to spend it on what would really have helped."
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
        decides="The city council, in open session, after the vote.",
        input=(
            "Work and Skills costs every proposal with at least 60 supporters, puts those the law "
            "allows to the vote, and publishes why it left any out."
        ),
        answer_by=64,
        threshold=60,
        answers="Every proposal with at least 60 supporters is answered in public, one by one.",
    ),
    phases=(
        Phase("Proposals and discussion", -23, 26, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Vote", 27, 47, frozenset({VOTE})),
        Phase("The city answers", 48, 64, _NOTHING),
        Phase("Carried out", 65, 420, _NOTHING),
    ),
    published=-30,
)

SHORT_STAY = Consultation(
    key="living-beside-short-stay-flats",
    name="Living beside short-stay flats",
    question="Which rules for short-stay flats could we all live with?",
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
        decides="The city council, on a by-law that Housing drafts from this discussion.",
        input=(
            "Housing must write a rule from every proposal that people on both sides could accept, "
            "or say why not, and print the strongest argument against each rule beside it."
        ),
        answer_by=40,
        threshold=40,
        answers="Every proposal with at least 40 supporters is answered before the council meets.",
    ),
    phases=(
        Phase("Proposals", -52, -16, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", -15, 12, frozenset({DISCUSS})),
        Phase("The city answers", 13, 40, _NOTHING),
        Phase("By-law in force", 90, 365, _NOTHING),
    ),
    published=-60,
)

GREENER_STREETS = Consultation(
    key="greener-streets",
    name="Greener streets",
    question="Which streets should be cooler, greener and drier by next summer?",
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
        decides="The city council votes six weeks after the ballots close, on this order of plans.",
        input=(
            "Plans are costed in the order of the vote until the €840,000 are used up. If the "
            "council leaves that order it must say, plan by plan, why."
        ),
        answer_by=45,
        threshold=50,
        answers="Every proposal with at least 50 supporters, and every plan in the vote.",
    ),
    phases=(
        Phase("Proposals", -74, -40, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", -39, -12, frozenset({SUPPORT, DISCUSS})),
        Phase("Vote", -11, 14, frozenset({VOTE})),
        Phase("The city answers", 15, 45, _NOTHING),
        Phase("Planted and built", 120, 330, _NOTHING),
    ),
    published=-80,
)

SHARED_ROOMS = Consultation(
    key="shared-rooms",
    name="A charter for the city’s shared rooms",
    question="Under which rules may you have the key?",
    standfirst=(
        "School halls and depots stand empty after six. Write the rules under which neighbours "
        "may use them."
    ),
    body=prose("""
        The city owns 214 rooms that somebody heats and nobody uses after 18:00. Four in ten
        requests for one of them are refused, and until now we could not say by which rule,
        because there was none: it depended on the caretaker.

        From what you proposed here Schools and Buildings is to write a charter of at most two
        pages, short enough to hang beside the light switch.

        The call and the discussion are closed. What you see now is the part that usually takes
        place out of sight: the city owes an answer to each proposal that enough people stood
        behind. Where it is late, this page says so and counts the days.
    """),
    themes=("social-innovation",),
    place="lindhaven",
    departments=("buildings", "legal"),
    promise=Promise(
        decides="The council’s committee for schools and culture adopts or refuses the charter.",
        input=(
            "Each proposal with at least 35 supporters becomes a paragraph of the charter, "
            "is changed in public, or is refused with a reason."
        ),
        answer_by=-4,
        threshold=35,
        answers="Every proposal with at least 35 supporters.",
    ),
    phases=(
        Phase("Proposals", -98, -63, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", -62, -36, frozenset({SUPPORT, DISCUSS})),
        Phase("The city answers", -35, -4, _NOTHING),
        Phase("Charter on the wall", 30, 400, _NOTHING),
    ),
    published=-104,
)

EASTSIDE_BUDGET = Consultation(
    key="the-eastside-budget",
    name="The Eastside budget",
    question="How would you spend €600,000 in Eastside?",
    standfirst=(
        "Ten projects, written by neighbours and costed by the city, for more money than there is. "
        "The district has voted, and the council has answered."
    ),
    body=prose("""
        Every second year the district council gives a part of its own budget out of its hands.
        This time it was €600,000, a quarter of what Eastside may spend without asking anybody.

        Sixty-one ideas came in. The district office and their authors boiled them down to ten
        that could be costed; together they would have come to €720,000. Everybody in Eastside who is
        14 or older could tick those they wanted paid for.

        ## The rule, agreed before the vote opened

        Projects are taken in the order of their votes. One that does not fit into what is left is
        passed over and the next is tried. What the council then does with that list, it has to
        answer for below, one project at a time.
    """),
    themes=("sustainable-regeneration",),
    place="eastside",
    departments=("eastside-office", "parks", "streets"),
    promise=Promise(
        decides="You do; the district council of Eastside carries out what the count says.",
        input="The council may refuse a winning project only for a reason in law or in the ground.",
        answer_by=-42,
        threshold=1,
        answers="All ten projects, winners or not.",
    ),
    phases=(
        Phase("Proposals", -160, -125, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", -124, -96, frozenset({SUPPORT, DISCUSS})),
        Phase("Vote", -95, -74, frozenset({VOTE})),
        Phase("The city answers", -73, -42, _NOTHING),
        Phase("Carried out", -41, 290, _NOTHING),
    ),
    published=-166,
    outcome=Outcome(
        day=-44,
        title="Eastside pays for eight projects, from a playground to a bee meadow",
        summary=prose("""
            The council took the count over as it stands, with four changes that it has to justify.
            Six projects are built as they were voted and two in a smaller form. €504,000 of the
            €600,000 are committed; the €96,000 that are left go into the next budget, in writing.

            Two winners are not built: the rain gardens on Kessel Road, because the gas main under
            them is renewed first, and the repair café, because the depot has one exit too few. The
            bicycle roof and the fountains shrink for reasons that lie with the province.
        """),
        next=(
            "The playground’s drawings hang in the district office for comment for three weeks. "
            "Every finished project gets a photograph here, and every late one a reason."
        ),
    ),
)

HOME_AND_BACK = Consultation(
    key="to-work-and-home-again",
    name="To work and home again",
    question="What would make the way to work shorter, cheaper or less lonely?",
    standfirst=(
        "Two shifts in five begin or end when no tram runs. City and province asked what should "
        "change, and have decided."
    ),
    body=prose("""
        Saint Odile Hospital, the cold store and the bakeries together employ 3,400 people whose
        working day touches the hours between midnight and five. Most drive, alone. Those who
        cannot drive pay a taxi, or turn the job down.

        This was the first question that the city and the Province of Marrow asked together. The
        province runs the trams, so an answer from the city alone would have been a polite letter.
    """),
    themes=("economic-development", "new-urban-economies"),
    place="province-of-marrow",
    departments=("marrow-mobility", "streets", "buildings"),
    promise=Promise(
        decides="The city council and the provincial executive, each for what it pays.",
        input="Both answer each proposal together, with one signature from either side.",
        answer_by=-152,
        threshold=40,
        answers="Every proposal with at least 40 supporters.",
    ),
    phases=(
        Phase("Proposals and discussion", -250, -205, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("The city answers", -204, -152, _NOTHING),
        Phase("Carried out", -151, 60, _NOTHING),
    ),
    published=-256,
    outcome=Outcome(
        day=-150,
        title="Night buses run until three; small makers get twelve stalls; parking stays paid",
        summary=prose("""
            Of five proposals three had enough support to be owed an answer. One was agreed, one
            agreed in part, one refused, the last of them three days late. The other two are
            kept for the tram timetable talks in spring, and their authors know the date.
        """),
        next="The first night buses have been running since last month; passengers are counted.",
    ),
)

GROWING_OLD = Consultation(
    key="a-city-to-grow-old-in",
    name="A city to grow old in",
    question="What would let you stay in your own street at eighty-five?",
    standfirst=(
        "In ten years one in four of us will be over 70. Stairs, benches, toilets, company: what "
        "has to change first, and where?"
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
        decides="The city council, with next year’s budget.",
        input=(
            "Streets and Squares walks every place that is named with somebody who cannot walk "
            "fast, and publishes what they found."
        ),
        answer_by=120,
        threshold=30,
        answers="Every proposal with at least 30 supporters, and every place named three times.",
    ),
    phases=(
        Phase("Proposals", 9, 44, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", 45, 72, frozenset({SUPPORT, DISCUSS})),
        Phase("Vote", 73, 94, frozenset({VOTE})),
        Phase("The city answers", 95, 120, _NOTHING),
    ),
    published=-5,
)

CONSULTATIONS = (
    FIRST_JOB,
    SHORT_STAY,
    GREENER_STREETS,
    SHARED_ROOMS,
    EASTSIDE_BUDGET,
    HOME_AND_BACK,
    GROWING_OLD,
)
