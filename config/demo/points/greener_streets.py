"""What people said about the proposals to “Greener streets”."""

from ..shapes import Hiding
from .said import ask, con, pro, reply

GREENER_STREETS = (
    pro(
        "shade-for-the-square",
        "ines-cardoso",
        -68,
        """My mother is 81 and has stopped coming to the market since the summer before last. She says the
        square hurts.""",
    ),
    con(
        "shade-for-the-square",
        "jonas-maas",
        -66,
        """Leaves block the drains every November and I slip on them with my crates. Who sweeps, and
        who pays for it?""",
        reply(
            "ilse-brandt",
            -52,
            """Parks: two more sweeping rounds in November, €3,100 a year, are in the costing.""",
        ),
        reply(
            "jonas-maas",
            -50,
            """Two rounds in October as well, planes drop early. Otherwise I am nearly with you.""",
        ),
    ),
    pro(
        "shade-for-the-square",
        "tadeusz-malik",
        -42,
        """Sails this May, trees for our children. It is the first plan for the square that does both.""",
        earlier="Sails this April, trees for our children.",
    ),
    con(
        "shade-for-the-square",
        "mirela-ionescu",
        -41,
        """€212,000 is the whole playground budget of Northbank. We have no shade there either.""",
    ),
    pro(
        "shade-for-the-square",
        "anneke-de-wit",
        -38,
        """The school choir sang here in June and two children fainted. Please.""",
    ),
    con(
        "shade-for-the-square",
        "market-traders-guild",
        -35,
        """Pitches 4 to 9 are the corner pitches. Whoever moves by four metres moves from the street to
        the back row; we want the rent to move with them.""",
        reply(
            "amara-osei",
            -33,
            """Agreed, and I have asked for it to be written down before the digging starts.""",
        ),
    ),
    ask(
        "shade-for-the-square",
        "rosalie-kern",
        -34,
        """Why plane trees? I have asthma, and the fluff in May is like breathing a blanket.""",
        reply(
            "ilse-brandt",
            -31,
            """From the Parks department: field maple and hop hornbeam would do on this soil. The kind of tree is open
            until the planting plan is drawn, and you will be asked.""",
        ),
    ),
    ask(
        "shade-for-the-square",
        "kaspar-lund",
        -30,
        """Where does the big wheel go at the autumn fair? It needs a circle of 22 metres and has stood
        on that spot since my grandfather threw up there.""",
    ),
    con(
        "shade-for-the-square",
        "gianni-russo",
        -27,
        """The sails are for one man. Old V. from pitch 7, the green door on Tolhuis Lane, has wanted
        shade for his cheese for years and never paid for anything.""",
        hidden=Hiding(
            -26,
            "noor-haddad",
            4,
            "personal-data",
            "The point describes a private person by initial, pitch and front door, so that neighbours "
            "know who is meant and where he lives.",
            "House rule 4 keeps private people out. What the point says about the sails breaks no rule.",
            reported="It says where my father lives.",
        ),
    ),
    pro(
        "shade-for-the-square",
        "hotel-lockkeeper",
        -24,
        """Guests photograph the square at nine in the morning and flee it by eleven. A hotel has an
        interest here, declared herewith.""",
    ),
    con(
        "shade-for-the-square",
        "bruno-salvi",
        -19,
        """Sails on lamp posts in a west wind: the pole takes about 900 kilos sideways. Ours are from 1968.
        Ask an engineer before the first gale does.""",
        reply(
            "karim-bell",
            -15,
            """Streets: we did, after your note. Eight of the fourteen posts need a new foot, which adds
            €11,400. It is in the sum now.""",
        ),
    ),
    ask(
        "shade-for-the-square",
        "agnes-farkas",
        -14,
        """Will there be benches with backs under them, or those blocks on which only skateboards
        are comfortable?""",
    ),
    pro(
        "shade-for-the-square",
        "northbank-elders-table",
        -13,
        """We tried it out. On a Wednesday in August eleven of us crossed the square at noon with a
        thermometer, a folding chair and a nurse. From Town Hall to the fountain is 94 metres; it took
        us nine minutes, and Gerda sat down twice on her own shopping. In the arcade it was 27 degrees,
        by the cheese stall 41, on the iron bench so hot that the nurse forbade it. We are not against
        waiting for trees. We have simply less time for it than you.""",
    ),
    pro(
        "kessel-road-drinks",
        "maarten-smit",
        -63,
        """Three floods, two carpets, one piano. I play the trumpet now.""",
    ),
    con(
        "kessel-road-drinks",
        "second-spring-clothes",
        -61,
        """People bring us their clothes by car, in bags. Without the spaces outside number 112 they will
        take them to the container on the ring road, and that goes to who knows where.""",
        reply(
            "radka-stoyanova",
            -57,
            """Two loading bays, right by your door, are on the drawing since last week.""",
        ),
    ),
    con(
        "kessel-road-drinks",
        "cees-van-dam",
        -55,
        """I clean drains for the city. The pipe under Kessel Road is the size of a dinner plate; beds on
        top are a plaster on a broken leg. Replace the pipe.""",
        reply(
            "stelian-dobre",
            -49,
            """Water and Drains: both of you are right. A larger pipe is planned for the year after
            next at €2.9 million, and would still overflow without the beds.""",
        ),
    ),
    ask(
        "kessel-road-drinks",
        "irena-horvat",
        -44,
        """My father parks with a blue badge outside number 61. Is his space one of the 38?""",
    ),
    pro(
        "kessel-road-drinks",
        "henk-timmer",
        -22,
        """When my own eleven beds were put off because of the gas main I was cross for a week. Fourteen
        are better, so let it be Radka’s.""",
    ),
)
