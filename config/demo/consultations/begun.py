"""A draft: what an organiser finds half done on the desk."""

from ..shapes import BegunConsultation, prose

BEGUN = BegunConsultation(
    key="the-harbour-baths",
    title="The harbour baths, closed or mended",
    standfirst=(
        "The roof of the harbour baths lasts two more winters. Mend it for €3.4 million, build "
        "smaller, or swim at Eastside?"
    ),
    body=prose("""
        Notes for the draft: the engineer’s report is public from the first of next month. Ask Sports
        and Culture for the figures by hour, the swimming club for theirs, and do not open this in
        the holidays.
    """),
    themes=("sustainable-regeneration",),
    place="harbour",
    organiser="bo-lindqvist",
)
