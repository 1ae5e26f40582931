"""Proposals over the API: read by everybody, written, changed and withdrawn by their authors. No rules here."""

from django.db.models import QuerySet
from django.urls import path
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from intake.numbers import LARGEST_ID
from intake.serializers import LineField, ProseField, valid
from people.tongues import KNOWN
from proposals.actions import (
    publish_version,
    submit_proposal,
    withdraw_proposal,
)
from proposals.actions.editing import NOTE_LIMIT
from proposals.actions.withdrawing import REASON_LIMIT
from proposals.api.reading import (
    consultation_of,
    number_of,
    place_of,
    proposal_or_404,
    public_proposals,
)
from proposals.models import (
    ALT_LIMIT,
    BODY_LIMIT,
    TITLE_LIMIT,
    WHERE_LIMIT,
    Proposal,
    ThemeEffect,
)
from proposals.pictures import url_of, widths_of
from proposals.queries.numbers import numbers_of, status_of


class ThemeEffectSerializer(serializers.Serializer):
    theme = serializers.SlugField(source="theme.slug", max_length=60)
    effect = serializers.ChoiceField(choices=ThemeEffect.Effect.choices)


class PointCounts(serializers.Serializer):
    question = serializers.IntegerField()

    def get_fields(self):
        # `for` is a word of Python's own, so it cannot stand above as an attribute.
        sides = {side: serializers.IntegerField() for side in ("for", "against")}
        return sides | super().get_fields()


class ShownPicture(serializers.Serializer):
    """`alt` is empty where the picture only decorates; `url` is the largest of the `sizes`."""

    picture = serializers.CharField()
    alt = serializers.CharField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    url = serializers.SerializerMethodField()
    sizes = serializers.SerializerMethodField()

    def get_url(self, placed) -> str:
        return url_of(placed["picture"], placed["width"])

    def get_sizes(self, placed) -> list[str]:
        return [url_of(placed["picture"], width) for width in widths_of(placed["width"])]


class ProposalSerializer(serializers.ModelSerializer):
    """A proposal as everybody may read it."""

    url = serializers.CharField(source="get_absolute_url")
    author = serializers.SerializerMethodField()
    version = serializers.IntegerField(source="version_number")
    support_count = serializers.IntegerField(source="counters.supports")
    point_counts = serializers.SerializerMethodField()
    status = serializers.SerializerMethodField()
    themes = ThemeEffectSerializer(source="effects", many=True)
    pictures = ShownPicture(many=True)

    class Meta:
        model = Proposal
        fields = [
            "id",
            "url",
            "consultation",
            "title",
            "body",
            "language",
            "author",
            "place",
            "where",
            "themes",
            "pictures",
            "version",
            "posted",
            "support_count",
            "point_counts",
            "status",
        ]
        read_only_fields = fields

    def get_author(self, proposal) -> str | None:
        """The name shown to others; null for a former participant."""
        return proposal.author.display_name if proposal.author else None

    @extend_schema_field(PointCounts)
    def get_point_counts(self, proposal):
        return numbers_of(proposal.counters)["point_counts"]

    @extend_schema_field(serializers.ChoiceField(choices=["published", "answered", "withdrawn"]))
    def get_status(self, proposal) -> str:
        return status_of(proposal)


class PictureInput(serializers.Serializer):
    """A picture sent to `pictures/` before, and what it shows."""

    picture = serializers.CharField(max_length=40)
    alt = LineField(max_length=ALT_LIMIT, noun="description", required=False, allow_blank=True)
    decorative = serializers.BooleanField(required=False, default=False)


class ThemeInput(serializers.Serializer):
    theme = serializers.CharField(max_length=60)
    effect = serializers.ChoiceField(choices=ThemeEffect.Effect.choices)


class ProposalInput(serializers.Serializer):
    """What a proposal is made of; whatever else is sent is passed over."""

    consultation = serializers.IntegerField(min_value=1, max_value=LARGEST_ID)
    title = LineField(max_length=TITLE_LIMIT, noun="title")
    body = ProseField(max_length=BODY_LIMIT, noun="text")
    themes = serializers.ListField(child=ThemeInput(), required=False, max_length=50)
    place = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, required=False, allow_null=True
    )
    where = LineField(max_length=WHERE_LIMIT, noun="place", required=False, allow_blank=True)
    pictures = serializers.ListField(child=PictureInput(), required=False, max_length=50)
    language = serializers.ChoiceField(choices=list(KNOWN.items()), required=False)


