"""What the people one can sign in as follow, beside the proposals that are their own."""

FOLLOWS: dict[str, tuple[tuple[str, str], ...]] = {
    "amara-osei": (
        ("consultation", "greener-streets"),
        ("place", "market-quarter"),
        ("theme", "social-innovation"),
        ("proposal", "depot-workrooms"),
    ),
    "jonas-maas": (
        ("consultation", "living-beside-short-stay-flats"),
        ("place", "lindhaven"),
    ),
    "leila-marsh": (
        ("consultation", "a-first-job-within-reach"),
        ("theme", "jobs-for-young-people"),
        ("proposal", "library-until-ten"),
    ),
    "tomasz-wrona": (("consultation", "a-city-to-grow-old-in"), ("theme", "demographic-decline")),
    "mirela-ionescu": (("place", "lock-meadows"), ("consultation", "greener-streets")),
}
