"""Supporters are told by a job, however many they are: outside the request, once each."""

from django_tasks import task

from people.telling import tell_in_batches
from proposals.models import Proposal, Version
from proposals.telling import notice_of_answer, notice_of_version
from voting.models import Support


def on_version(*, proposal, version) -> None:
    """Hook: the text changed after people supported it, so they hear of it and may reconsider."""
    tell_supporters_of_version.enqueue(version.pk)


def on_answer(*, proposal, answer) -> None:
    """Hook: the city answered, so everybody who supports the proposal hears of it."""
    tell_supporters_of_answer.enqueue(proposal.pk)


@task()
def tell_supporters_of_version(version_id: int) -> None:
    """Who supported an earlier version; whoever came since has read this one."""
    version = Version.objects.select_related("proposal").filter(pk=version_id).first()
    if version is not None:
        rows = Support.objects.filter(proposal=version.proposal, version__lt=version.number)
        tell_in_batches(rows, **notice_of_version(version))


@task()
def tell_supporters_of_answer(proposal_id: int) -> None:
    proposal = Proposal.objects.filter(pk=proposal_id).first()
    if proposal is not None:
        tell_in_batches(Support.objects.filter(proposal=proposal), **notice_of_answer(proposal))
