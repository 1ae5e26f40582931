"""Proposals to “A first job within reach”: rooms, tickets, forms and people to ask."""

from ..shapes import Proposal, Version, Withdrawal, once, prose

FIRST_JOB_ONE = (
    Proposal(
        key="depot-workrooms",
        consultation="a-first-job-within-reach",
        author="leila-marsh",
        title="Open the old tram depot as first-job workrooms",
        place="depot-yard",
        where="Bays 2 and 3 of the old tram depot, entrance from Sheds Lane",
        helps=("jobs-for-young-people", "sustainable-regeneration"),
        costs=("economic-development",),
        supporters=141,
        versions=(
            Version(
                -22,
                prose("""
                    Benches, tools and a person who answers questions. That is the whole idea. The
                    depot has stood empty since the trams moved to Northbank, and the power is
                    still on.

                    I learned to solder in my uncle’s garage, and that is the only reason I have
                    a job. Not everybody has an uncle.
                """),
            ),
            Version(
                -17,
                prose("""
                    Benches, tools and a person who answers questions, four afternoons a week. The
                    depot has stood empty since the trams moved to Northbank, and the power is
                    still on.

                    I learned to solder in my uncle’s garage, and that is the only reason I have
                    a job. Not everybody has an uncle.

                    Bay 2 would take twelve benches. The joiners’ firm next door offers a retired
                    foreman for two of the four afternoons.
                """),
                note="Opening hours, and the foreman that Vandermolen Joinery offers.",
            ),
            Version(
                -9,
                prose("""
                    Benches, tools and a person who answers questions, four afternoons a week. The
                    depot has stood empty since the trams moved to Northbank, and the power is
                    still on.

                    I learned to solder in my uncle’s garage, and that is the only reason I have
                    a job. Not everybody has an uncle.

                    Bay 2 would take twelve benches, bay 3 the noisy machines behind a wall. The
                    joiners’ firm next door offers a retired foreman for two of the four
                    afternoons; the other two need a salary, about €31,000 a year.

                    You come in without an appointment and try something for an hour. If you
                    come ten times the foreman writes down what you can do, on paper with a stamp,
                    because that is what employers here actually read.
                """),
                note="What it costs, the wall against the noise, and the stamped paper.",
            ),
        ),
    ),
    Proposal(
        key="first-tram-pass",
        consultation="a-first-job-within-reach",
        author="tomasz-wrona",
        title="Pay the first month’s tram pass",
        place="brickfields",
        where="All lines, and the 14 bus to the cold store",
        helps=("jobs-for-young-people", "depletion-of-natural-resources"),
        supporters=118,
        versions=(
            Version(
                -21,
                prose("""
                    My brother got a job at the cold store on the third of the month. Wages come on
                    the 28th. The pass costs €61. He walked, 7 km each way, for three and a half
                    weeks, and in week two he was late twice and nearly lost it.

                    Whoever signs a first contract should ride free until the first pay day.
                """),
            ),
            Version(
                -13,
                prose("""
                    My brother got a job at the cold store on the third of the month. Wages come on
                    the 28th. The pass costs €61. He walked, 7 km each way, for three and a half
                    weeks, and in week two he was late twice and nearly lost it.

                    Whoever signs a first contract **or an apprenticeship** should ride free until
                    the first pay day. You show the signed page at the counter and get a paper
                    pass with a date on it. No app please.

                    Work and Skills says 900 people a year sign a first contract here. If all of
                    them came it would be €55,000, less than the job fair.
                """),
                note="Apprentices are in, after Sadia’s question, and the sum is worked out.",
            ),
        ),
    ),
    Proposal(
        key="no-unpaid-trials",
        consultation="a-first-job-within-reach",
        author="youth-council-of-lindhaven",
        title="No unpaid trial shifts in city contracts",
        place="lindhaven",
        where="Every firm that works for the city",
        helps=("jobs-for-young-people", "social-polarisation"),
        costs=("economic-development",),
        supporters=104,
        versions=once(
            -20,
            """
            Firms that work for the city pay from the first hour, cleaning and kitchens included.
            We ask the council to put that sentence, as it stands, into every tender from January.

            Our members filled in 83 questionnaires. Twenty-nine had worked at least one “trial
            evening” for nothing, eleven of them in a place where the city is the customer.
            Three were asked back for a second one.

            We know that small caterers will say the margin is thin. A trial evening of four hours
            at the minimum wage costs €52. If a tender cannot carry €52 it was priced wrong.
            """,
        ),
    ),
    Proposal(
        key="one-form",
        consultation="a-first-job-within-reach",
        author="sadia-noor",
        title="One form for all forty apprenticeships",
        place="lindhaven",
        where="Online, and at the counter in Town Hall",
        helps=("jobs-for-young-people",),
        supporters=87,
        versions=once(
            -19,
            """
            Write your story once. The firms answer within two weeks, or say why not.

            I applied to nine firms last spring and typed my primary school nine times. Two wanted
            a fax number. One asked what my father does. Five never replied, so I still do not
            know whether they said no or lost it.

            The forty firms that train here could agree on one page: who you are, what you have
            tried, what you would like to learn, one telephone number. The city keeps the page and
            the clock. A firm that misses the two weeks three times is shown as slow, in public,
            which I believe would be enough.
            """,
        ),
    ),
    Proposal(
        key="evening-childcare",
        consultation="a-first-job-within-reach",
        author="grete-holm",
        title="Evening childcare for parents in training",
        place="kessel-road",
        where="Two ground-floor rooms of the Eastside School",
        helps=("jobs-for-young-people", "demographic-decline"),
        supporters=73,
        versions=once(
            -18,
            """
            The welding course runs from 17:30 to 20:30. The nursery shuts at 17:00. Nobody who
            planned this has ever carried a two-year-old across Kessel Road.

            Two rooms at the Eastside School, from five to nine, Monday to Thursday, for the
            children of people in evening training. A hot meal. Two trained carers for sixteen
            children is what the law asks for.

            I make it €46,000 a year. I am 23, my daughter is called Fenna, and I would have
            finished in June.
            """,
        ),
    ),
    Proposal(
        key="library-until-ten",
        consultation="a-first-job-within-reach",
        author="jun-park",
        title="Library hours until ten in exam weeks",
        place="ropewalk",
        where="Harbour branch library, reading room on the first floor",
        helps=("jobs-for-young-people", "social-innovation"),
        supporters=52,
        versions=once(
            -16,
            """
            Somewhere warm, quiet and free to prepare for a certificate. We are five in two rooms
            and the kitchen table is taken in shifts.

            Only in the eight weeks of the year in which the chamber holds its exams. The
            lending desk can stay shut and the lights downstairs off. One person at the door.

            The branch closes at six now; the librarians know us because they have to send us
            away.
            """,
        ),
    ),
    Proposal(
        key="four-trades-week",
        consultation="a-first-job-within-reach",
        author="school-parents-council",
        title="A week in four trades for every ninth-year pupil",
        place="westfield",
        where="All seven secondary schools; workshops of firms that take part",
        helps=("jobs-for-young-people", "economic-development"),
        supporters=49,
        versions=once(
            -15,
            """
            Mornings with a joiner, a nurse, a cook and an electrician, credited by the school as a
            week of lessons. At fourteen most pupils can name about six occupations, and two of
            those are on television.

            Thirty-eight firms answered our letter, twenty-six with yes. What they ask for is
            insurance and one telephone number for when a child does not turn up. What the schools
            ask for is a week that is the same for everybody, the last before the autumn break.

            There are 940 pupils in that year. At €19 each for insurance, gloves and bus tickets the
            whole thing costs less than one teacher.
            """,
        ),
    ),
    Proposal(
        key="one-euro-bays",
        consultation="a-first-job-within-reach",
        author="ruben-adler",
        title="Rent the tram depot to young firms for one euro",
        place="depot-yard",
        where="Bays 4 to 9 of the old tram depot",
        helps=("new-urban-economies", "sustainable-regeneration"),
        costs=("economic-development",),
        supporters=44,
        versions=once(
            -14,
            """
            Six bays for makers under 30, for three years, roof repaired by the city first.

            In return each firm takes on one person who has never had a contract. If they let that
            person go without replacing them they pay the market rent from the next month, which is
            €780 a bay. I run a two-man print shop from a cellar with 1.90 m of headroom and would
            sign today.

            I have read Leila’s proposal. Her workrooms need bays 2 and 3. There are nine. We
            went and counted together.
            """,
        ),
    ),
    Proposal(
        key="night-school-harbour",
        consultation="a-first-job-within-reach",
        author="teresa-pinto",
        title="A night school in the Harbour library",
        place="quayside",
        where="Harbour branch library, the old map room",
        helps=("jobs-for-young-people", "social-polarisation"),
        supporters=38,
        versions=once(
            -12,
            """
            I came to Lindhaven at nineteen with a certificate for forklifts that nobody here could
            read. It took me two years to be allowed to drive the same machine, same make, same
            yellow.

            What was missing was the language of the exam: not everyday talk, which you get in the
            shop, but “load centre” and “rated capacity”. Two evenings a week, twelve people, a
            teacher from the Technical School and a colleague who passed last year. We would meet in
            the map room because it has a door that shuts.

            Start with three papers: forklift, kitchen hygiene, care assistant. Those are the jobs
            the harbour has.
            """,
        ),
    ),
)

FIRST_JOB_TWO = (
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
