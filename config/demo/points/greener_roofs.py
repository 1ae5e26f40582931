"""More of what people said about the proposals to “Greener streets”."""

from .said import ask, con, pro, reply

GREENER_ROOFS = (
    pro(
        "school-gate-trees",
        "samuel-boateng",
        -60,
        """Our class would like the tree at our gate. We are 4b, we have two watering cans and a rota.""",
    ),
    con(
        "school-gate-trees",
        "joost-hendriks",
        -53,
        """An eight-metre lime with a root ball weighs three tonnes and sulks for six years. Plant
        one of four metres and it overtakes the big one by the time the child is in secondary.""",
        reply(
            "greet-peeters",
            -51,
            """Then plant the small one and hang a sail over it until then, but hang it.""",
        ),
    ),
    ask(
        "school-gate-trees",
        "school-parents-council",
        -37,
        """At which gates is there soil at all? At four of the nineteen we know of a cable duct exactly
        where the shadow is wanted.""",
    ),
    pro(
        "plums-on-the-verge",
        "laima-petraitis",
        -59,
        """I make eleven kilos of the blue plum into jam each year and have to beg for them in Marrow.""",
    ),
    con(
        "plums-on-the-verge",
        "koen-maes",
        -54,
        """My daughter is allergic to wasp stings, the school bus stops on that verge, and September is
        when both are busiest. Plant them, but not within 50 metres of the stop.""",
        reply(
            "ottilie-brandl",
            -53,
            """Pears by the stop, then: they fall hard and are gone in a day. I will pace out the fifty
            metres tomorrow.""",
        ),
    ),
    ask(
        "plums-on-the-verge",
        "pia-lundgren",
        -29,
        """Lead? It is a road. Has somebody had the soil looked at before we feed it to grandchildren?""",
    ),
    pro(
        "rampart-car-park",
        "friends-of-the-canal",
        -58,
        """A pair of kingfishers nested in that bank until it was paved. They now live behind the
        sewage works, where nobody sends postcards from.""",
    ),
    con(
        "rampart-car-park",
        "bakery-three-ovens",
        -56,
        """On the six Saturdays you counted it rained on four. In December every one of the 84 is taken and
        our shop makes a fifth of its year.""",
        reply(
            "cyclists-of-the-marrow-valley",
            -52,
            """Two rainy, two mixed: the weather office has it. We shall count the four Saturdays of
            Advent as well and publish them, whatever they say.""",
        ),
    ),
    con(
        "rampart-car-park",
        "rik-postma",
        -45,
        """Forty fewer there means forty more going round and round Tolhuis at two kilometres an hour.""",
    ),
    ask(
        "rampart-car-park",
        "yvonne-thijs",
        -21,
        """Could the paved strip along the wall take a mobility scooter and a pram side by side? I ask
        as the scooter.""",
    ),
    pro(
        "thousand-butts",
        "britt-hagen",
        -57,
        """He did ours. It took 25 minutes, including the coffee and the lecture.""",
    ),
    con(
        "thousand-butts",
        "stelian-dobre",
        -40,
        """From Water and Drains, in sympathy: a full butt holds back nothing. It helps the tomatoes; for
        the flood you must empty it before the storm, and who does that at work?""",
        reply(
            "fritz-ackermann",
            -39,
            """A tap left open one quarter turn empties it in two days. I will print that on the lid.""",
        ),
    ),
    pro(
        "meadow-shelters",
        "solveig-dahl",
        -50,
        """Mine is the stop at Lock Bridge with the illegal meadow. There was a goldfinch on it while I
        waited for the 14, so for once I did not mind the 14.""",
    ),
    con(
        "meadow-shelters",
        "sven-bergqvist",
        -43,
        """Wet brick is 90 kilos a square metre. Those shelters were made for snow and posters, and
        the one by the depot shakes when I sneeze.""",
    ),
    pro(
        "ropewalk-summer",
        "jun-park",
        -55,
        """There are nineteen children in numbers 2 to 30. I know, because I teach all of them to swear
        less when they fall off in the corridor.""",
    ),
    con(
        "ropewalk-summer",
        "harbour-cold-store",
        -54,
        """Ice does not wait until tomorrow morning. Eleven restaurants are served by that street, four of
        them after five in the afternoon.""",
        reply(
            "mariana-costa",
            -47,
            """That is why the second version lets the ice through at any hour. Please tell me if the
            wording holds water.""",
        ),
    ),
    con(
        "ropewalk-summer",
        "barend-mulder",
        -36,
        """Tables in the middle means voices under my window until one. Give me cars; they at least go
        home.""",
    ),
    ask(
        "ropewalk-summer",
        "cato-willems",
        -20,
        """May the bridge keeper still drive in at five in the morning? If not, the boats wait for
        him on foot.""",
    ),
    pro(
        "green-cold-wall",
        "arvid-nyman",
        -49,
        """I have a bedroom opposite. Last August I measured 31 degrees at two in the morning with the window
        open, and 30 with it shut.""",
    ),
    con(
        "green-cold-wall",
        "petros-economou",
        -46,
        """A firm that saves €7,000 a year can buy its own metre of soil. The public bed belongs where
        the public has no wall to gain from.""",
    ),
    pro(
        "adopt-a-pit",
        "marguerite-duval",
        -47,
        """The lime was on my corner as well. Wilma put a black ribbon round the stump, and the city removed
        the ribbon within a day.""",
    ),
    con(
        "adopt-a-pit",
        "stefan-dragomir",
        -42,
        """With one key for every hydrant in a hundred kitchens, the first hot Sunday will empty the
        main. Lend watering carts instead.""",
    ),
    ask(
        "pale-asphalt",
        "orla-brennan",
        -41,
        """Does it glare? I drive the 6 a.m. bus due east down Station Street with the sun on my nose
        already.""",
        reply(
            "ilkka-virtanen",
            -40,
            """Less than wet black asphalt does. After two winters it is the grey of an old mouse.""",
        ),
    ),
    con(
        "pale-asphalt",
        "abdel-touati",
        -33,
        """Eleven degrees cooler and still a road. For €67,000 you can plant sixteen trees along it, and
        below those it is twenty degrees cooler.""",
    ),
    pro(
        "pond-that-floods",
        "tijs-vermeer",
        -44,
        """In September I rowed to my shed. Lower the pitch and I will give up rowing.""",
    ),
    con(
        "pond-that-floods",
        "vesna-kralj",
        -32,
        """Standing water, 300 metres from a nursery, with a gentle slope that a two-year-old finds gentle
        too. Not without a fence.""",
    ),
    ask(
        "pond-that-floods",
        "odon-szabo",
        -18,
        """Who was asked in the hockey club? I still have a key to the changing room and, I believe, a left
        shoe in it.""",
    ),
    con(
        "tram-bed-line-five",
        "emil-tichy",
        -28,
        """As a member of the council I would vote for this tomorrow, and it would mean nothing, because
        the rails are not ours. Write it to the province with a thousand names.""",
        reply(
            "pekka-rantala",
            -27,
            """Here are the first fifty-nine. Would you carry them over?""",
        ),
    ),
    pro(
        "tram-bed-line-five",
        "nadia-benali",
        -25,
        """In the tram I hear nothing, in my kitchen I hear all of it. Four decibels, I would take two.""",
    ),
)
