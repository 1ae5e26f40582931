"""A consultation is begun, filled in task by task, published, and afterwards only extended."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from consultations import hooks
from consultations.contradictions import too_early, troubles_of
from consultations.events import ConsultationPublished, PhaseExtended
from consultations.models import Consultation, Department, Phase, Place, Promise, Theme
from consultations.phases import last_day
from consultations.rules import may_begin_at, may_change, may_extend
from consultations.telling import tell_of_consultation, tell_of_phase
from intake.errors import BadInput
from intake.search import searchable
from intake.text import clean_line, clean_text
from live.announcing import announce
from people.auditing import audit
from people.models import Person
from people.verdicts import Stale, require

TITLE_LIMIT, STANDFIRST_LIMIT, BODY_LIMIT, LINE_LIMIT = 80, 300, 10_000, 200


@transaction.atomic
def begin_consultation(*, person: Person, title: str, place: Place) -> Consultation:
    """A new draft, seen by its organisers alone."""
    require(may_begin_at(person, place))
    title = clean_line(title, limit=TITLE_LIMIT, field="title")
    consultation = Consultation.objects.create(
        title=title,
        slug=free_slug(title),
        place=place,
        made_by=person,
        search_text=searchable(title),
    )
    audit(person, "consultation.begun", consultation.topic, title=title)
    return consultation


@transaction.atomic
def save_question(
    *, person: Person, consultation: Consultation, title: str, standfirst: str, body: str = ""
) -> Consultation:
    """The question, one sentence under it, and what people should know."""
    draft = change(person, consultation, "question")
    draft.title = clean_line(title, limit=TITLE_LIMIT, field="title")
    draft.standfirst = clean_line(standfirst, limit=STANDFIRST_LIMIT, field="standfirst")
    draft.body = clean_text(body, limit=BODY_LIMIT, field="body", required=False)
    draft.search_text = searchable(draft.title, draft.standfirst, draft.body)
    draft.slug = free_slug(draft.title, but=draft.pk)
    draft.save()
    return draft


@transaction.atomic
def save_field(
    *,
    person: Person,
    consultation: Consultation,
    place: Place,
    themes: Iterable[Theme],
    feeds: str = "",
) -> Consultation:
    """Theme and level: where it is asked, what it is about, what it feeds at the level above."""
    draft = change(person, consultation, "field")
    require(may_begin_at(person, place))
    draft.place = place
    draft.feeds = clean_line(feeds, limit=LINE_LIMIT, field="feeds", required=False)
    draft.save()
    draft.themes.set(themes)
    return draft


@transaction.atomic
def save_participants(*, person: Person, consultation: Consultation, who_may: str) -> Consultation:
    """Who may take part, in words."""
    draft = change(person, consultation, "participants")
    draft.who_may = clean_line(who_may, limit=LINE_LIMIT, field="who_may")
    draft.save()
    return draft


@transaction.atomic
def save_phases(
    *, person: Person, consultation: Consultation, phases: Iterable[dict[str, Any]]
) -> Consultation:
    """All phases at once, replacing those entered before. Contradictions are for the task list."""
    draft = change(person, consultation, "phases")
    made = [Phase(consultation=draft, **phase) for phase in phases]
    for phase in made:
        if phase.closes <= phase.opens:
            raise BadInput(
                _("%(phase)s would end before it begins.") % {"phase": phase.name},
                code="contradiction",
                field="phases",
            )
    draft.phases.all().delete()
    Phase.objects.bulk_create(made)
    return draft


@transaction.atomic
def save_promise(
    *,
    person: Person,
    consultation: Consultation,
    who_decides: str,
    what_happens: str,
    answer_by: date,
    threshold: int = 0,
) -> Promise:
    """What the city binds itself to."""
    draft = change(person, consultation, "promise")
    promise, _new = Promise.objects.update_or_create(
        consultation=draft,
        defaults={
            "who_decides": clean_line(who_decides, limit=LINE_LIMIT, field="who_decides"),
            "what_happens": clean_text(what_happens, limit=2_000, field="what_happens"),
            "answer_by": answer_by,
            "threshold": threshold,
        },
    )
    return promise


@transaction.atomic
def save_departments(
    *, person: Person, consultation: Consultation, departments: Iterable[Department]
) -> Consultation:
    """Which departments answer."""
    draft = change(person, consultation, "departments")
    draft.departments.set(departments)
    return draft


@transaction.atomic
def publish_consultation(*, person: Person, consultation: Consultation) -> Consultation:
    """Make it public, once, when nothing is missing and nothing contradicts itself."""
    draft = change(person, consultation, "")
    now = timezone.now()
    if troubles := troubles_of(draft, now):
        raise Stale(troubles[0].sentence, "contradiction")
    draft.published = now
    draft.save(update_fields=["published"])
    announce(ConsultationPublished(draft.pk))
    for call in hooks.consultation_published:
        call(draft)
    tell_of_consultation.enqueue(draft.pk)
    audit(person, "consultation.published", draft.topic, title=draft.title)
    return draft


@transaction.atomic
def extend_phase(*, person: Person, phase: Phase, closes: datetime) -> Phase:
    """Let an open or coming phase of a published consultation last longer, and say so.

    Never shorter: people rely on the day that was named. The promise must still hold afterwards.
    """
    consultation = Consultation.objects.select_for_update().get(pk=phase.consultation_id)
    require(may_extend(person, consultation))
    phase = Phase.objects.get(pk=phase.pk)
    now = timezone.now()
    if phase.closes <= now:
        raise Stale(_("This phase is over; it cannot be extended any more."), "closed")
    if closes <= phase.closes:
        raise BadInput(
            _("Choose a day after %(date)s: a phase may only become longer.")
            % {"date": last_day(phase.closes, now)},
            code="contradiction",
            field="last",
        )
    phase.closes = closes
    others = [one for one in consultation.phases.all() if one.pk != phase.pk]
    if too_early(consultation.promise.answer_by, [*others, phase]):
        raise BadInput(
            _("The answer is promised before this phase would end. Choose an earlier day."),
            code="contradiction",
            field="last",
        )
    phase.save(update_fields=["closes"])
    announce(PhaseExtended(consultation.pk))
    tell_of_phase.enqueue(phase.pk, "phase.extended")
    audit(
        person, "phase.extended", consultation.topic, phase=phase.name, until=last_day(closes, now)
    )
    return phase


def change(person: Person, consultation: Consultation, task: str) -> Consultation:
    """The draft, locked, where this person may change it now; noted in the audit trail."""
    draft = Consultation.objects.select_for_update().get(pk=consultation.pk)
    require(may_change(person, draft))
    if task:
        audit(person, "consultation.changed", draft.topic, task=task)
    return draft


def free_slug(title: str, but: int = 0) -> str:
    """A slug nobody has yet, from the title."""
    stem = slugify(title)[:70] or "consultation"
    taken = set(
        Consultation.objects.filter(slug__startswith=stem)
        .exclude(pk=but or 0)
        .values_list("slug", flat=True)
    )
    number, slug = 2, stem
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
