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

from frontend.pages.search.entries import entry_of
from frontend.pages.search.finding import KINDS, LONGEST, Found, find
from intake.errors import BadInput
from intake.numbers import whole


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
    """What has every word of `q`, newest first: some of each kind, or `kind` page by page."""

    permission_classes = [AllowAny]

    @extend_schema(
        parameters=[
            OpenApiParameter("q", str, required=True),
            OpenApiParameter("kind", str, enum=list(KINDS)),
            OpenApiParameter("before", int, description="Where the next page begins"),
        ],
        responses=FoundPage,
    )
    def get(self, request):
        asked = request.query_params
        query, key = asked.get("q", "")[:LONGEST].strip(), asked.get("kind", "")
        if key and key not in KINDS:
            raise BadInput(_("Search for a consultation, a proposal or a point."), field="kind")
        before = whole(asked.get("before")) or 0
        if key:
            pages = [find(KINDS[key], query, before=before)]
        else:
            pages = [find(kind, query) for kind in KINDS.values()]
        now = timezone.now()
        following = pages[0].before if key else 0
        return Response(
            {
                "results": [row for page in pages for row in rows_of(page, now)],
                "next": next_url(request, q=query, kind=key, before=following)
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
