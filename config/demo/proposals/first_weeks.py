"""More proposals to “A first job within reach”: what firms and neighbours would lend."""

from ..shapes import Proposal, Withdrawal, once

FIRST_WEEKS = (
    Proposal(
        key="hospital-trial-weeks",
        consultation="a-first-job-within-reach",
        author="saint-odile-hospital",
        title="Paid trial weeks at the hospital",
        place="northbank",
        where="Saint Odile Hospital, wards 3 to 7, laundry and kitchen",
        helps=("jobs-for-young-people", "demographic-decline"),
        supporters=66,
        versions=once(
            -13,
            """
            The hospital is short of 61 people today, most of them not doctors. We lose one in three
            new colleagues within the first month, usually because nobody had told them what a ward
            smells like at six in the morning.

            We offer forty trial weeks a year, paid, for people under 25, with a named colleague
            beside them on every shift. At the end both sides say yes or no, and a no costs nobody
            anything.

            From the city we need two things: the wage for that one week, €480, and somebody at the
            youth counter who rings us rather than sending a link.
            """,
        ),
    ),
    Proposal(
        key="archive-summers",
        consultation="a-first-job-within-reach",
        author="city-archives",
        title="Summer jobs at the city archives",
        place="old-town",
        where="City Archives, Tolhuis Lane, the cool cellar",
        helps=("jobs-for-young-people",),
        supporters=21,
        versions=once(
            -11,
            """
            We have 11,400 photographs of Lindhaven without a caption, a cellar at a steady sixteen
            degrees, and every July a queue of teenagers outside who would like to be anywhere cool.

            Six weeks, ten young people, €12.80 an hour. They scan, they walk the streets with a
            print in their hand and ask older residents who that was, and they write the caption.
            Whoever has done it can look up, describe and file, three verbs that half of
            all office adverts ask for in longer words.

            The archive can carry the supervision. It cannot carry the wages, some €29,000.
            """,
        ),
    ),
    Proposal(
        key="tool-library",
        consultation="a-first-job-within-reach",
        author="vandermolen-joinery",
        title="Tool library for first-year apprentices",
        place="depot-yard",
        where="A container behind Vandermolen Joinery, or wherever there is a lock",
        helps=("jobs-for-young-people", "new-urban-economies"),
        supporters=46,
        versions=once(
            -10,
            """
            A first-year needs a set: chisels, plane, square, drill, boots. Decent ones come to about
            €700. Some of my apprentices’ families pay that in one go. Some pay it off until
            Easter and the boy says he left the drill at home.

            Lend the set for the first year. If he stays, he buys it for half. If he stops,
            it comes back and I sharpen it. Thirty sets would do for all of Lindhaven, €21,000 once
            and perhaps four thousand a year.

            I declare that I sell furniture, not tools.
            """,
        ),
    ),
    Proposal(
        key="desk-for-a-skill",
        consultation="a-first-job-within-reach",
        author="studio-ropewalk",
        title="Rent a desk, teach a skill",
        place="ropewalk",
        where="Studio Ropewalk and any other shared office that wants to join",
        helps=("new-urban-economies", "social-innovation"),
        supporters=27,
        versions=once(
            -8,
            """
            Nine of our thirty desks are empty on an average day. A young person gets one for three
            months, with heating, printer and the good coffee, and pays in kind: two hours a week of
            something they can already do, for the neighbourhood.

            Filming the football club, fixing grandmothers’ telephones, correcting a menu in
            Polish. We would keep the list. So far it runs on trust with two people, and one of
            them has since been hired by the desk opposite.

            We want no money for the desks. We ask the city to insure the guests and to let us
            put up a poster at the youth counter.
            """,
        ),
    ),
    Proposal(
        key="licence-beyond-the-bus",
        consultation="a-first-job-within-reach",
        author="kwame-asante",
        title="A driving licence for those the bus forgets",
        place="brickfields",
        where="Brickfields and the villages on the 31 up to Highmere",
        helps=("jobs-for-young-people",),
        costs=("depletion-of-natural-resources",),
        supporters=35,
        versions=once(
            -9,
            """
            Look at the 31. Last one back from the industrial estate 18:40, Sundays none. Then look
            at the adverts: “own transport”. In Brickfields those two things together mean stay
            home.

            A licence costs around €2,300 now. Lend it. No interest, paid back at €40 a
            month once there is work, forgiven after three years in the same job. A fund of €115,000
            would get fifty people going every year, and comes back round.

            Yes it puts cars on the road. Bring me a bus at 22:15 and I withdraw this with pleasure.
            """,
        ),
    ),
    Proposal(
        key="first-day-call",
        consultation="a-first-job-within-reach",
        author="khadija-amrani",
        title="Somebody to ring on the first day",
        place="eastside",
        where="By telephone; twenty volunteers, a desk at the youth counter",
        helps=("jobs-for-young-people", "social-innovation"),
        supporters=61,
        versions=once(
            -7,
            """
            On my first day I hid in the toilet for twenty minutes because I did not know whether
            one eats in the canteen or at the desk. I had a degree.

            Everyone who starts a first job here could get a number that a real person answers in
            the first two weeks, mornings from six. They have been there a year longer than you.
            They can tell you what gross means, that you may ask for the payslip, and that the
            foreman shouts at everybody.

            Twenty volunteers, trained over two Saturdays; one half-time post to hold it together. I
            would be the first of the twenty.
            """,
        ),
    ),
    Proposal(
        key="pay-on-the-advert",
        consultation="a-first-job-within-reach",
        author="ivo-marek",
        title="Put the pay on the job advert",
        place="lindhaven",
        where="The city’s own adverts and the public job board",
        helps=("jobs-for-young-people", "social-polarisation"),
        supporters=58,
        versions=once(
            -6,
            """
            “Competitive salary.” Compared with what? I took two trains to an interview in the
            Harbour to learn that it was €310 a month, for something called a traineeship.

            The city runs the job board, so the city sets its rules: no figure, no advert. A
            range is fine if the top is not more than a third above the bottom. Same for the 70 or
            so posts that Town Hall itself advertises each year.

            Costs nothing. Annoys the right people.
            """,
        ),
    ),
    Proposal(
        key="borrowed-jacket",
        consultation="a-first-job-within-reach",
        author="second-spring-clothes",
        title="An interview wardrobe on Kessel Road",
        place="kessel-road",
        where="Second Spring Clothes, Kessel Road 112, back room",
        helps=("jobs-for-young-people", "new-urban-economies"),
        supporters=24,
        versions=once(
            -5,
            """
            We are a second-hand shop, so read this knowing that. People hand in suits that were
            worn to one wedding. Others come in the day before an interview and look at the price
            tag first.

            We would keep a rail of sixty outfits, every size, shoes included, to borrow for three
            days against nothing but a name. Cleaning is €9 a time, and that is what we ask the
            city to pay: five thousand a year at the most. The mirror and the compliments are on the
            house.
            """,
        ),
    ),
    Proposal(
        key="bakery-at-nine",
        consultation="a-first-job-within-reach",
        author="bakery-three-ovens",
        title="A bakery shift that starts at nine",
        place="market-quarter",
        where="Bakery Three Ovens, and the other four bakeries in the Old Town",
        helps=("jobs-for-young-people", "economic-development"),
        supporters=31,
        versions=once(
            -4,
            """
            We start at half past two at night. Nobody under twenty-five has applied since 2021, and I
            do not blame them.

            With slow dough you can bake from nine in the morning and sell the best bread at
            four, when people walk home. It wants a cold room per bakery, about €14,000, and a baker
            who is willing to explain it to people who have eaten breakfast at seven since 1968.

            If the city lends the money for five cold rooms we five promise two training places each.
            That is ten young bakers with a social life.
            """,
        ),
    ),
    Proposal(
        key="coffee-at-the-counter",
        consultation="a-first-job-within-reach",
        author="milo-benedetti",
        title="Free coffee at the youth counter",
        place="market-quarter",
        where="Town Hall, ground floor, counter 7",
        helps=("jobs-for-young-people",),
        supporters=9,
        withdrawn=Withdrawal(
            -3,
            "Counter 7 told me that they have had a coffee machine since March. It stands behind "
            "the pillar. I have asked them for a sign instead, and they put one up the same day.",
        ),
        versions=once(
            -11,
            """
            Nobody talks in that waiting room. Eleven chairs, all facing the number display, like an
            airport where every flight is late.

            Put a coffee machine there and a table. People who wait together for forty minutes
            usually know of one vacancy between them.
            """,
        ),
    ),
)
