"""Proposals, their versions and one's own drafts over the API. No rules here."""

from django.db.models import QuerySet
from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers, status
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from consultations.models import Consultation, Place
from intake.errors import BadInput
from intake.numbers import LARGEST_ID, whole
from intake.serializers import LineField, ProseField
from people.paging import NewestFirst
from proposals.actions import (
    forget_draft,
    publish_version,
    save_draft,
    submit_proposal,
    withdraw_proposal,
)
from proposals.actions.editing import NOTE_LIMIT
from proposals.actions.withdrawing import REASON_LIMIT
from proposals.models import (
    BODY_LIMIT,
    TITLE_LIMIT,
    WHERE_LIMIT,
    Draft,
    Proposal,
    ThemeEffect,
    Version,
)
from proposals.queries.drafts import draft_of
from proposals.queries.numbers import numbers_of, status_of
from proposals.queries.reading import proposals_to_read
from proposals.queries.versions import two_versions


class ThemeEffectSerializer(serializers.Serializer):
    theme = serializers.SlugField(source="theme.slug", max_length=60)
    effect = serializers.ChoiceField(choices=ThemeEffect.Effect.choices)


class PointCounts(serializers.Serializer):
    question = serializers.IntegerField()

    def get_fields(self):
        # `for` is a word of Python's own, so it cannot stand above as an attribute.
        sides = {side: serializers.IntegerField() for side in ("for", "against")}
        return sides | super().get_fields()


class ProposalSerializer(serializers.ModelSerializer):
    """A proposal as everybody may read it."""

    url = serializers.CharField(source="get_absolute_url")
    author = serializers.SerializerMethodField()
    version = serializers.IntegerField(source="version_number")
    support_count = serializers.IntegerField(source="counters.supports")
    point_counts = serializers.SerializerMethodField()
    status = serializers.SerializerMethodField()
    themes = ThemeEffectSerializer(source="effects", many=True)

    class Meta:
        model = Proposal
        fields = [
            "id",
            "url",
            "consultation",
            "title",
            "body",
            "author",
            "place",
            "where",
            "themes",
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


class VersionInput(serializers.Serializer):
    """New words. `version` is the one they started from: another meanwhile is 409."""

    title = LineField(max_length=TITLE_LIMIT, noun="title", required=False)
    body = ProseField(max_length=BODY_LIMIT, noun="text", required=False)
    note = LineField(max_length=NOTE_LIMIT, noun="note", required=False, allow_blank=True)
    version = serializers.IntegerField(min_value=1, max_value=LARGEST_ID, required=False)


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
        )
        return Response(read_again(proposal))

    @extend_schema(request=WithdrawalInput, responses=ProposalSerializer)
    def delete(self, request, proposal_id: int):
        proposal = proposal_or_404(proposal_id)
        reason = valid(WithdrawalInput, request).get("reason", "")
        withdraw_proposal(person=request.user, proposal=proposal, reason=reason)
        return Response(read_again(proposal))


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


class DraftSerializer(serializers.ModelSerializer):
    """One's own draft: kept as it is typed, judged only when it is sent."""

    class Meta:
        model = Draft
        fields = ["consultation", "title", "body", "place", "where", "effects", "saved"]
        read_only_fields = fields


class DraftInput(serializers.Serializer):
    title = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    body = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    where = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)


class DraftList(generics.ListAPIView):
    """One's own drafts, nobody else's."""

    serializer_class = DraftSerializer
    permission_classes = [IsAuthenticated]
    queryset = Draft.objects.none()

    def get_queryset(self) -> QuerySet[Draft]:
        return Draft.objects.filter(person=self.request.user.pk)


class DraftDetail(APIView):
    """One's own draft in a consultation: PUT keeps what is given, DELETE throws it away."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=DraftSerializer)
    def get(self, request, consultation_id: int):
        draft = draft_of(request.user, consultation_or_404(consultation_id))
        if draft.pk is None:
            raise Http404
        return Response(DraftSerializer(draft).data)

    @extend_schema(request=DraftInput, responses=DraftSerializer)
    def put(self, request, consultation_id: int):
        words = valid(DraftInput, request)
        consultation = consultation_or_404(consultation_id)
        draft = save_draft(person=request.user, consultation=consultation, **words)
        return Response(DraftSerializer(draft).data)

    @extend_schema(responses={204: None})
    def delete(self, request, consultation_id: int):
        forget_draft(person=request.user, consultation=consultation_or_404(consultation_id))
        return Response(status=status.HTTP_204_NO_CONTENT)


def public_proposals() -> QuerySet[Proposal]:
    return proposals_to_read().public()


def proposal_or_404(proposal_id: int) -> Proposal:
    found = public_proposals().filter(pk=proposal_id).first()
    if found is None:
        raise Http404
    return found


def read_again(proposal: Proposal) -> dict:
    """The resource as it stands after an act."""
    return ProposalSerializer(proposal_or_404(proposal.pk)).data


def valid(serializer: type[serializers.Serializer], request) -> dict:
    body = serializer(data=request.data)
    body.is_valid(raise_exception=True)
    return body.validated_data


def number_of(field: str, text: str) -> int:
    """The number in the address, or a sentence: an unfiltered list would be taken for an answer."""
    number = whole(text)
    if number is None:
        raise BadInput(_("Give the number of the %(field)s.") % {"field": field}, field=field)
    return number


def consultation_or_404(number: int) -> Consultation:
    """The published consultation that an address names."""
    found = Consultation.objects.published().filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def consultation_of(number: int) -> Consultation:
    """The published consultation that a body names; others are refused as if they were not there."""
    found = Consultation.objects.published().filter(pk=number).first()
    if found is None:
        raise BadInput(_("There is no such consultation."), code="unseen", field="consultation")
    return found


def place_of(number: int | None) -> Place | None:
    if number is None:
        return None
    found = Place.objects.filter(pk=number).first()
    if found is None:
        raise BadInput(_("There is no such place."), code="unseen", field="place")
    return found


urlpatterns = [
    path("proposals/", ProposalList.as_view(), name="api-proposals"),
    path("proposals/<int:proposal_id>/", ProposalDetail.as_view(), name="api-proposal"),
    path("proposals/<int:proposal_id>/versions/", VersionList.as_view(), name="api-versions"),
    path(
        "proposals/<int:proposal_id>/versions/<int:number>/",
        VersionDetail.as_view(),
        name="api-version",
    ),
    path("drafts/", DraftList.as_view(), name="api-drafts"),
    path("drafts/<int:consultation_id>/", DraftDetail.as_view(), name="api-draft"),
]
