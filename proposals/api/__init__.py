"""Proposals, their versions, one's own drafts and the city's answers over the API, by subject."""

from proposals.api import answers, drafts, pictures, proposals, versions

urlpatterns = [
    *proposals.urlpatterns,
    *versions.urlpatterns,
    *pictures.urlpatterns,
    *drafts.urlpatterns,
    *answers.urlpatterns,
]
