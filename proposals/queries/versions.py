"""The versions of a proposal."""

from proposals.models import Proposal, Version

MOST_LISTED = 100


def versions_of(proposal: Proposal) -> list[Version]:
    """Newest first."""
    return list(
        Version.objects.filter(proposal=proposal)
        .select_related("author")
        .order_by("-number")[:MOST_LISTED]
    )


def two_versions(proposal: Proposal, *numbers: int) -> list[Version | None]:
    """The versions of these numbers in one query; None in the place of one that is not there."""
    found = {
        version.number: version
        for version in Version.objects.filter(proposal=proposal, number__in=numbers).select_related(
            "author"
        )
    }
    return [found.get(number) for number in numbers]
