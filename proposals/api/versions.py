"""The versions of a proposal over the API, for everybody to read."""

from django.db.models import QuerySet
from django.http import Http404
from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from people.paging import NewestFirst
from proposals.api.reading import proposal_or_404
from proposals.models import Version
from proposals.queries.versions import two_versions


class VersionSerializer(serializers.ModelSerializer):
    author = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()

    class Meta:
        model = Version
        fields = ["number", "url", "title", "body", "author", "published", "note"]
        read_only_fields = fields

    def get_author(self, version) -> str | None:
        return version.author.display_name if version.author else None

    def get_url(self, version) -> str:
        return f"/proposals/{version.proposal_id}/versions/{version.number}/"


class LatestFirst(NewestFirst):
    """Versions by their number, the newest first."""

    ordering = "-number"


class VersionList(generics.ListAPIView):
    """Every published version of a proposal: none is ever changed."""

    serializer_class = VersionSerializer
    pagination_class = LatestFirst
    queryset = Version.objects.none()

    def get_queryset(self) -> QuerySet[Version]:
        proposal = proposal_or_404(self.kwargs["proposal_id"])
        return Version.objects.filter(proposal=proposal).select_related("author")


class VersionDetail(APIView):
    @extend_schema(responses=VersionSerializer)
    def get(self, request, proposal_id: int, number: int):
        found, *_rest = two_versions(proposal_or_404(proposal_id), number)
        if found is None:
            raise Http404
        return Response(VersionSerializer(found).data)


urlpatterns = [
    path("proposals/<int:proposal_id>/versions/", VersionList.as_view(), name="api-versions"),
    path(
        "proposals/<int:proposal_id>/versions/<int:number>/",
        VersionDetail.as_view(),
        name="api-version",
    ),
]