class VersionInput(serializers.Serializer):
    """New words. `version` is the one they started from: another meanwhile is 409."""

    title = LineField(max_length=TITLE_LIMIT, noun="title", required=False)
    body = ProseField(max_length=BODY_LIMIT, noun="text", required=False)
    note = LineField(max_length=NOTE_LIMIT, noun="note", required=False, allow_blank=True)
    version = serializers.IntegerField(min_value=1, max_value=LARGEST_ID, required=False)
    pictures = serializers.ListField(child=PictureInput(), required=False, max_length=50)


class WithdrawalInput(serializers.Serializer):
    reason = LineField(max_length=REASON_LIMIT, noun="reason", required=False, allow_blank=True)


class ProposalList(generics.ListAPIView):
    """Public proposals, newest first; POST publishes one where the phase takes proposals."""

    serializer_class = ProposalSerializer
    permission_classes = [AllowAny]  # the rule answers, with its sentence
    queryset = Proposal.objects.none()

    @extend_schema(
        parameters=[
            OpenApiParameter("consultation", OpenApiTypes.INT, description="Its id"),
            OpenApiParameter("theme", OpenApiTypes.STR, description="A theme’s slug"),
        ]
    )
    def get(self, request, *args, **kwargs):
        return self.list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Proposal]:
        found = public_proposals()
        asked = self.request.query_params
        if "consultation" in asked:
            found = found.filter(consultation=number_of("consultation", asked["consultation"]))
        if "theme" in asked:
            found = found.filter(effects__theme__slug=asked["theme"])
        return found

    @extend_schema(request=ProposalInput, responses={201: ProposalSerializer})
    def post(self, request):
        words = valid(ProposalInput, request)
        proposal = submit_proposal(
            person=request.user,
            consultation=consultation_of(words["consultation"]),
            title=words["title"],
            body=words["body"],
            place=place_of(words.get("place")),
            where=words.get("where", ""),
            effects={one["theme"]: one["effect"] for one in words.get("themes", [])},
            pictures=words.get("pictures", []),
            language=words.get("language", ""),
        )
        return Response(read_again(proposal), status=status.HTTP_201_CREATED)


class ProposalDetail(APIView):
    """One proposal. Its author publishes a new version with PATCH and withdraws it with DELETE."""

    permission_classes = [AllowAny]  # the rule answers, with its sentence

    @extend_schema(responses=ProposalSerializer)
    def get(self, request, proposal_id: int):
        return Response(ProposalSerializer(proposal_or_404(proposal_id)).data)

    @extend_schema(request=VersionInput, responses=ProposalSerializer)
    def patch(self, request, proposal_id: int):
        proposal = proposal_or_404(proposal_id)
        words = valid(VersionInput, request)
        publish_version(
            person=request.user,
            proposal=proposal,
            title=words.get("title", proposal.title),
            body=words.get("body", proposal.body),
            note=words.get("note", ""),
            base=words.get("version", proposal.version_number),
            pictures=words.get("pictures"),
        )
        return Response(read_again(proposal))

    @extend_schema(request=WithdrawalInput, responses=ProposalSerializer)
    def delete(self, request, proposal_id: int):
        proposal = proposal_or_404(proposal_id)
        reason = valid(WithdrawalInput, request).get("reason", "")
        withdraw_proposal(person=request.user, proposal=proposal, reason=reason)
        return Response(read_again(proposal))


def read_again(proposal: Proposal) -> dict:
    """The resource as it stands after an act."""
    return ProposalSerializer(proposal_or_404(proposal.pk)).data


urlpatterns = [
    path("proposals/", ProposalList.as_view(), name="api-proposals"),
    path("proposals/<int:proposal_id>/", ProposalDetail.as_view(), name="api-proposal"),
]
