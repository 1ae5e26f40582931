"""Reports that wait at the desk: the moderators of the demo city have something to judge."""

from .shapes import Report

REPORTS = (
    Report(
        "first-tram-pass",
        "jurgen-pohl",
        5,
        "off-topic",
        "What his employer deducted in 1983 has nothing to do with the question. It just makes "
        "people feel small for asking.",
    ),
    Report(
        "borrowed-jacket",
        "pavel-toman",
        2,
        "other",
        "I think this is sarcastic about a shop that means well. Please have a look, I may be wrong.",
    ),
    Report(
        "licence-beyond-the-bus",
        "cyclists-of-the-marrow-valley",
        21,
        "spam",
        "The association writes under everything with a wheel in it, and this is advertising for "
        "bicycles.",
    ),
)
