"""The house rules a city begins with; it may write others, and decisions cite them by number."""

from typing import Any

from django.utils.translation import gettext_lazy as _

INTRO = _("First version, as this platform brings it along.")

CLAUSES: tuple[tuple[Any, Any], ...] = (
    (
        _("Stay with the question"),
        _(
            "Write about what the consultation asks. If your matter belongs elsewhere, we tell you where "
            "and move it with you, we do not just take it away."
        ),
    ),
    (
        _("Give a reason"),
        _(
            "“No” is an opinion, “no, because the bus turns there” is an argument. One line is enough."
        ),
    ),
    (
        _("Go for the idea, not for the person"),
        _(
            "No insults, no threats, no contempt for what somebody is or believes. Anger is allowed."
        ),
    ),
    (
        _("Leave private people out"),
        _(
            "Speak about what people in office do. Of everybody else, unless they have agreed, give no "
            "name, no address, and nothing that would lead a neighbour to their door."
        ),
    ),
    (
        _("Say who you speak for"),
        _(
            "If you sell what you recommend, or are paid by somebody who does, say so in the same text. "
            "One person has one account."
        ),
    ),
    (
        _("Do not mislead about the vote"),
        _(
            "Nothing false about when, where or how to vote, and no offer of anything in return for one."
        ),
    ),
    (
        _("Once is enough"),
        _(
            "No advertising, and not the same text in many places. If it matters in two consultations, "
            "write it in two ways."
        ),
    ),
    (
        _("The law applies here too"),
        _("What is illegal in the street is illegal on this page. The decision names the law."),
    ),
)
