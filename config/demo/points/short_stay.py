"""What people say about the proposals to “Living beside short-stay flats”."""

from .said import ask, con, pro, reply

SHORT_STAY = (
    pro(
        "a-number-that-answers",
        "eleni-pappas",
        -30,
        """I let two flats and have had such a number since the start. It rang four times last year. Twice
        it was my mother.""",
    ),
    pro(
        "a-number-that-answers",
        "zeynep-aydin",
        -14,
        """The police told me not to call again about noise, they had “real emergencies”. So whom do I
        call, with a child who starts school at eight?""",
    ),
    con(
        "a-number-that-answers",
        "nikola-petrov",
        -12,
        """A number beside the bell is a number for pranksters. Put it in a sealed list that the
        residents of the house get, not the whole pub.""",
        reply(
            "marguerite-duval",
            -11,
            """Inside the front door then, by the letterboxes. I can live with that.""",
        ),
    ),
    ask(
        "a-number-that-answers",
        "raul-moreno",
        -9,
        """Half an hour from where? My cousin, who looks after three flats, lives in Marrow, and
        the last train goes at 23:10.""",
    ),
    con(
        "a-number-that-answers",
        "hedda-solberg",
        -5,
        """By the time they come, whoever sang has fallen asleep and I have not. What helps is a deposit
        that the third complaint eats.""",
    ),
    pro(
        "live-where-you-let",
        "idris-kone",
        -40,
        """Eleven letterboxes in our hall, seven with the same company sticker. Try to get a
        majority for mending the roof.""",
    ),
    con(
        "live-where-you-let",
        "milo-benedetti",
        -38,
        """I inherited my aunt’s flat and live round the corner, 200 metres. By this rule I am a
        company from far away.""",
        reply(
            "saskia-blok",
            -36,
            """You are right about round the corner. “In the same street or the next” would do for
            me.""",
        ),
        reply(
            "maud-verlinden",
            -13,
            """Housing: the register can tell us “within 300 metres” without naming anyone. We note
            that as a variant.""",
        ),
    ),
    ask(
        "live-where-you-let",
        "lucia-ferrante",
        -12,
        """Does “half of the year” mean nights slept or post received? My brother receives a great deal of
        post.""",
    ),
    con(
        "live-where-you-let",
        "hotel-lockkeeper",
        -8,
        """Those four floors employ nine cleaners and a plumber. Sell them to people who live there
        and nine people clean somewhere else.""",
    ),
    pro(
        "five-years-no-licences",
        "beatriz-fonseca",
        -37,
        """Odd to hear it from someone who lets a room, but yes. When the school loses its last
        class, the guests will have nothing left to find charming.""",
    ),
    con(
        "five-years-no-licences",
        "tadeusz-malik",
        -34,
        """A pause rewards whoever came first. The big owners have their licences and will be the
        only ones for five years: thank you, say the big owners.""",
    ),
    ask(
        "five-years-no-licences",
        "yannis-vlahos",
        -13,
        """What happens with a licence when the holder dies? My father is 84, and it is how we pay his
        carer.""",
        reply(
            "maud-verlinden",
            -11,
            """At present it lapses after six months. We could keep it for a spouse or child who moves in;
            the text would have to say so.""",
        ),
    ),
    con(
        "five-years-no-licences",
        "ines-cardoso",
        -7,
        """They will let without one. In 2022 we had 611 on paper and at least 90 in the back yards;
        count those before you close the front door.""",
    ),
    pro(
        "rooms-without-licence",
        "agnes-farkas",
        -32,
        """Bea’s cyclists carried my shopping up in March. I propose a by-law in favour of Bea.""",
    ),
    con(
        "rooms-without-licence",
        "tenants-union-old-town",
        -29,
        """We like Bea too. But “a room in my home” is what all the adverts say, for flats in which no
        toothbrush has been seen for years. No licence means no address to knock at.""",
        reply(
            "beatriz-fonseca",
            -27,
            """You may look at my toothbrush. A line in the register with the address would be that door.""",
        ),
    ),
    ask(
        "rooms-without-licence",
        "dariusz-pawlak",
        -10,
        """How many rooms can be spare before it is a hotel? I say two. My neighbour says six, and counts
        the bath.""",
    ),
    con(
        "rooms-without-licence",
        "georges-lambert",
        -6,
        """I let a room to students for twenty years, until the night guests paid three times as
        much. Free that market and tell me where a student sleeps.""",
    ),
    pro(
        "tax-for-the-cleaners",
        "olena-kovalchuk",
        -33,
        """I start at the station hotel and finish on Rampart Walk. On a heavy day that is three trips,
        and a third trip is not in the weekly ticket.""",
    ),
    con(
        "tax-for-the-cleaners",
        "anton-reiter",
        -28,
        """A tax should go where the damage is. Guests wear out paving, bins and patience; the pass is a
        matter between employer and employee.""",
    ),
    con(
        "tax-for-the-cleaners",
        "hotel-lockkeeper",
        -14,
        """We pay our people’s passes already, all seven. Under this plan the tax my guests pay would buy
        the passes of my competitors’ staff.""",
        reply(
            "nadia-benali",
            -13,
            """Then you would save seven passes. And you could tell the others how you manage.""",
        ),
    ),
    ask(
        "tax-for-the-cleaners",
        "aylin-celik",
        -4,
        """Would someone without papers in order get the pass? Half of the linen bags are carried by
        them, and you all know it.""",
    ),
    pro(
        "empty-pays-more",
        "liv-amundsen",
        -29,
        """Number 30 has had the same calendar in the window since 2017. It is a nice calendar,
        Alps.""",
    ),
    con(
        "empty-pays-more",
        "wilma-hartog",
        -26,
        """My late sister’s flat stood empty for two years because three of us could not bear to clear it.
        Grief is not speculation.""",
        reply(
            "anton-reiter",
            -25,
            """I am sorry. Would a form with one box, “bereavement”, and nobody asking further, be
            bearable?""",
        ),
    ),
    con(
        "empty-pays-more",
        "oskar-lehto",
        -14,
        """Speaking as the tax office’s man, and signed as such: the meters show use, not people. A timer
        and a lamp cost €9, and the tax would teach many to buy one.""",
    ),
    pro(
        "quiet-suitcases",
        "ottilie-brandl",
        -30,
        """I push a walking frame over those cobbles to see my sister. It arrives before my teeth do.""",
    ),
    con(
        "quiet-suitcases",
        "city-archives",
        -24,
        """The paving of Lantern Street is from 1784 and listed. Sawn granite slabs with the same stone,
        as in front of our door, are as smooth and would pass the heritage board.""",
        reply(
            "dariusz-pawlak",
            -22,
            """Granite then! I am not married to asphalt.""",
        ),
    ),
    con(
        "quiet-suitcases",
        "marguerite-duval",
        -15,
        """Make it comfortable and more of them will come. The cobbles are the last neighbours
        we have who defend us.""",
    ),
    pro(
        "share-by-street",
        "fergus-doyle",
        -25,
        """I have seldom read a proposal by somebody who could lose by it. That alone makes
        me want to believe the arithmetic.""",
    ),
    con(
        "share-by-street",
        "hotel-lockkeeper",
        -10,
        """Drawing lots sounds fair until you are the one who put in a bathroom. Four hosts on Lantern
        Street have borrowed against their licences, one of them from my own bank, whose manager is not
        a sentimental man. If a quota must come, let the number shrink only when a licence falls
        vacant, and publish the queue. It takes longer; six years, by my reckoning. Nobody loses a
        house over it, and the rest of us have time to stop being rude to each other on the stairs.""",
    ),
    con(
        "share-by-street",
        "casper-broekman",
        -23,
        """Guests do not stop at the corner. With one in twelve everywhere, the quiet lanes get what
        only Lantern Street has today: justice, and no sleep for anyone.""",
    ),
    ask(
        "share-by-street",
        "petra-blom",
        -13,
        """Legal asks back: would you draw lots among licences that are still running, or only when they
        expire? The first needs compensation, the second takes until the year after next.""",
        reply(
            "lucia-ferrante",
            -12,
            """Only when they expire. I would rather wait than pay each other’s lawyers.""",
        ),
    ),
    pro(
        "hosts-code",
        "jarmila-novotna",
        -22,
        """The chirping alarm is above my bed. I took the battery out in the end, like everybody, and
        that is precisely the problem.""",
    ),
    con(
        "hosts-code",
        "eleni-pappas",
        -20,
        """A second way out of a house from 1690 is a hole in the neighbour’s. Good alarms, linked, and
        oiled hinges would do nine tenths of it for €400.""",
    ),
    ask(
        "hosts-code",
        "piet-oosterhuis",
        -3,
        """Do we who live in such a house all year burn less well than guests do? Why not the same rules
        for every staircase?""",
    ),
)
