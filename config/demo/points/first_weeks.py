"""More of what people say about the proposals to “A first job within reach”."""

from .said import ask, con, pro, reply

FIRST_WEEKS = (
    pro(
        "one-form",
        "simon-hruby",
        -17,
        """I am one of those who read the nine forms, and I beg you. We ask for a fax number because nobody dares
        delete the field.""",
    ),
    con(
        "one-form",
        "agata-nowicka",
        -15,
        """With nine letters I could be a different person nine times. One page for forty firms means one
        bad sentence reaches all of them.""",
    ),
    ask(
        "one-form",
        "fergus-doyle",
        -12,
        """Would a firm in Marrow be able to join? Half my class ends up there anyway.""",
        reply(
            "bo-lindqvist",
            -10,
            """Nothing stands against it: the province pays half. Three firms there have already asked
            us the same.""",
        ),
    ),
    pro(
        "evening-childcare",
        "amina-yusuf",
        -17,
        """I did the care course with my son asleep under the table in a drawer, a real one, from the
        filing cabinet. He is fine. I would not recommend it.""",
    ),
    con(
        "evening-childcare",
        "wout-dekker",
        -16,
        """A toddler at nine in the evening belongs in bed. Move the course to the morning and you need
        neither rooms nor carers.""",
        reply(
            "grete-holm",
            -15,
            """The teachers weld for a living until five. I asked for mornings first.""",
        ),
    ),
    ask(
        "evening-childcare",
        "julie-sorensen",
        -7,
        """What happens if the mother of one of the sixteen is stuck on a late tram at nine? Somebody
        has to stay, and I want that somebody paid.""",
    ),
    pro(
        "library-until-ten",
        "hanna-korhonen",
        -14,
        """I revise in the laundrette. It is warm, and after 40 minutes somebody else’s tumble
        dryer ends and you lose your chair.""",
    ),
    con(
        "library-until-ten",
        "georges-lambert",
        -13,
        """Open the school instead! It has desks of the right height, and the lights are on for the
        cleaners until eleven as it is.""",
    ),
    pro(
        "four-trades-week",
        "petrescu-electrics",
        -13,
        """Took six pupils for a morning last year by way of experiment. Five were bored; the sixth has
        turned up every Saturday since and wires better than I do.""",
    ),
    con(
        "four-trades-week",
        "helga-ritter",
        -11,
        """My practice is asked to host pupils by the school, the chamber, the rotary and now by this.
        Before inventing a fifth week, merge the four.""",
    ),
    pro(
        "one-euro-bays",
        "lotte-jansen",
        -12,
        """I rent 14 square metres with mould for €390 and have turned down two orders because the
        machine does not fit through the door.""",
    ),
    con(
        "one-euro-bays",
        "market-traders-guild",
        -10,
        """Our members pay €12 a day for three metres of wind. One euro a month for a bay with a roof is a
        joke at their expense, even for the young.""",
        reply(
            "ruben-adler",
            -9,
            """Fair. I would take “one euro in the first year, half the market rent in the third”.""",
        ),
    ),
    ask(
        "one-euro-bays",
        "stanka-dimova",
        -5,
        """Is the roof over bays 4 to 9 the same roof that could carry only twelve market stalls? Somebody
        at Town Hall must have that drawing.""",
        reply(
            "hanne-vos",
            -4,
            """It is the neighbouring one, from 1931 and in better steel. The drawing will be under
            “papers” by Friday.""",
        ),
    ),
    pro(
        "night-school-harbour",
        "omar-said",
        -10,
        """Rated capacity! I lost the exam on those two words. I thought it was about salary.""",
    ),
    ask(
        "night-school-harbour",
        "kirsten-bakke",
        -8,
        """Twelve people around one table and twelve mother tongues: in which of them do you explain the
        first lesson?""",
    ),
    pro(
        "hospital-trial-weeks",
        "jolanta-wilk",
        -11,
        """I started on ward 5 without anybody to ask, cried in the linen room, and stayed by accident.
        A named colleague is worth more than the €480.""",
    ),
    con(
        "hospital-trial-weeks",
        "tarek-mansour",
        -10,
        """The hospital has a budget of 140 million. It can find nineteen thousand without the
        youth fund, say in the car park.""",
    ),
    ask(
        "hospital-trial-weeks",
        "ciara-moran",
        -6,
        """I am 24 and use a wheelchair. Which of the wards, the laundry and the kitchen can I get into
        without being carried?""",
    ),
    pro(
        "tool-library",
        "dragan-ilic",
        -8,
        """First week, I used a chair leg as a mallet. The journeyman never called me by my name
        after that. It was Chairleg for three years.""",
    ),
    con(
        "tool-library",
        "florin-stanciu",
        -7,
        """Lent tools come back like lent books, with a corner missing. Give each of them a voucher, they
        will look after what is theirs.""",
    ),
    pro(
        "licence-beyond-the-bus",
        "selma-hodzic",
        -8,
        """The 18:40 is why I turned down the packing line. Eleven minutes by car, two hours and a
        field on foot.""",
    ),
    con(
        "licence-beyond-the-bus",
        "cyclists-of-the-marrow-valley",
        -7,
        """€2,300 is one electric bicycle with lights, a helmet and a decade of new tyres. The estate is
        8 km away and flat as a plate.""",
        reply(
            "kwame-asante",
            -6,
            """In November, on a road with lorries and no path, you first. I will hold your coat.""",
        ),
    ),
    pro(
        "first-day-call",
        "thea-winkler",
        -6,
        """I would have rung to ask if one may open a window. Seven weeks I sat beside that
        window.""",
    ),
    ask(
        "first-day-call",
        "bartosz-zielak",
        -5,
        """What do the volunteers do when somebody rings who is being treated badly, I mean really
        badly? Do they know where to send them?""",
    ),
    con(
        "first-day-call",
        "ulla-makinen",
        -3,
        """That is what older colleagues are for. If a firm has none who will tell a beginner where
        the canteen is, a hotline will not mend it.""",
    ),
    pro(
        "pay-on-the-advert",
        "silvia-conti",
        -5,
        """I sort these adverts for a living. The ones with a figure get three times as many answers and a
        third of the questions.""",
    ),
    con(
        "pay-on-the-advert",
        "kade-bicycle-works",
        -4,
        """I pay by what somebody can do, and find that out in the workshop. Print a number and I get
        people who came for the number.""",
    ),
    pro(
        "borrowed-jacket",
        "elke-baumann",
        -3,
        """The navy suit with the thin stripe was my husband’s. If it ever goes to an interview, please
        tell it to stand up straight.""",
    ),
    con(
        "borrowed-jacket",
        "pavel-toman",
        -2,
        """Teach employers to look at people without a jacket. I was turned down in a very good one.""",
    ),
    pro(
        "bakery-at-nine",
        "rosalie-kern",
        -3,
        """Warm bread at four in the afternoon. I have nothing to add, I am already standing outside.""",
    ),
    con(
        "bakery-at-nine",
        "jarmila-novotna",
        -2,
        """And my rolls at half past six? Nurses and tram drivers have breakfast as well, before all you
        gentlemen with social lives.""",
    ),
    ask(
        "archive-summers",
        "casper-broekman",
        -6,
        """Do the ten get to sign their captions? I would like to know in 2070 who decided that this was my
        grandmother.""",
    ),
    con(
        "desk-for-a-skill",
        "thierry-moulin",
        -4,
        """Two hours of work a week for a chair is still work without pay, however good the coffee. Read
        the proposal of the Youth Council and then this one.""",
    ),
)
