"""Points, replies and reactions over the API. No rules here."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from discussions.actions import (
    correct_point,
    delete_point,
    post_point,
    react,
    take_back,
    withdraw_point,
)
from discussions.models import POINT_LIMIT, Point, Reaction
from discussions.queries.points import listed_points, reactions_of
from discussions.rules import may_delete, shows_totals
from intake.numbers import LARGEST_ID, whole
from intake.serializers import ProseField, valid
from people.tongues import KNOWN
from proposals.queries.reading import public_proposal


class PointSerializer(serializers.ModelSerializer):
    """A point as this reader may see it: totals after reacting, own hidden words with the reasons."""

    url = serializers.CharField(source="get_absolute_url")
    author = serializers.SerializerMethodField()
    body = serializers.SerializerMethodField()
    replies_count = serializers.IntegerField()
    reaction = serializers.SerializerMethodField()
    totals = serializers.SerializerMethodField()
    statement = serializers.SerializerMethodField()

    class Meta:
        model = Point
        fields = [
            "id",
            "url",
            "proposal",
            "parent",
            "kind",
            "body",
            "language",
            "author",
            "official",
            "posted",
            "replies_count",
            "reaction",
            "totals",
            "hidden",
            "edited",
            "withdrawn",
            "statement",
        ]
        read_only_fields = fields

    def get_author(self, point) -> str | None:
        """The name shown to others; null for a former participant, and where it was withdrawn."""
        return point.author.display_name if point.author and not point.withdrawn else None

    def get_body(self, point) -> str:
        """The words; empty where their author withdrew them."""
        return "" if point.withdrawn else point.body

    @extend_schema_field(serializers.ChoiceField(choices=Reaction.Value.choices, allow_null=True))
    def get_reaction(self, point):
        """The reader's own reaction."""
        return self.context["reactions"].get(point.pk)

    @extend_schema_field(serializers.DictField(child=serializers.IntegerField(), allow_null=True))
    def get_totals(self, point):
        """Null until the reader has reacted or the discussion is over."""
        if not (self.context["reactions"].get(point.pk) or self.context["totals_for_all"]):
            return None
        return {"agree": point.agree, "disagree": point.disagree, "pass": point.passed}

    def get_statement(self, point) -> str | None:
        """Address of the statement of reasons, where the words are hidden."""
        number = getattr(point, "statement_id", None)
        return f"/statements/{number}/" if number else None


class NewPointSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices=Point.Kind.choices)
    body = ProseField(max_length=POINT_LIMIT, noun="point")
    language = serializers.ChoiceField(choices=list(KNOWN.items()), required=False)
    parent = serializers.IntegerField(required=False, allow_null=True, min_value=1)

    def validate_parent(self, number):
        found = listed_points(None).filter(pk=min(number, LARGEST_ID)).first() if number else None
        if number and found is None:
            raise serializers.ValidationError(_("There is no such point."))
        return found


class PointWordsSerializer(serializers.Serializer):
    body = ProseField(max_length=POINT_LIMIT, noun="point")


class PointList(generics.GenericAPIView):
    """A proposal's points, newest first; `?parent=12` lists the replies to one, `?kind=` a side."""

    permission_classes = [AllowAny]  # the rule answers, with its sentence
    serializer_class = PointSerializer

    def get_queryset(self) -> QuerySet[Point]:
        asked = self.request.query_params
        found = listed_points(self.request.user).filter(proposal=self.kwargs["proposal_id"])
        parent = whole(asked.get("parent"))
        found = found.filter(parent=parent) if parent else found.filter(parent__isnull=True)
        return found.filter(kind=asked["kind"]) if asked.get("kind") in Point.Kind else found

    @extend_schema(
        parameters=[
            OpenApiParameter("parent", OpenApiTypes.INT),
            OpenApiParameter("kind", OpenApiTypes.STR, enum=Point.Kind.values),
        ],
        responses=PointSerializer(many=True),
    )
    def get(self, request, proposal_id: int):
        proposal = proposal_or_404(proposal_id)
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(
            PointSerializer(page, many=True, context=reader_context(request, page, proposal)).data
        )

    @extend_schema(request=NewPointSerializer, responses={201: PointSerializer})
    def post(self, request, proposal_id: int):
        proposal = proposal_or_404(proposal_id)
        point = post_point(
            person=request.user, proposal=proposal, **valid(NewPointSerializer, request)
        )
        shown = PointSerializer(point, context=reader_context(request, [point], proposal))
        return Response(shown.data, status=status.HTTP_201_CREATED)


