"""What a moderator decides: one choice that is at once the decision and its house rule."""

from django import forms
from django.utils.translation import gettext_lazy as _

from discussions.actions.judging import FACTS_LIMIT
from discussions.models import Decision
from discussions.phrases import EFFECTS
from intake.forms import ProseField

HIDE, RESTORE, DISMISS = Decision.Kind.HIDE, Decision.Kind.RESTORE, Decision.Kind.DISMISS


class DecisionForm(forms.Form):
    """`choice` is `dismiss`, `restore` or `hide:4`; the facts go into the statement of reasons."""

    choice = forms.ChoiceField(
        label=_("Your decision"),
        widget=forms.RadioSelect(attrs={"class": "tick"}),
        error_messages={
            "required": _("Choose one of the decisions."),
            "invalid_choice": _("Choose one of the decisions."),
        },
    )
    facts = ProseField(
        label=_("What is it in the text?"),
        noun=_("facts"),
        max_length=FACTS_LIMIT,
        help_text=_(
            "One or two sentences. They go into the statement of reasons; do not repeat names or "
            "the words themselves."
        ),
        widget=forms.Textarea(attrs={"class": "input", "rows": 4}),
        error_messages={"required": _("Say what it is in the text: one sentence is enough.")},
    )

    def __init__(self, *args, item, clauses, reported: bool, **options):
        super().__init__(*args, **options)
        self.clauses = {str(clause.number): clause for clause in clauses}
        self.fields["choice"].choices = choices(item, clauses, reported)
        self.effects = effects(clauses)
        if item.hidden:
            self.fields["facts"].label = _("Why?")
            self.fields["facts"].help_text = _("One or two sentences. They stay with the decision.")

    @property
    def rows(self):
        """The radio buttons, each with what it would bring about."""
        return [
            {"option": option, "effect": self.effects.get(str(option.data["value"]), "")}
            for option in self["choice"]
        ]

    @property
    def kind(self) -> str:
        return self.cleaned_data["choice"].partition(":")[0]

    @property
    def clause(self):
        return self.clauses.get(self.cleaned_data["choice"].partition(":")[2])


def choices(item, clauses, reported: bool) -> list[tuple[str, str]]:
    """What may be decided about an item as it stands."""
    if item.hidden:
        again = [(str(DISMISS), _("It stays hidden; the report is closed"))] if reported else []
        return [(str(RESTORE), _("No rule is broken: restore it")), *again]
    stays = [(str(DISMISS), _("No rule is broken"))] if reported else []
    return stays + [
        (f"{HIDE}:{clause.number}", _("It breaks house rule %(rule)s") % {"rule": clause})
        for clause in clauses
    ]


def effects(clauses) -> dict[str, str]:
    return {
        str(DISMISS): EFFECTS[DISMISS],
        str(RESTORE): EFFECTS[RESTORE],
        **{f"{HIDE}:{clause.number}": clause.text for clause in clauses},
    }
