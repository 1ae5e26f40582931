"""House rules, and the rules by which decisions are made, as data."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Consultation
from consultations.queries import (
    house_rules,
    house_rules_versions,
    phases_of,
    published_consultations,
)
from frontend.twins.twin import Column, Here, Twin
from frontend.twins.walking import newest_first

CLAUSES = (
    Column("version", gettext_lazy("Version of the house rules")),
    Column("number", gettext_lazy("Number of the clause, as decisions cite it")),
    Column("title", gettext_lazy("The clause in a few words")),
    Column("text", gettext_lazy("The clause (Markdown)")),
)
PHASES = (
    Column("id", gettext_lazy("Number of the phase; never given twice")),
    Column("consultation", gettext_lazy("Number of the consultation, see /consultations.csv")),
    Column("url", gettext_lazy("Page of the consultation")),
    Column("title", gettext_lazy("Title of the consultation")),
    Column("kind", gettext_lazy("propose, discuss, vote, answer or deliver")),
    Column("name", gettext_lazy("What the phase is called there")),
    Column("opens", gettext_lazy("When it begins")),
    Column("closes", gettext_lazy("When it ends; this instant is no longer part of it")),
    Column("takes_proposals", gettext_lazy("Whether proposals can be written in it")),
    Column("takes_support", gettext_lazy("Whether proposals can be supported in it")),
    Column("takes_points", gettext_lazy("Whether points can be written in it")),
    Column("takes_votes", gettext_lazy("Whether people vote in it")),
    Column("who_decides", gettext_lazy("Who decides, as promised")),
    Column("answer_by", gettext_lazy("Day by which the city has promised to answer")),
    Column("threshold", gettext_lazy("Supporters from which a proposal is answered; 0: every one")),
)


def rules(request, version: int | None = None) -> Twin:
    """The clauses in force, or of one version; all versions in the facts."""
    found = house_rules(version)
    if found is None and version is not None:
        raise Http404
    return Twin(
        title=_("House rules"),
        columns=CLAUSES,
        rows=[
            {
                "version": found.version,
                "number": clause.number,
                "title": clause.title,
                "text": clause.text,
            }
            for clause in (found.clauses.all() if found else ())
        ],
        facts={
            "versions": [
                {
                    "version": one.version,
                    "in_force_from": one.in_force_from,
                    "url": Here(f"/rules/{one.version}/"),
                }
                for one in house_rules_versions()
            ]
        },
    )


def decisions(request) -> Twin:
    """Every phase of every consultation, with the promise that binds the city in it."""
    return Twin(
        title=_("How decisions are made"),
        columns=PHASES,
        rows=phase_rows(),
    )


def phase_rows() -> Iterator[dict[str, Any]]:
    for consultation in newest_first(published_consultations()):
        promise = promise_of(consultation)
        for phase in phases_of(consultation):
            yield {
                "id": phase.pk,
                "consultation": consultation.pk,
                "url": Here(consultation.get_absolute_url()),
                "title": consultation.title,
                "kind": phase.kind,
                "name": phase.name,
                "opens": phase.opens,
                "closes": phase.closes,
                "takes_proposals": phase.takes_proposals,
                "takes_support": phase.takes_support,
                "takes_points": phase.takes_points,
                "takes_votes": phase.takes_votes,
                **promise,
            }


def promise_of(consultation: Consultation) -> dict[str, Any]:
    promise = getattr(consultation, "promise", None)
    return {
        "who_decides": promise.who_decides if promise else None,
        "answer_by": promise.answer_by if promise else None,
        "threshold": promise.threshold if promise else None,
    }
