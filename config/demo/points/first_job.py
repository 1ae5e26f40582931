"""What people say about the proposals to “A first job within reach”."""

from ..shapes import Hiding
from .said import ask, con, pro, reply

FIRST_JOB = (
    pro(
        "depot-workrooms",
        "ilija-savic",
        -21,
        """My nephew has been sent on four courses about writing applications. He has never been
        handed a spanner. I would drive him to the depot myself.""",
    ),
    pro(
        "depot-workrooms",
        "anneke-de-wit",
        -20,
        """I teach ninth grade at Westfield. About a third of each class thinks with its hands, and we
        make them sit on those for six hours a day.""",
    ),
    con(
        "depot-workrooms",
        "luc-marchand",
        -19,
        """Bay 2 has no heating. In January you can see your breath in there at noon; who solders in
        mittens?""",
        reply(
            "leila-marsh",
            -18,
            """True, I have tried. There are two gas radiators in bay 6 that Ruben says we can move,
            if the city checks the pipe.""",
        ),
        reply(
            "hanne-vos",
            -16,
            """Schools and Buildings: the pipe was pressure-tested last year and holds. Moving the
            radiators is about €2,800, with the certificate.""",
        ),
    ),
    con(
        "depot-workrooms",
        "brightwater-cleaning",
        -15,
        """A foreman for €31,000 serves perhaps sixty young people. With the same money you could pay
        half the bus passes on the next proposal, and those reach nine hundred.""",
        reply(
            "khadija-amrani",
            -14,
            """A pass takes you to a job you already have. The sixty are the ones without.""",
        ),
    ),
    ask(
        "depot-workrooms",
        "orla-brennan",
        -13,
        """Are girls going to feel welcome, or will it be eleven boys and a radio? One afternoon for
        women only has worked at the bicycle kitchen.""",
        reply(
            "leila-marsh",
            -12,
            """I am the girl who soldered, so yes. Thursday could be that afternoon, I will put it to the
            others.""",
        ),
    ),
    pro(
        "depot-workrooms",
        "technical-school-westfield",
        -8,
        """If the foreman’s stamped paper lists the tasks by the numbers of the trade’s own syllabus we
        can credit it against the first term. We will send the list.""",
    ),
    con(
        "depot-workrooms",
        "ragna-thorsen",
        -6,
        """I sit on the council and have voted for four such rooms in twenty years. All four opened with
        a ribbon; two closed when the one person who held them together moved away, one became a store
        for election posters. What is missing here is the sentence that says who opens the door when
        the foreman is ill. Put two names on it, pay the second one for a day a week, and you have my
        vote and, I believe, a majority. Without that I would rather buy the tram passes.""",
        reply(
            "vandermolen-joinery",
            -5,
            """My foreman’s wife taught woodwork for thirty years and has asked me why nobody
            thought of her. You may write down Trudy.""",
        ),
    ),
    ask(
        "depot-workrooms",
        "piet-oosterhuis",
        -4,
        """Who is liable when somebody puts a drill through a hand, the city, the joiner or the
        hand?""",
    ),
    con(
        "depot-workrooms",
        "kaspar-lund",
        -3,
        """It is obvious what this is. The joiner wants free hands, and everyone on Sheds Lane knows that
        his brother-in-law, the one with the red gate at number 19, drinks.""",
        hidden=Hiding(
            -2,
            "noor-haddad",
            4,
            "personal-data",
            "The point describes a relative of the joiner by street, gate and house number, and says "
            "something about his health.",
            "What is said about the joiner’s interest is argument and could stand; what leads to a "
            "private person’s door could not.",
            reported="It tells the whole street where he lives and that is not even true.",
        ),
    ),
    pro(
        "first-tram-pass",
        "danuta-gorska",
        -20,
        """I do payroll at the cold store. Four new starters last year handed in their notice before the
        first wage; the reason they gave three times was getting there.""",
    ),
    pro(
        "first-tram-pass",
        "yusuf-warsame",
        -18,
        """I borrowed the €61 from my landlord. It is not a good way to begin with a landlord.""",
    ),
    con(
        "first-tram-pass",
        "jurgen-pohl",
        -17,
        """The employer has the advantage of the employee arriving, so let the employer pay. Mine did, in
        1983, and deducted it over six months.""",
        reply(
            "tomasz-wrona",
            -16,
            """Mine would have to be asked by somebody who started last Monday. That is the difficulty.""",
        ),
    ),
    ask(
        "first-tram-pass",
        "sadia-noor",
        -15,
        """Does an apprenticeship count as a first contract? The bus company told my cousin it does
        not.""",
        reply(
            "bo-lindqvist",
            -14,
            """Work and Skills: by law it is a training agreement, so the text has to name it. We
            would word it as “first contract or training agreement”.""",
        ),
    ),
    con(
        "first-tram-pass",
        "gunnar-holt",
        -9,
        """A month is generous where the wage comes after two weeks and stingy where it comes after
        seven. Tie it to the first payslip or leave it.""",
    ),
    pro(
        "first-tram-pass",
        "marit-eide",
        -6,
        """The line about the paper pass won me. My telephone died on my first day and so would my
        ticket have.""",
    ),
    ask(
        "first-tram-pass",
        "rogier-bos",
        -2,
        """Can I hand the rest back if I lose the job in week one, or does the city then want its
        fifteen euros?""",
    ),
    pro(
        "no-unpaid-trials",
        "ksenija-babic",
        -19,
        """Peeled 40 kilos of potatoes for a caterer at the Town Hall reception. “We’ll call you.” The
        potatoes were served to the mayor.""",
    ),
    con(
        "no-unpaid-trials",
        "salt-and-rope-cafe",
        -18,
        """We are six people. A trial shift costs me a colleague who explains everything twice, so I
        already pay for it once. Two hours unpaid, with a meal, seems fair to us.""",
        reply(
            "youth-council-of-lindhaven",
            -17,
            """You do not cater for the city, so this would not touch you. But thank you for feeding
            people, eleven of ours went home hungry.""",
        ),
    ),
    con(
        "no-unpaid-trials",
        "petrescu-electrics",
        -12,
        """Who checks? I fill in 14 declarations for each tender, and the firm that lies in all of them
        is the one that wins.""",
    ),
    ask(
        "no-unpaid-trials",
        "eszter-varga",
        -11,
        """Does this cover subcontractors? The cleaning in our building goes through three names before
        it gets to the woman with the mop.""",
        reply(
            "petra-blom",
            -9,
            """Legal: it can, if the tender says “at every tier”. Without those four words it would
            stop at the first.""",
        ),
    ),
)
