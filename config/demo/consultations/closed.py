"""Questions whose call is over: one waits for the city, two are decided."""

from ..shapes import Consultation, Phase, Promise, prose
from .acts import DISCUSS, NOTHING, PROPOSE, SUPPORT, VOTE

SHARED_ROOMS = Consultation(
    key="shared-rooms",
    title="A charter for the city’s shared rooms",
    standfirst=(
        "School halls and depots stand empty after six. Under which rules may neighbours have "
        "the key?"
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
        who_decides="The council’s committee for schools and culture adopts or refuses the charter.",
        what_happens=(
            "Each proposal with at least 35 supporters becomes a paragraph of the charter, "
            "is changed in public, or is refused with a reason."
        ),
        answer_by=-4,
        threshold=35,
    ),
    phases=(
        Phase("Proposals", "propose", -98, -63, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", "discuss", -62, -36, frozenset({SUPPORT, DISCUSS})),
        Phase("The city answers", "answer", -35, -4, NOTHING),
        Phase("Charter on the wall", "deliver", 30, 400, NOTHING),
    ),
    published=-104,
    who_may="Everybody who lives in Lindhaven, and every group that meets here",
)

EASTSIDE_BUDGET = Consultation(
    key="the-eastside-budget",
    title="The Eastside budget",
    standfirst=(
        "How would you spend €600,000 in Eastside? Ten projects, written by neighbours and costed "
        "by the city, asked for more than that. The district voted; the council has answered."
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

        ## What was decided

        Eastside pays for eight projects, from a playground to a bee meadow. Six are built as they
        were written and two in a smaller form. €504,000 of the €600,000 are committed; the €96,000
        that are left go into the next budget, in writing.

        The count had taken eight projects for €587,000. One of those is not built, the rain gardens on
        Kessel Road, because the gas main under them is renewed first. What that set free went to
        the next on the list, the community kitchen. The repair café came after it and is not built
        either: the depot has one exit too few. The bicycle roof and the fountains shrink for reasons
        that lie with the province.
    """),
    themes=("sustainable-regeneration",),
    place="eastside",
    departments=("eastside-office", "parks", "streets"),
    promise=Promise(
        who_decides="You do; the district council of Eastside carries out what the count says.",
        what_happens="The council may refuse a winning project only for a reason in law or in the ground.",
        answer_by=-42,
        threshold=0,
    ),
    phases=(
        Phase("Proposals", "propose", -160, -125, frozenset({PROPOSE, SUPPORT, DISCUSS})),
        Phase("Discussion", "discuss", -124, -96, frozenset({SUPPORT, DISCUSS})),
        Phase("Vote", "vote", -95, -74, frozenset({VOTE})),
        Phase("The city answers", "answer", -73, -42, NOTHING),
        Phase("Carried out", "deliver", -41, 290, NOTHING),
    ),
    published=-166,
    who_may="Everybody aged 14 and over who lives in Eastside",
)

HOME_AND_BACK = Consultation(
    key="to-work-and-home-again",
    title="To work and home again",
    standfirst=(
        "Two shifts in five begin or end when no tram runs. What would make the way to work "
        "shorter, cheaper or less lonely? City and province asked together, and have decided."
    ),
    body=prose("""
        Saint Odile Hospital, the cold store and the bakeries together employ 3,400 people whose
        working day touches the hours between midnight and five. Most drive, alone. Those who
        cannot drive pay a taxi, or turn the job down.

        This was the first question that the city and the Province of Marrow asked together. The
        province runs the trams, so an answer from the city alone would have been a polite letter.

        ## What was decided

        Of five proposals three had enough support to be owed an answer. One was agreed, one agreed
        in part, one refused, the last of them three days late. The other two are kept for
        the timetable talks in spring, and their authors know the date. The first night buses have
        been running since last month, and passengers are counted.
    """),
    themes=("economic-development", "new-urban-economies"),
    place="province-of-marrow",
    departments=("marrow-mobility", "streets", "buildings"),
    promise=Promise(
        who_decides="The city council and the provincial executive, each for what it pays.",
        what_happens="Both answer each proposal together, with one signature from either side.",
        answer_by=-152,
        threshold=40,
    ),
    phases=(
        Phase(
            "Proposals and discussion",
            "propose",
            -250,
            -205,
            frozenset({PROPOSE, SUPPORT, DISCUSS}),
        ),
        Phase("The city answers", "answer", -204, -152, NOTHING),
        Phase("Carried out", "deliver", -151, 60, NOTHING),
    ),
    published=-256,
    who_may="Everybody who lives or works in the Province of Marrow",
    feeds="The province’s timetable for the coming year",
)
