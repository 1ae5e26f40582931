"""Writing points, questions and replies."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from discussions.events import PointPosted, ThreadChanged
from discussions.models import POINT_LIMIT, Point
from discussions.rules import is_on_duty, may_post
from intake.errors import BadInput
from intake.search import searchable
from intake.text import clean_text
from live.announcing import announce
from people.languages import written_in
from people.models import Person
from people.notices import tell
from people.verdicts import Stale, no, require
from proposals.actions import raise_counters

# The column of a proposal's counters that counts points of a kind. Replies are counted below
# their point, never here.
COUNTED_IN = {
    Point.Kind.FOR: "points_for",
    Point.Kind.AGAINST: "points_against",
    Point.Kind.QUESTION: "questions",
}


@transaction.atomic
def post_point(*, person, proposal, kind, body, parent=None, language=""):
    """Publish one person's point, question or reply at once, and tell the room.

    Sent twice, it stands once: the first is returned again. A reply has its thread's kind, and a
    reply to a reply stands in the same thread. Whoever is answered is told.
    """
    require(may_post(person, proposal))
    answered, thread = thread_of(parent, proposal)
    kind = thread.kind if thread else checked_kind(kind)
    body = clean_text(body, limit=POINT_LIMIT, field=_("point")).strip()
    queue_up(person)
    if twin := same_words(person, proposal, thread, kind, body):
        return twin
    point = Point.objects.create(
        proposal=proposal,
        parent=thread,
        kind=kind,
        author=person,
        body=body,
        language=written_in(language),
        official=is_on_duty(person, proposal.consultation),
        posted=timezone.now(),
        search_text=searchable(body),
    )
    if thread is None or answered is None:
        count_point(point, +1, because=PointPosted, last_point_id=point.pk)
    else:
        count_reply(thread, +1)
        tell_the_answered(point, answered, thread)
    return point


def count_point(point: Point, by: int, *, because, **more) -> None:
    """Raise or lower the proposal's count of this kind, and announce why."""
    proposal = point.proposal
    raise_counters(
        proposal.pk,
        proposal.consultation_id,
        because=because(proposal=proposal.pk, consultation=proposal.consultation_id),
        **{COUNTED_IN[Point.Kind(point.kind)]: by} | more,
    )


def count_reply(thread: Point, by: int) -> None:
    """Raise or lower the stored number of replies, and tell who reads the thread."""
    if not Point.objects.filter(pk=thread.pk).update(replies_count=F("replies_count") + by):
        raise Stale(_("Its author deleted this meanwhile."), "deleted")
    announce(ThreadChanged(point=thread.pk))


def thread_of(parent: Point | None, proposal) -> tuple[Point | None, Point | None]:
    """Who is answered, and the point at the head of that thread."""
    if parent is None:
        return None, None
    if parent.proposal_id != proposal.pk:
        raise BadInput(_("This reply belongs to another proposal."), field="parent")
    if parent.hidden:
        require(no(_("This was hidden, so it can no longer be answered."), "hidden"))
    if parent.withdrawn:
        require(no(_("Its author withdrew this, so it can no longer be answered."), "withdrawn"))
    return parent, (parent if parent.parent_id is None else parent.parent)


def checked_kind(kind) -> Point.Kind:
    try:
        return Point.Kind(kind)
    except ValueError:
        raise BadInput(
            _("Choose: a point for it, a point against it, or a question to the city."),
            field="kind",
        ) from None


def queue_up(person) -> None:
    """Whatever one person sends at the same moment is taken one after the other."""
    Person.objects.select_for_update(no_key=True).filter(pk=person.pk).values("pk").first()


def same_words(person, proposal, thread, kind, body) -> Point | None:
    """What she already wrote here in the same words; hidden words cannot be posted again."""
    refuse_hidden_words(person, proposal, thread, kind, body)
    return (
        hers(person, proposal, thread, kind, body)
        .filter(withdrawn__isnull=True)
        .select_related("proposal")
        .order_by("-id")
        .first()
    )


def hers(person, proposal, thread, kind, body):
    return Point.objects.filter(
        author=person, proposal=proposal, parent=thread, kind=kind, body=body
    )


def refuse_hidden_words(person, proposal, thread, kind, body) -> None:
    if hers(person, proposal, thread, kind, body).filter(hidden__isnull=False).exists():
        require(
            no(
                _(
                    "You wrote the same words here before, and they were hidden. Say it differently."
                ),
                "hidden-before",
            )
        )


def tell_the_answered(reply: Point, answered: Point, thread: Point) -> None:
    """The one who is answered and the one who began the thread hear of a reply, each once."""
    readers = {answered.author_id, thread.author_id} - {None, reply.author_id}
    if readers:
        tell(
            readers,
            topic=reply.proposal.topic,
            event="point.replied",
            ref=str(reply.pk),
            facts={"title": reply.proposal.title},
            url=reply.get_absolute_url(),
            addressed=True,
        )
