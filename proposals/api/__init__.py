"""Proposals, their versions, one's own drafts and the city's answers over the API, by subject."""

from proposals.api import answers, drafts, proposals, versions

urlpatterns = [
    *proposals.urlpatterns,
    *versions.urlpatterns,
    *drafts.urlpatterns,
    *answers.urlpatterns,
]
