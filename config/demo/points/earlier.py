"""What was said in the consultations that have closed: shared rooms, and the way to work."""

from .said import ask, con, pro, reply

SHARED_ROOMS = (
    pro(
        "five-people-are-enough",
        "khadija-amrani",
        -90,
        """Our reading group is three neighbours and two colleagues from Marrow. We read on the
        stairs, in order of age, oldest nearest the radiator.""",
    ),
    con(
        "five-people-are-enough",
        "harbour-choir",
        -76,
        """We have statutes because somebody has to pay when the piano is scratched. Two telephone numbers
        are switched off faster than a society is dissolved.""",
    ),
    ask(
        "five-people-are-enough",
        "corinne-lavaur",
        -70,
        """What about five people who want a room to collect for a party, in the political sense? I sit for
        one and would rather the rule were clear before I ask.""",
    ),
    pro(
        "key-box",
        "sven-bergqvist",
        -84,
        """I relieve Abdel when he is ill. Yoga people are lovely, but they say goodbye for forty
        minutes.""",
    ),
    con(
        "key-box",
        "grete-holm",
        -72,
        """When my daughter’s group flooded the washroom it was the caretaker who knew where the tap was.
        A box knows nothing.""",
        reply(
            "abdel-touati",
            -71,
            """I will paint the taps red, and an arrow on the floor. The washroom was my fault in any
            case.""",
        ),
    ),
    pro(
        "free-for-neighbours",
        "mila-rozman",
        -75,
        """Paid €52 an hour for my grandmother’s ninetieth. The week after, in the same hall, a sect got it for
        fourteen.""",
    ),
    con(
        "free-for-neighbours",
        "studio-ropewalk",
        -66,
        """Free is what everyone books and nobody cancels. Five euros, given back when you turn up,
        would keep the list honest.""",
    ),
    ask(
        "as-you-found-it",
        "hanne-vos",
        -58,
        """Schools and Buildings asks: who looks at 4,000 pictures a year? Would it be enough to keep
        them for a week and look when something is reported?""",
        reply(
            "harbour-choir",
            -56,
            """Quite enough. In our experience the camera does the sweeping.""",
        ),
    ),
    pro(
        "one-cupboard-each",
        "ivo-marek",
        -68,
        """I am the hernia.""",
    ),
    con(
        "one-cupboard-each",
        "eastside-school",
        -60,
        """Six groups, six cupboards, and the fire escape of our hall is 4.2 metres wide. We measured:
        there is room for four.""",
    ),
    pro(
        "quiet-after-ten",
        "bogdan-munteanu",
        -67,
        """My shift begins at three. By ten I am either asleep or composing a letter.""",
    ),
    con(
        "quiet-after-ten",
        "paloma-reyes",
        -55,
        """Salsa before ten is gymnastics. If one letterbox in eleven can move us to a Tuesday there will be
        no group that lasts until spring.""",
    ),
    pro(
        "no-in-writing",
        "mehmet-kaya",
        -64,
        """We had our no from an answering machine that was full.""",
    ),
    ask(
        "one-unbooked-room",
        "hilde-claessens",
        -50,
        """Who makes the first pot of tea? In my experience that decides everything else.""",
    ),
)

HOME_AND_BACK = (
    pro(
        "night-buses",
        "bakery-three-ovens",
        -243,
        """Two apprentices turned us down over the journey alone. We would put the timetable up beside the
        ovens.""",
    ),
    con(
        "night-buses",
        "fritz-ackermann",
        -238,
        """An empty bus at two is a very large taxi. Start with three lines and see who gets on.""",
    ),
    pro(
        "night-buses",
        "saint-odile-hospital",
        -229,
        """Of 212 colleagues on nights, 70 told our works council that they would apply for more
        shifts if there were a way home.""",
    ),
    con(
        "market-hall-makers",
        "market-traders-guild",
        -226,
        """Twelve euros a day under a roof, while we pay as much in the rain. One city, one price, and then
        you are welcome.""",
    ),
    ask(
        "market-hall-makers",
        "elif-demir",
        -222,
        """Has anybody been up to look at the trusses? I was, for the gramophone’s owner, and came down more
        quietly than I went.""",
    ),
    con(
        "parking-for-carers",
        "cyclists-of-the-marrow-valley",
        -224,
        """Each free card is a space that the next carer will look for. Short loading bays near the homes
        of the cared-for would help all 320.""",
    ),
    pro(
        "parking-for-carers",
        "northbank-elders-table",
        -219,
        """Mine arrives out of breath and leaves at a run. In between she is the best part of my day.""",
    ),
    pro(
        "lamp-at-last-stop",
        "tomasz-wrona",
        -214,
        """I would rent that kiosk. I am awake anyway, and I have opinions about tea.""",
    ),
)
