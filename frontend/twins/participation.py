"""Who took part, as data: by kind of participant, never below five people."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from frontend.pages.participation.groups import groups_of, settled
from frontend.twins.consultations import published_or_404
from frontend.twins.twin import Column, Twin

HELD_BACK = "<5"
NUMBER = gettext_lazy("“<5” where it, or what it would give away by subtraction, is below five")

PARTICIPATION = (
    Column("consultation", gettext_lazy("Number of the consultation, see /consultations.csv")),
    Column("kind", gettext_lazy("Kind of participant; everybody: all kinds together")),
    Column("proposed", gettext_lazy("How many people wrote a proposal")),
    Column("discussed", gettext_lazy("How many people wrote a point or a reply")),
    Column("supported", gettext_lazy("How many people supported a proposal")),
    Column("voted", gettext_lazy("How many people cast a ballot")),
    Column("note", NUMBER),
)


def participation(request, slug: str) -> Twin:
    found = published_or_404(slug)
    closes = settled(found)
    is_settled = closes is not None and closes <= timezone.now()
    rows = []
    for group in groups_of(found) if is_settled else ():
        counts = {act: HELD_BACK if n is None else n for act, n in group.counts.items()}
        rows.append(
            {
                "consultation": found.pk,
                "kind": group.kind or "everybody",
                **counts,
                "note": NUMBER if HELD_BACK in counts.values() else None,
            }
        )
    return Twin(
        title=_("Who took part: %(title)s") % {"title": found.title},
        columns=PARTICIPATION,
        rows=rows,
        facts={"settled": closes},
        notes=(
            _("Numbers of fewer than five people are held back, and others where needed."),
            _("Published when people can no longer act in the consultation."),
        ),
    )
