"""What was said about the projects of “The Eastside budget”, before the vote."""

from .said import ask, con, pro, reply

EASTSIDE_BUDGET = (
    pro(
        "playground-for-every-child",
        "marta-kowal",
        -150,
        """My son watches other children swing. That is all he can do there now.""",
    ),
    con(
        "playground-for-every-child",
        "viktor-hlavaty",
        -137,
        """The first plan was €48,000. Ramps and special swings for how many children, eleven? I feel mean
        writing it, but somebody should ask.""",
        reply(
            "parents-of-linden-park",
            -134,
            """Ask away. Eleven in wheels, forty with prams, and two hundred grandparents who cannot climb
            a ladder after a toddler.""",
        ),
    ),
    ask(
        "playground-for-every-child",
        "chiara-lombardi",
        -118,
        """Does the quiet corner have a gate that shuts? Mine runs when it is loud, and the pond is near.""",
    ),
    con(
        "roof-for-bicycles",
        "henk-timmer",
        -146,
        """The station is the province’s. Why do we pay for its roof?""",
    ),
    pro(
        "roof-for-bicycles",
        "aoife-kearney",
        -133,
        """I have bought three bicycles, all of them this one, back, from the same man at the flea market.""",
    ),
    ask(
        "roof-for-bicycles",
        "britt-hagen",
        -112,
        """Is there room for cargo bikes, or only for the thin kind that fits an architect’s drawing?""",
    ),
    pro(
        "canal-path-lights",
        "olena-kovalchuk",
        -144,
        """I telephone my sister while I walk there. She is not at home then; I just talk.""",
    ),
    con(
        "canal-path-lights",
        "friends-of-the-canal",
        -141,
        """Nine kinds of bat hunt along that water. Amber is less bad for them than white; darkness is
        better than amber.""",
        reply(
            "sofia-almeida",
            -138,
            """Off from one to five, and none on the far bank. That is as far as I can go and still get
            home.""",
        ),
    ),
    pro(
        "benches-mill-street",
        "jurgen-pohl",
        -143,
        """From the stop to the clinic I need eleven rests, and there are two window sills.""",
    ),
    con(
        "benches-mill-street",
        "silvia-conti",
        -130,
        """Under my window there was such a bench. It was loved by pensioners until six and by a sound
        system from then on.""",
    ),
    pro(
        "fountains-tram-stops",
        "samuel-boateng",
        -129,
        """I run the lower school’s football. Twenty-two thirsty children and a kiosk owner who has just
        bought a boat.""",
    ),
    con(
        "fountains-tram-stops",
        "cees-van-dam",
        -122,
        """From November to March they are shut off and somebody has to drain, flush and sample each:
        €900 a head, every year, forever.""",
    ),
    pro(
        "free-swimming",
        "fatou-diallo",
        -121,
        """I learned at thirty, in the shallow end, between toddlers. It was worth every stare, but sooner is
        better.""",
    ),
    con(
        "free-swimming",
        "greet-peeters",
        -117,
        """Free for under-20s, and the retired woman with €1,050 a month pays five forty? Make it a euro
        for everybody in those hours.""",
    ),
    pro(
        "rain-gardens-kessel",
        "radka-stoyanova",
        -131,
        """If the water stays in Henk’s irises it does not come down to me. I am the next house below.""",
    ),
    pro(
        "school-kitchen",
        "amina-yusuf",
        -128,
        """In Mogadishu we cooked for forty without four stoves. With four stoves I cook for the street.""",
    ),
    con(
        "school-kitchen",
        "luc-marchand",
        -116,
        """There is a kitchen in the parish hall, two hundred metres on, which is used on Sundays. Ask the
        priest before you buy ovens.""",
    ),
    pro(
        "repair-cafe-depot",
        "ruben-adler",
        -126,
        """They fixed our paper cutter with the spring of a pram. It cuts straighter than when it was new.""",
    ),
    ask(
        "repair-cafe-depot",
        "kade-bicycle-works",
        -115,
        """Do you intend to do bicycles? I would send you my squeaking bells and keep the rest.""",
    ),
    con(
        "bee-meadow",
        "pavel-toman",
        -127,
        """I am the man in the ear protectors. Mowing once means hay, and hay on a ring road means
        somebody has to fetch it at night with a lane closed.""",
        reply(
            "benno-fuchs",
            -125,
            """A shepherd from Highmere would come with sixty sheep. She says that she has done
            motorways.""",
        ),
    ),
)
