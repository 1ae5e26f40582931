"""Which pages have data beside them: one entry for each, by the name of the page's route."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from frontend.twins import (
    consultations,
    finding,
    moderation,
    outcomes,
    participation,
    points,
    polls,
    proposals,
    rules,
    territory,
)
from frontend.twins.twin import Column, Twin


@dataclass(frozen=True, slots=True)
class Dataset:
    """What stands beside a page: its name, its address as a pattern, its columns, how it is made."""

    name: Any
    address: str
    columns: tuple[Column, ...]
    make: Callable[..., Twin]


DATASETS = {
    "home": Dataset(
        gettext_lazy("What is open now"), "/index", consultations.CONSULTATIONS, consultations.home
    ),
    "consultations": Dataset(
        gettext_lazy("Consultations"),
        "/consultations",
        consultations.CONSULTATIONS,
        consultations.consultations,
    ),
    "consultation": Dataset(
        gettext_lazy("One consultation and its proposals"),
        "/consultations/SLUG",
        proposals.LISTED,
        proposals.consultation,
    ),
    "outcome": Dataset(
        gettext_lazy("What was decided in one consultation"),
        "/consultations/SLUG/outcome",
        outcomes.ANSWERS,
        outcomes.outcome,
    ),
    "participation": Dataset(
        gettext_lazy("Who took part in one consultation"),
        "/consultations/SLUG/participation",
        participation.PARTICIPATION,
        participation.participation,
    ),
    "outcomes": Dataset(
        gettext_lazy("What the city answered"), "/outcomes", outcomes.ANSWERS, outcomes.outcomes
    ),
    "proposal": Dataset(
        gettext_lazy("One proposal with its words"),
        "/proposals/ID",
        proposals.ONE,
        proposals.proposal,
    ),
    "proposal-versions": Dataset(
        gettext_lazy("Every version of a proposal"),
        "/proposals/ID/versions",
        proposals.VERSIONS,
        proposals.versions,
    ),
    "proposal-version": Dataset(
        gettext_lazy("One version of a proposal"),
        "/proposals/ID/versions/NUMBER",
        proposals.VERSIONS,
        proposals.version,
    ),
    "proposal-points": Dataset(
        gettext_lazy("Points and replies about a proposal"),
        "/proposals/ID/points",
        points.POINTS + points.TOTALS,
        points.points,
    ),
    "point": Dataset(
        gettext_lazy("One point and its replies"),
        "/points/ID",
        points.POINTS + points.TOTALS,
        points.point,
    ),
    "poll": Dataset(
        gettext_lazy("A vote and its result"),
        "/polls/ID",
        polls.OPTIONS + polls.TALLY,
        polls.poll,
    ),
    "moderation-log": Dataset(
        gettext_lazy("Decisions of the moderators"),
        "/moderation",
        moderation.DECISIONS,
        moderation.log,
    ),
    "moderation-figures": Dataset(
        gettext_lazy("Moderation in figures"),
        "/moderation/figures",
        moderation.FIGURES,
        moderation.figures,
    ),
    "statement": Dataset(
        gettext_lazy("One statement of reasons"),
        "/statements/ID",
        moderation.STATEMENT,
        moderation.statement,
    ),
    "house-rules": Dataset(
        gettext_lazy("The house rules in force"), "/rules", rules.CLAUSES, rules.rules
    ),
    "house-rules-version": Dataset(
        gettext_lazy("One version of the house rules"),
        "/rules/VERSION",
        rules.CLAUSES,
        rules.rules,
    ),
    "places": Dataset(gettext_lazy("Places"), "/places", territory.PLACES, territory.places),
    "place": Dataset(
        gettext_lazy("What is asked in a place"),
        "/places/SLUG",
        consultations.CONSULTATIONS,
        consultations.place,
    ),
    "themes": Dataset(gettext_lazy("Themes"), "/themes", territory.THEMES, territory.themes),
    "theme": Dataset(
        gettext_lazy("What is asked about a theme"),
        "/themes/SLUG",
        consultations.CONSULTATIONS,
        consultations.theme,
    ),
    "search": Dataset(
        gettext_lazy("What a search finds"), "/search", finding.FOUND, finding.search
    ),
    "about-decisions": Dataset(
        gettext_lazy("Phases and promises: the rules in force"),
        "/about/decisions",
        rules.PHASES,
        rules.decisions,
    ),
}
