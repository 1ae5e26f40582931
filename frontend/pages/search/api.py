"""`/api/v1/search/`: the same finds as the page, for programs."""

from urllib.parse import urlencode

from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from consultations.models import Level, Phase, Theme
from frontend.pages.search.entries import entry_of
from frontend.pages.search.filters import ANSWERED, filters_in
from frontend.pages.search.finding import KINDS, LONGEST, Found, find
from intake.errors import BadInput


class FoundSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices=list(KINDS))
    id = serializers.IntegerField()
    title = serializers.CharField()
    line = serializers.CharField(allow_blank=True)
    url = serializers.CharField()


class FoundPage(serializers.Serializer):
    results = FoundSerializer(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class SearchView(APIView):
    """What has every word of `q`: where they stand in the title first, then the newest.

    Some of each kind, or `kind` page by page; narrowed by theme, level, phase open now, answered.
    """

    permission_classes = [AllowAny]

    @extend_schema(
        parameters=[
            OpenApiParameter("q", str),
            OpenApiParameter("kind", str, enum=list(KINDS)),
            OpenApiParameter("theme", str, description="A theme’s slug"),
            OpenApiParameter("level", str, enum=Level.values),
            OpenApiParameter("phase", str, enum=Phase.Kind.values),
            OpenApiParameter("answered", str, enum=list(ANSWERED)),
            OpenApiParameter("after", str, description="Where the next page begins"),
        ],
        responses=FoundPage,
    )
    def get(self, request):
        asked = request.query_params
        query, key = asked.get("q", "")[:LONGEST].strip(), asked.get("kind", "")
        if key and key not in KINDS:
            raise BadInput(_("Search for a consultation, a proposal or a point."), field="kind")
        filters = filters_in(asked, list(Theme.objects.all()) if asked.get("theme") else [])
        if key:
            pages = [find(KINDS[key], query, filters, after=asked.get("after", ""))]
        else:
            pages = [find(kind, query, filters) for kind in KINDS.values()]
        now = timezone.now()
        following = pages[0].after if key else ""
        return Response(
            {
                "results": [row for page in pages for row in rows_of(page, now)],
                "next": next_url(request, q=query, kind=key, **filters.chosen(), after=following)
                if following
                else None,
                "previous": None,
            }
        )


def rows_of(page: Found, now) -> list[dict]:
    rows = []
    for row in page.rows:
        entry = entry_of(page.kind, row, now)
        rows.append(
            {
                "kind": page.kind.key,
                "id": row.pk,
                "title": entry["title"],
                "line": entry.get("line", ""),
                "url": entry["url"],
            }
        )
    return rows


def next_url(request, **asked) -> str:
    return request.build_absolute_uri(f"{request.path}?{urlencode(asked)}")


urlpatterns = [path("search/", SearchView.as_view(), name="api-search")]