class PointDetail(APIView):
    """One point or reply; a hidden one is there for its author alone, with its statement."""

    permission_classes = [AllowAny]

    @extend_schema(responses=PointSerializer)
    def get(self, request, point_id: int):
        point = point_or_404(request, point_id)
        proposal = proposal_or_404(point.proposal_id)
        return Response(
            PointSerializer(point, context=reader_context(request, [point], proposal)).data
        )

    @extend_schema(request=PointWordsSerializer, responses=PointSerializer)
    def patch(self, request, point_id: int):
        """Change one's own words, for ten minutes."""
        point = point_or_404(request, point_id)
        words = valid(PointWordsSerializer, request)
        correct_point(person=request.user, point=point, **words)
        return self.get(request, point_id)

    @extend_schema(request=None, responses={200: PointSerializer, 204: None})
    def delete(self, request, point_id: int):
        """Take one's own words back: deleted whole in the first ten minutes where nobody replied or
        reported (204), otherwise withdrawn, with what stays of it (200)."""
        point = point_or_404(request, point_id)
        if may_delete(request.user, point):
            delete_point(person=request.user, point=point)
            return Response(status=status.HTTP_204_NO_CONTENT)
        withdraw_point(person=request.user, point=point)
        return self.get(request, point_id)


class ReactionSerializer(serializers.Serializer):
    value = serializers.ChoiceField(choices=Reaction.Value.choices)


class ReactionView(APIView):
    """PUT says agree, disagree or pass; DELETE takes it back. Both may be sent twice."""

    permission_classes = [AllowAny]

    @extend_schema(request=ReactionSerializer, responses=PointSerializer)
    def put(self, request, point_id: int):
        point = self.point(request, point_id)
        react(person=request.user, point=point, **valid(ReactionSerializer, request))
        return self.answer(request, point_id)

    @extend_schema(request=None, responses=PointSerializer)
    def delete(self, request, point_id: int):
        take_back(person=request.user, point=self.point(request, point_id))
        return self.answer(request, point_id)

    def point(self, request, point_id: int) -> Point:
        point = point_or_404(request, point_id)
        point.proposal = proposal_or_404(point.proposal_id)
        return point

    def answer(self, request, point_id: int) -> Response:
        point = self.point(request, point_id)
        return Response(
            PointSerializer(point, context=reader_context(request, [point], point.proposal)).data
        )


def reader_context(request, points, proposal) -> dict[str, Any]:
    """What depends on the reader: her reactions (one query), and whether totals are for all."""
    return {
        "request": request,
        "reactions": reactions_of(request.user, [point.pk for point in points]),
        "totals_for_all": shows_totals(proposal, timezone.now()),
    }


def proposal_or_404(number: int):
    proposal = public_proposal(min(number, LARGEST_ID))
    if proposal is None:
        raise Http404
    return proposal


def point_or_404(request, number: int) -> Point:
    point = listed_points(request.user).filter(pk=min(number, LARGEST_ID)).first()
    if point is None:
        raise Http404
    return point


urlpatterns = [
    path("proposals/<int:proposal_id>/points/", PointList.as_view(), name="api-points"),
    path("points/<int:point_id>/", PointDetail.as_view(), name="api-point"),
    path("points/<int:point_id>/reaction/", ReactionView.as_view(), name="api-reaction"),
]
