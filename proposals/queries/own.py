"""What one person wrote, for her own eyes."""

from proposals.models import Draft, Proposal


def proposals_of(person):
    """A person's proposals, newest first, hidden and withdrawn ones too, with all they came to."""
    return (
        Proposal.objects.filter(author=person)
        .select_related("consultation", "counters", "withdrawal", "answer")
        .order_by("-id")
    )


def drafts_of(person):
    """What a person began to write, the last touched first."""
    return Draft.objects.filter(person=person).select_related("consultation").order_by("-saved")
