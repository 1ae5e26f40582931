"""The house rules in two versions; decisions cite a clause by its number."""

from .shapes import Clause, HouseRules

_SUBJECT = Clause(
    1,
    "Stay with the question",
    "Write about what the consultation asks. If your matter belongs elsewhere, we tell you where "
    "and move it with you, we do not just take it away.",
)
_REASON = Clause(
    2,
    "Give a reason",
    "“No” is an opinion, “no, because the bus turns there” is an argument. One line is enough.",
)
_INSULT = Clause(
    3,
    "Go for the idea, not for the person",
    "No insults, no threats, no contempt for what somebody is or believes. Anger is allowed.",
)
_PRIVATE = Clause(
    4,
    "Leave private people out",
    "Speak about what people in office do. Of everybody else, unless they have agreed, give no "
    "name, no address, and nothing that would lead a neighbour to their door.",
)
_HONEST = Clause(
    5,
    "Say who you speak for",
    "If you sell what you recommend, or are paid by somebody who does, say so in the same text. "
    "One person has one account.",
)
_VOTING = Clause(
    6,
    "Do not mislead about the vote",
    "Nothing false about when, where or how to vote, and no offer of anything in return for one.",
)
_SPAM = Clause(
    7,
    "Once is enough",
    "No advertising, and not the same text in many places. If it matters in two consultations, "
    "write it in two ways.",
)
_LAW = Clause(
    8,
    "The law applies here too",
    "What is illegal in the street is illegal on this page. The decision names the law.",
)

HOUSE_RULES = (
    HouseRules(
        1,
        -420,
        "First version, taken over from the rules of the council’s public gallery.",
        (_SUBJECT, _REASON, _INSULT, _PRIVATE, _HONEST, _VOTING),
    ),
    HouseRules(
        2,
        -260,
        "Two clauses are new: on copies and advertising, after the parking campaign sent the same "
        "letter 214 times, and on the law. Agreed by 1,088 participants against 97.",
        (_SUBJECT, _REASON, _INSULT, _PRIVATE, _HONEST, _VOTING, _SPAM, _LAW),
    ),
)
