"""Proposals to “A first job within reach”: rooms, tickets, forms and people to ask."""

from ..shapes import Proposal, Version, once, prose

FIRST_JOB = (
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
